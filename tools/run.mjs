// The one entry point of `npm start`, `npm test` and the rest. Runs on Node 20.19 or newer and needs nothing installed.
import { findBrowser } from './lib/browser.mjs';
import { build } from './lib/build.mjs';
import { check, fix } from './lib/check.mjs';
import { enter } from './lib/environment.mjs';
import { crashTests, tests } from './lib/tests.mjs';
import { keepRunning, runOnce } from './lib/processes.mjs';

const [command = 'start', ...rest] = process.argv.slice(2);

const commands = {
  start: (env) => keepRunning(env, 'api/dist/start.js', rest),
  demo: (env) => keepRunning({ ...env, DEMO: '1' }, 'api/dist/start.js', rest),
  dev: (env) => keepRunning({ ...env, NODE_OPTIONS: '--enable-source-maps' }, 'api/dist/start.js', rest),
  build: () => 0,
  migrate: (env) => runOnce(env, ['api/dist/migrate-once.js', ...rest]),
  test: (env) => tests(env, rest),
  'test:crash': (env) => crashTests(env),
  check: (env) => check(env),
  fix: (env) => fix(env),
  conformance: (env) => runOnce(env, ['api/dist/conformance.js', ...rest]),
  bench: (env) => runOnce({ ...env, CHROMIUM_PATH: findBrowser(env).path ?? '' }, ['e2e/bench/run.mjs', ...rest]),
  screenshots: (env) => {
    const browser = findBrowser(env);
    if (browser.path === null) throw new Error(browser.why);
    return runOnce({ ...env, CHROMIUM_PATH: browser.path }, ['e2e/screenshots.mjs', ...rest]);
  },
};

const run = commands[command];
if (!run) {
  console.error(`Unknown command "${command}". There is: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
const env = enter();
if (command !== 'fix' && command !== 'check') build(env);
process.exitCode = await run(env);
