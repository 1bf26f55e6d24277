import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { type Config, ConfigError } from '../config/config.js';

/** The secrets of one purpose: the current one makes, all of them verify. */
export interface Key {
  currentId: string;
  current: Buffer;
  get(id: string): Buffer | undefined;
  readonly every: readonly Buffer[];
}

/** Server keys by purpose. A new file `k2.key` beside `k1.key` rotates: the highest is current, older ones still verify. */
export class KeyRing {
  constructor(
    /** Signs private links. */
    readonly privateLink: Key,
    /** Hides network addresses. */
    readonly network: Key,
    /** Seals what opens the municipality's accounts on other networks. */
    readonly channels: Key,
  ) {}
}

/** From the environment, or made once into `DATA_DIR/keys` (folder 0700, files 0600). @throws ConfigError */
export function loadKeys(config: Pick<Config, 'dataDir' | 'keys' | 'appEnv'>): KeyRing {
  const key = (purpose: string, variable: string, value: string | undefined): Key =>
    value === undefined ? keyFromFolder(path.join(config.dataDir, 'keys', purpose)) : keyFromEnv(variable, value);
  return new KeyRing(
    key('private-link', 'KEY_PRIVATE_LINK', config.keys.privateLink),
    key('network', 'KEY_NETWORK', config.keys.network),
    key('channels', 'KEY_CHANNELS', config.keys.channels),
  );
}

function keyFromEnv(variable: string, value: string): Key {
  const pairs = value.split(',').map((pair) => {
    const [id = '', secret = ''] = pair.trim().split(':');
    const bytes = Buffer.from(secret, 'base64');
    if (!/^[a-z0-9]{1,12}$/i.test(id) || bytes.length < 32) {
      throw new ConfigError(
        `${variable} must be <id>:<at least 32 bytes as base64>, several separated by commas, the current one first.`,
      );
    }
    return [id, bytes] as const;
  });
  return keyOf(pairs);
}

function keyFromFolder(folder: string): Key {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const names = (): string[] =>
    readdirSync(folder)
      .filter((name) => /^k\d+\.key$/.test(name))
      .sort((a, b) => Number(b.slice(1, -4)) - Number(a.slice(1, -4)));
  if (names().length === 0) makeKey(folder, 'k1.key');
  return keyOf(names().map((name) => [name.slice(0, -4), readKey(path.join(folder, name))] as const));
}

/** Written whole under another name and then linked: of two processes starting at once both end up with the same key. */
function makeKey(folder: string, name: string): void {
  const scratch = path.join(folder, `.${randomBytes(6).toString('hex')}`);
  const file = openSync(scratch, 'wx', 0o600);
  try {
    writeSync(file, randomBytes(32).toString('base64'));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(scratch, path.join(folder, name));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(scratch, { force: true });
  }
}

function readKey(file: string): Buffer {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new ConfigError(`${file} can be read by others. Run: chmod 600 ${file}`);
  }
  const bytes = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (bytes.length < 32) throw new ConfigError(`${file} is damaged: it holds no 32 bytes. Restore it from the backup.`);
  return bytes;
}

function keyOf(pairs: ReadonlyArray<readonly [string, Buffer]>): Key {
  const [first] = pairs;
  if (!first) throw new ConfigError('no key');
  const all = new Map(pairs);
  return { currentId: first[0], current: first[1], get: (id) => all.get(id), every: [...all.values()] };
}
