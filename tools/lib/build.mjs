import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { at, root, say } from './paths.mjs';

const SKIP = new Set(['node_modules', 'dist', 'build', '.svelte-kit']);

/** Size and time of every input: enough to know that nothing changed, and quick. */
function stampOf(inputs) {
  const hash = createHash('sha256').update(process.platform);
  const walk = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory())
      for (const name of fs.readdirSync(file).sort()) SKIP.has(name) || walk(path.join(file, name));
    else hash.update(`${path.relative(root, file)}:${stat.size}:${stat.mtimeMs};`);
  };
  inputs.forEach((input) => walk(at(input)));
  return hash.digest('hex');
}

function step(name, inputs, output, command, env) {
  const file = at('node_modules/.cache/forhoering', `built-${name}`);
  const want = stampOf(inputs);
  if (fs.existsSync(at(output)) && fs.existsSync(file) && fs.readFileSync(file, 'utf8') === want) return;
  const from = Date.now();
  const [args, cwd] = command;
  const done = spawnSync(env.FORHOERING_NODE, args, { cwd, env, encoding: 'utf8' });
  if (done.status !== 0) {
    console.error(`${done.stdout}${done.stderr}\nBuilding ${name} failed.`);
    process.exit(1);
  }
  fs.writeFileSync(file, want);
  say(`built ${name} in ${((Date.now() - from) / 1000).toFixed(1)} s`);
}

/** TypeScript for shared and api, Vite for web: each only when one of its inputs changed. */
export function build(env) {
  withLock(() => {
    step(
      'api',
      ['shared/src', 'shared/tsconfig.json', 'api/src', 'api/tsconfig.json', 'pnpm-lock.yaml'],
      'api/dist/start.js',
      [[at('api/node_modules/typescript/bin/tsc'), '-b', at('api')], root],
      env,
    );
    step(
      'web',
      ['shared/src', 'web', 'pnpm-lock.yaml'],
      'web/build/handler.js',
      [[at('web/node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], at('web')],
      env,
    );
  });
}
