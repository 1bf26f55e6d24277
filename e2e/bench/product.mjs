import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const START = path.resolve(import.meta.dirname, '../../api/dist/start.js');
const PORT = Number(process.env.BENCH_PORT ?? 4419);
const ADMIN = { email: 'admin@eksempel.dk', password: 'fire graa gaes paa torvet' };

/** The real product, as `npm start` runs it, with data of its own. @param more environment */
export async function startProduct(more = {}, port = PORT) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-bench-'));
  chmodSync(dataDir, 0o755);
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    APP_ENV: 'test',
    RATE_LIMIT: 'off',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ...more,
  };
  const child = fork(START, [], { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const { databaseUrl } = await new Promise((resolve, reject) => {
    child.on('message', (message) => message.type === 'ready' && resolve(message));
    child.once('exit', (code) => reject(new Error(`the product ended (${code})`)));
  });
  const base = `http://127.0.0.1:${port}`;
  /** @returns the session's cookie */
  const signIn = async (email) => {
    const answer = await fetch(`${base}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...ADMIN, email }),
    });
    if (!answer.ok) throw new Error(`sign in: ${answer.status} ${await answer.text()}`);
    return answer.headers.get('set-cookie').split(';')[0];
  };
  const cookie = await signIn(ADMIN.email);
  const api = async (method, route, body) => {
    const answer = await fetch(`${base}/api/v1${route}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  pool.on('error', () => undefined);
  return {
    base,
    port,
    cookie,
    signIn,
    api,
    pool,
    databaseUrl,
    dataDir,
    pids: () => processes(child.pid),
    stop: async () => {
      await pool.end();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** An open consultation, made by the API. */
export async function openConsultation(product, more = {}) {
  const made = await product.api('POST', '/consultations', {
    title: `Bench ${Math.random().toString(36).slice(2)}`,
    teaser: 'Til måling',
    questions: [{ kind: 'text', label: 'Hvad?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    ...more,
  });
  await product.api('POST', `/consultations/${made.id}/publish`, {});
  return made;
}

/** Our processes with their command lines, read off /proc. */
function processes(root) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
        return [
          { pid: Number(pid), parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') },
        ];
      } catch {
        return [];
      }
    });
  const ours = new Set([root]);
  for (let grew = true; grew;) {
    const before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
    grew = ours.size > before;
  }
  return all.filter(({ pid }) => ours.has(pid));
}

/** CPU seconds that our processes have used: what a machine pays, whoever else is on it. */
export function cpuSeconds(product) {
  return product.pids().reduce((sum, { pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return sum + (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / 100;
    } catch {
      return sum;
    }
  }, 0);
}

/** Runs `task(i)` with so many at a time for so long. @returns {{perSecond: number, times: number[]}} */
export async function hammer(concurrency, seconds, task) {
  const end = performance.now() + seconds * 1000;
  const times = [];
  let n = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < end) {
        const from = performance.now();
        await task(n++);
        times.push(performance.now() - from);
      }
    }),
  );
  return { perSecond: times.length / seconds, times: times.sort((a, b) => a - b) };
}

export const percentile = (sorted, p) =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? 0;
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
