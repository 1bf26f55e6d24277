import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ConfigError, type Config } from '../config/config.js';
import { canInherit, readablePlace, reachable, serverIdentity } from './server-identity.js';

/**
 * Where the data lies. As root in a closed home the database's own user could not reach `./data`, so a readable place is taken
 * and said; a place that was asked for by DATA_DIR is never changed behind anybody's back, and the database is let in through
 * a descriptor.
 */
export function chooseDataDir(config: Config, checkout: string): { dir: string; why: string | null } {
  if (config.databaseUrl !== undefined) return { dir: config.dataDir, why: null };
  const identity = serverIdentity();
  if (reachable(config.dataDir, identity)) return { dir: config.dataDir, why: null };
  if (config.dataDirGiven) {
    if (canInherit()) return { dir: config.dataDir, why: null };
    throw new ConfigError(
      `DATA_DIR=${config.dataDir} lies in a folder that the database's user (uid ${identity.uid}) cannot enter. Choose another one, e.g. under /var/lib, or set DATABASE_URL.`,
    );
  }
  const name = createHash('sha256').update(checkout).digest('hex').slice(0, 8);
  const dir = path.join(readablePlace(), name);
  return {
    dir,
    why: `Data lægges i ${dir}, fordi ${checkout} ligger i en lukket mappe, som databasen ikke kan læse. Vælg selv med DATA_DIR.`,
  };
}

/** One supervisor per data folder. A lock whose process is gone counts for nothing. @returns how to let go */
export function lockDataDir(dir: string): () => void {
  const file = path.join(dir, 'supervisor.pid');
  const holder = Number(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '0');
  if (holder > 0 && holder !== process.pid && isSupervisor(holder)) {
    throw new ConfigError(
      `Forhøring kører allerede med data i ${dir} (proces ${holder}). Stop den først, eller vælg en anden DATA_DIR.`,
    );
  }
  fs.writeFileSync(file, String(process.pid));
  return () => fs.rmSync(file, { force: true });
}

/** A process number is used again: only a node process that runs the supervisor holds the lock. */
function isSupervisor(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.js');
  } catch {
    return false;
  }
}
