import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBluesky } from './bluesky.mjs';
import { findBrowser } from './browser.mjs';
import { at } from './paths.mjs';
import { run } from './processes.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

async function jest(env, room, filters, scratch) {
  const file = path.join(scratch, `${room}.json`);
  const code = await run(
    env,
    [
      ...JEST,
      at(room, 'node_modules/jest/bin/jest.js'),
      '--json',
      `--outputFile=${file}`,
      '--silent=false',
      '--passWithNoTests',
      ...filters,
    ],
    at(room),
    { NODE_ENV: 'test' },
  );
  if (!fs.existsSync(file)) return { room, passed: 0, failed: 1, skipped: 0 };
  const said = JSON.parse(fs.readFileSync(file, 'utf8'));
  // A suite that could not even start has no failed tests and is a failure all the same.
  const failed = said.numFailedTests + said.numRuntimeErrorTestSuites;
  return {
    room,
    passed: said.numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: said.numPendingTests + said.numTodoTests,
  };
}

async function playwright(env, filters, scratch) {
  const browser = findBrowser(env);
  if (browser.path === null) return missingBrowser(browser.why);
  const file = path.join(scratch, 'e2e.json');
  const code = await run(env, [at('e2e/node_modules/@playwright/test/cli.js'), 'test', ...filters], at('e2e'), {
    CHROMIUM_PATH: browser.path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  if (!fs.existsSync(file)) return { room: 'e2e', passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    room: 'e2e',
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected || (code === 0 ? 0 : 1),
    skipped: stats.skipped,
  };
}

function missingBrowser(why) {
  const count = fs.readdirSync(at('e2e/journeys')).filter((name) => name.endsWith('.spec.ts')).length;
  console.error(
    `\n*** BROWSER TESTS SKIPPED: ${why} Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH. ***\n`,
  );
  return process.env.CI
    ? { room: 'e2e', passed: 0, failed: 1, skipped: 0 }
    : { room: 'e2e', passed: 0, failed: 0, skipped: count };
}

/** The crash gate of deliveries, longer: more rounds with more deaths. The last line is the sum over all of them. */
export async function crashTests(env) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'forhoering-test-'));
  const sum = path.join(scratch, 'sum');
  const more = {
    CRASH_ROUNDS: process.env.CRASH_ROUNDS ?? '4',
    CRASH_DEATHS: process.env.CRASH_DEATHS ?? '20',
    CRASH_SUM: sum,
  };
  try {
    const { failed } = await jest({ ...env, ...bluesky(env, []), ...more }, 'api', ['test/crash/deliveries'], scratch);
    console.log(fs.existsSync(sum) ? fs.readFileSync(sum, 'utf8') : 'no round was finished');
    return failed === 0 ? 0 : 1;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** Who asks for other tests does not wait for a server. */
function bluesky(env, filters) {
  if (filters.length > 0 && !filters.some((filter) => /bluesky|channel|deliver|collect/i.test(filter))) return {};
  const found = findBluesky(env);
  if (found.env === null) console.error(`\n*** TESTS AGAINST A REAL BLUESKY SERVER SKIPPED: ${found.why} ***\n`);
  return found.env ?? {};
}

/** Everything: unit, database, HTTP and browser tests. The last line is the sum. */
export async function tests(given, filters) {
  const env = { ...given, ...bluesky(given, filters) };
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'forhoering-test-'));
  const results = [];
  try {
    for (const room of ['shared', 'api']) results.push(await jest(env, room, filters, scratch));
    if (filters.length === 0) results.push(await playwright(env, filters, scratch));
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log('');
  for (const { room, passed, failed, skipped } of results)
    console.log(`  ${room.padEnd(8)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 ? 0 : 1;
}
