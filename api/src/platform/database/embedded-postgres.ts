import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries, type Binaries } from './postgres-binaries.js';
import { doorTo, serverIdentity, type Identity } from './server-identity.js';

export interface EmbeddedPostgres {
  url: string;
  /** Resolves when the server has ended by itself (never after `stop`). */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  /** The cluster lies in `<dir>/pg18`; the major version is in the path because another one cannot read it. */
  dir: string;
  database?: string;
  /** Extra settings, for tests. */
  settings?: Record<string, string>;
}

const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '256MB',
  max_connections: '100',
  jit: 'off',
  random_page_cost: '1.1',
  wal_compression: 'on',
  log_min_messages: 'fatal',
};

/**
 * Starts a PostgreSQL server of the product's own: on a Unix socket only, as an unprivileged user, and ending with this process.
 * An orphan of an earlier run is stopped cleanly first. @throws with the server's last words when it does not come up
 */
export async function startEmbedded({
  dir,
  database = 'forhoering',
  settings = {},
}: Options): Promise<EmbeddedPostgres> {
  const identity = serverIdentity();
  const binaries = await findBinaries(identity);
  const dataDir = path.resolve(dir, 'pg18');
  const socketDir = socketDirOf(dataDir);
  for (const folder of [path.resolve(dir), dataDir, socketDir]) makeFolder(folder, identity);
  await stopOrphan(dataDir);
  initialise(binaries, identity, dataDir);
  const server = launch(binaries, identity, dataDir, socketDir, { ...SETTINGS, ...settings });
  await waitUntilReady(server, socketDir, database);
  return {
    url: `postgres://app@/${database}?host=${encodeURIComponent(socketDir)}`,
    ended: server.ended,
    stop: () => stop(server, socketDir),
  };
}

/** Socket paths are limited to 107 bytes, so it lies in the system's temp folder and not with the data. */
function socketDirOf(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return path.join(fs.realpathSync(os.tmpdir()), `forhoering-${name}`);
}

interface Server {
  process: ChildProcess;
  ended: Promise<string>;
  isDead: () => string | null;
}

function makeFolder(folder: string, identity: Identity): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
  if (identity.uid !== undefined) fs.chownSync(folder, identity.uid, identity.gid ?? identity.uid);
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });

/** Into a folder of its own, then renamed over the empty one: a killed initdb leaves rubbish, never half a cluster. */
function initialise(binaries: Binaries, identity: Identity, dataDir: string): void {
  if (fs.existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  const fresh = path.join(path.dirname(dataDir), `.pg18-${randomBytes(6).toString('hex')}`);
  makeFolder(fresh, identity);
  const door = doorTo(fresh, identity);
  const made = spawnSync(
    binaries.initdb,
    [
      '-D',
      door.path,
      '-U',
      'app',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
    ],
    {
      ...identity,
      env: environment(),
      cwd: '/',
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'ignore', door.descriptor],
    },
  );
  door.close();
  if (made.status !== 0) {
    fs.rmSync(fresh, { recursive: true, force: true });
    throw new Error(`The database could not be made: ${made.error?.message ?? made.stderr}`);
  }
  fs.renameSync(fresh, dataDir);
}

function launch(
  binaries: Binaries,
  identity: Identity,
  dataDir: string,
  socketDir: string,
  settings: Record<string, string>,
): Server {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // The shell reads a pipe whose other end is ours: when we die, however we die, it reads the end and asks for a fast shutdown.
  const watchdog =
    '"$@" & p=$!; trap "kill -INT $p" INT TERM; (cat >/dev/null; kill -INT $p 2>/dev/null) <&3 & wait $p; s=$?; wait $p 2>/dev/null; exit $s';
  const door = doorTo(dataDir, identity);
  const child = spawn(
    '/bin/sh',
    ['-c', watchdog, 'postgres', binaries.postgres, '-D', door.path, '-k', socketDir, ...flags],
    {
      ...identity,
      env: environment(),
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', door.descriptor],
    },
  );
  door.close();
  let words = '';
  let dead: string | null = null;
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (words = (words + chunk).slice(-2_000)));
  child.stdio[3]?.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code) => {
      dead = `PostgreSQL ended (${code ?? 'killed'}): ${words.trim()}`;
      resolve(dead);
    });
  });
  return { process: child, ended, isDead: () => dead };
}

async function waitUntilReady(server: Server, socketDir: string, database: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new Client({ host: socketDir, user: 'app', database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
      if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      const dead = server.isDead();
      if (dead !== null) throw new Error(dead, { cause: error });
      // Recovery after a crash can take its time; a minute is more than any installation of this size needs.
      if (tries > 2_400) throw error;
      await sleep(25);
    }
  }
}

async function stop(server: Server, socketDir: string): Promise<void> {
  if (server.isDead() === null) {
    const pipe = server.process.stdio[3];
    if (pipe && 'end' in pipe) pipe.end();
    await server.ended;
  }
  fs.rmSync(socketDir, { recursive: true, force: true });
}

/** A server left over from a supervisor that was killed together with its watchdog. */
async function stopOrphan(dataDir: string): Promise<void> {
  const pid = postmasterOf(dataDir);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 400; tries += 1) {
    if (postmasterOf(dataDir) === null) return;
    await sleep(25);
  }
  throw new Error(`Another PostgreSQL (process ${pid}) uses ${dataDir} and does not stop. End it and start again.`);
}

/** The live postmaster of a cluster, if any. A zombie and a stranger with the same number are none. */
export function postmasterOf(dataDir: string): number | null {
  const file = path.join(dataDir, 'postmaster.pid');
  try {
    const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
    if (!Number.isInteger(pid) || pid <= 1) return null;
    process.kill(pid, 0);
    if (process.platform === 'linux') {
      const zombie = /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
      const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const ours = command.includes(dataDir) || command.includes(socketDirOf(dataDir));
      if (zombie) fs.rmSync(file, { force: true });
      if (zombie || !ours) return null;
    }
    return pid;
  } catch {
    return null;
  }
}
