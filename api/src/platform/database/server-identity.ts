import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Identity {
  uid?: number;
  gid?: number;
}

interface PasswdEntry {
  uid: number;
  gid: number;
}

function passwd(): Map<string, PasswdEntry> {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      return name === undefined || uid === undefined ? [] : [[name, { uid: Number(uid), gid: Number(gid) }] as const];
    }),
  );
}

/** As whom the server runs. PostgreSQL refuses root, so root's server runs as `postgres`, else as `nobody`. */
export function serverIdentity(): Identity {
  const uid = process.getuid?.();
  if (uid === undefined) return {};
  const users = passwd();
  if (uid === 0) {
    const found = users.get('postgres') ?? users.get('nobody');
    if (!found)
      throw new Error(
        'As root the database needs a user `postgres` or `nobody` to run as. Make one, or set DATABASE_URL.',
      );
    return found;
  }
  if (![...users.values()].some((user) => user.uid === uid)) {
    throw new Error(
      `User ${uid} is not in /etc/passwd, which the embedded database needs. Add it, or set DATABASE_URL.`,
    );
  }
  return {};
}

/** Whether the server's user can walk to a folder: every folder on the way must let it through. */
export function reachable(folder: string, identity: Identity): boolean {
  if (identity.uid === undefined) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === identity.uid ? 0o100 : stat.gid === identity.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/** Where Linux shows a process its own open files: through them a folder is reached whose path is closed. */
const DESCRIPTORS = '/proc/self/fd';

/** Whether a folder can be used by a server that cannot walk to it. */
export const canInherit = (): boolean => fs.existsSync(DESCRIPTORS);

export interface Door {
  /** How the child names the folder. */
  path: string;
  /** What the child must get as its fifth `stdio` entry. */
  descriptor: number | 'ignore';
  /** After the child is spawned. */
  close(): void;
}

/** The way to a folder for a child that runs as `identity`: its path or, where a folder above is closed, a descriptor to inherit. */
export function doorTo(folder: string, identity: Identity): Door {
  if (reachable(folder, identity) || !canInherit())
    return { path: folder, descriptor: 'ignore', close: () => undefined };
  const descriptor = fs.openSync(folder, 'r');
  return { path: `${DESCRIPTORS}/4`, descriptor, close: () => fs.closeSync(descriptor) };
}

/** A place that root's server can reach when the checkout lies in a closed home. */
export function readablePlace(): string {
  const usual = '/var/lib';
  return fs.existsSync(usual) ? path.join(usual, 'forhoering') : path.join(os.tmpdir(), 'forhoering');
}
