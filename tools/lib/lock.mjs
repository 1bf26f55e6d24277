import fs from 'node:fs';
import path from 'node:path';
import { at, say } from './paths.mjs';

const file = at('node_modules/.cache/forhoering/lock');

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two starts in one checkout take turns with installing and building. A lock whose holder is gone counts for nothing. */
export function withLock(work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; ;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = Number(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 0);
      if (!holder || !alive(holder)) fs.rmSync(file, { force: true });
      else if (!told) {
        told = true;
        say(`waiting for another start in this folder (process ${holder})`);
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    return work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}
