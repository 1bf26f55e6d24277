import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

const START = path.resolve(import.meta.dirname, '../../dist/start.js');
/** One that is free now: another checkout may run the same tests at the same time. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
export const PORT = await freePort();
/** For a second product beside the first. */
export const OTHER_PORT = await freePort();
export const BASE = `http://127.0.0.1:${PORT}`;
export const ADMIN = { email: 'admin@eksempel.dk', password: 'fire graa gaes paa torvet' };

/** The real product: supervisor, embedded database, web process, worker. */
export class Product {
  private child: ChildProcess | null = null;
  said = '';

  constructor(readonly dataDir: string) {}

  async start(env: Record<string, string> = {}): Promise<void> {
    const child = fork(START, [], {
      env: {
        ...process.env,
        DATA_DIR: this.dataDir,
        PORT: String(PORT),
        APP_ENV: 'test',
        RATE_LIMIT: 'off',
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        NODE_OPTIONS: '',
        ...env,
      },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-20_000)));
    await new Promise<void>((resolve, reject) => {
      child.on('message', (message: { type?: string }) => message.type === 'ready' && resolve());
      child.once('exit', (code) => reject(new Error(`ended with ${code}: ${this.said}`)));
    });
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return gone;
  }
}

/** Processes that have to do with this data folder, by their command line or environment. */
export function processesOf(dataDir: string): Array<{ pid: number; command: string }> {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        const zombie = /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
        return !zombie &&
          Number(pid) !== process.pid &&
          (command.includes(dataDir) || environment.includes(`DATA_DIR=${dataDir}\0`))
          ? [{ pid: Number(pid), command }]
          : [];
      } catch {
        return [];
      }
    });
}

export const find = (dataDir: string, part: string): number =>
  processesOf(dataDir).find(({ command }) => command.includes(part))?.pid ?? 0;

export async function call(
  pathname: string,
  body?: object,
  cookie = '',
): Promise<{ status: number; body: Record<string, unknown>; cookie: string }> {
  const answer = await fetch(BASE + pathname, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json', cookie },
  });
  return {
    status: answer.status,
    body: (await answer.json().catch(() => ({}))) as Record<string, unknown>,
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  };
}
