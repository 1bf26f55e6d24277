import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.js';
import { ADMIN, BASE, call, find, OTHER_PORT, PORT, processesOf, Product } from './product.js';

const linux = process.platform === 'linux';
(linux ? describe : describe.skip)('the running product', () => {
  if (!linux) process.stdout.write('crash tests read /proc and are skipped outside Linux\n');
  let product: Product;
  let slug = '';
  let cookie = '';
  let id = '';

  beforeAll(async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-crash-'));
    chmodSync(dataDir, 0o755);
    product = new Product(dataDir);
    await product.start();
    ({ cookie } = await call('/api/v1/session', ADMIN));
    const made = await call(
      '/api/v1/consultations',
      {
        title: 'Sammenbrud',
        questions: [{ kind: 'text', label: 'Hvad?' }],
        closesAt: '2199-12-31',
        deleteOn: '2199-12-31',
      },
      cookie,
    );
    id = String(made.body['id']);
    slug = String(made.body['slug']);
    await call(`/api/v1/consultations/${id}/publish`, {}, cookie);
  }, 60_000);
  afterEach(async () => {
    await until(
      async () => (await call('/health/ready').catch(() => ({ status: 0 }))).status,
      (status) => status === 200,
      30_000,
    ).catch(() => undefined);
  });
  afterAll(async () => {
    await product.stop();
    await until(
      () => Promise.resolve(processesOf(product.dataDir).length),
      (count) => count === 0,
    );
    rmSync(product.dataDir, { recursive: true, force: true });
  }, 60_000);

  const send = (text: string) => call(`/api/v1/public/consultations/${slug}/comments`, { text, idempotencyKey: text });
  const numbers = async (): Promise<Set<string>> => {
    const all = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const place: string = `/api/v1/consultations/${id}/comments?limit=200&cursor=${cursor}`;
      const { body } = await call(place, undefined, cookie);
      const page = body as unknown as { items: Array<{ number: string }>; nextCursor: string | null };
      for (const item of page.items) all.add(item.number);
      cursor = page.nextCursor;
    }
    return all;
  };

  /** Writes all the time while `strike` happens; whatever was acknowledged must be there afterwards. */
  async function underLoad(name: string, strike: () => Promise<void>): Promise<void> {
    const acknowledged: string[] = [];
    const stop = new AbortController();
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let i = 0; !stop.signal.aborted; i += 1) {
        const answer = await send(`${name} ${writer} ${i}`).catch(() => null);
        if (answer?.status === 201) acknowledged.push(String(answer.body['number']));
        else await sleep(30);
      }
    });
    // A count and not a time: on a busy machine half a second may hold no comment at all.
    await until(
      () => Promise.resolve(acknowledged.length),
      (count) => count >= 20,
      30_000,
    );
    await strike();
    await until(
      async () => (await send(`${name} igen`).catch(() => ({ status: 0 }))).status,
      (status) => status === 201,
      30_000,
    );
    stop.abort();
    await Promise.all(writers);
    const there = await numbers();
    expect(acknowledged.filter((number) => !there.has(number))).toEqual([]);
  }

  it('loses no acknowledged comment when the web process is killed, and starts it again', async () => {
    const before = find(product.dataDir, 'main.js');
    await underLoad('web', async () => void process.kill(before, 'SIGKILL'));
    expect(find(product.dataDir, 'main.js')).not.toBe(before);
  }, 60_000);

  it('loses no acknowledged comment when PostgreSQL is killed, answers 503 meanwhile, and recovers by itself', async () => {
    await underLoad('postgres', async () => {
      process.kill(find(product.dataDir, 'bin/postgres -D'), 'SIGKILL');
      const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => send(`midt i det ${i}`)));
      expect(
        answers.every(
          ({ status, body }) => status === 201 || (status === 503 && body['code'] === 'service-unavailable'),
        ),
      ).toBe(true);
    });
  }, 60_000);

  it('gives the text back, and says so, when the form is sent while PostgreSQL is away', async () => {
    const text = 'Teksten må ikke gå tabt';
    const pidFile = path.join(product.dataDir, 'database/pg18/postmaster.pid');
    const sendForm = async () => {
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
      const body = new URLSearchParams({ text, name: 'Åse' });
      const answer = await fetch(`${BASE}/f/${slug}/skriv`, { method: 'POST', redirect: 'manual', body });
      return { status: answer.status, page: await answer.text() };
    };
    // The last connections may outlive the server by a moment, and it may be back between two tries.
    const { page } = await until(
      () => sendForm().catch(() => ({ status: 0, page: '' })),
      ({ status }) => status === 503,
      20_000,
    );
    expect(page).toContain(`${text}</textarea>`);
    expect(page).toContain('Det er ikke sendt endnu');
    expect(page).toContain('value="Åse"');
  }, 60_000);

  it('starts a killed worker again', async () => {
    const before = find(product.dataDir, 'worker.js');
    process.kill(before, 'SIGKILL');
    expect(
      await until(
        () => Promise.resolve(find(product.dataDir, 'worker.js')),
        (pid) => pid !== 0 && pid !== before,
      ),
    ).toBeGreaterThan(0);
  }, 30_000);

  it('refuses a second start on the same data, and says so', async () => {
    const second = new Product(product.dataDir);
    await expect(second.start({ PORT: String(OTHER_PORT) })).rejects.toThrow(/kører allerede/);
  });

  it('says which port is taken, and leaves nothing running', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-port-'));
    chmodSync(dataDir, 0o755);
    await expect(new Product(dataDir).start()).rejects.toThrow(new RegExp(`Port ${PORT} er optaget`));
    await until(
      () => Promise.resolve(processesOf(dataDir).length),
      (count) => count === 0,
    );
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  it('leaves no orphan when the supervisor is killed, and starts again with everything there', async () => {
    const before = await numbers();
    await product.stop('SIGKILL');
    await until(
      () => Promise.resolve(processesOf(product.dataDir).length),
      (count) => count === 0,
      20_000,
    );
    await product.start();
    ({ cookie } = await call('/api/v1/session', ADMIN));
    expect(await numbers()).toEqual(before);
  }, 60_000);

  it('ends everything on SIGTERM, with exit code 0', async () => {
    expect(await product.stop()).toBe(0);
    expect(processesOf(product.dataDir)).toEqual([]);
    await product.start();
    ({ cookie } = await call('/api/v1/session', ADMIN));
  }, 60_000);
});

const root = linux && process.getuid?.() === 0;
(root ? describe : describe.skip)('data in a folder that only root may enter', () => {
  if (!root) process.stdout.write('the test of a folder that only root may enter is skipped without root\n');
  it('is kept there, and found again', async () => {
    const closed = mkdtempSync(path.join(os.tmpdir(), 'forhoering-closed-'));
    const product = new Product(path.join(closed, 'data'));
    try {
      await product.start();
      const { cookie } = await call('/api/v1/session', ADMIN);
      await call('/api/v1/consultations', { title: 'Bag en lukket dør' }, cookie);
      expect(readdirSync(product.dataDir).toSorted()).toEqual(expect.arrayContaining(['database', 'keys']));
      // Nobody is there to stop the database cleanly; the next start finds it and what it holds.
      await product.stop('SIGKILL');
      await product.start();
      const again = await call('/api/v1/session', ADMIN);
      expect((await call('/api/v1/consultations', undefined, again.cookie)).body['items']).toHaveLength(1);
    } finally {
      await product.stop();
      rmSync(closed, { recursive: true, force: true });
    }
  }, 60_000);
});

(root ? describe : describe.skip)('a full disk', () => {
  if (!root) process.stdout.write('the full-disk test mounts a small disk and is skipped without root\n');
  it('refuses in words, loses nothing acknowledged, and goes on when there is room', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-full-'));
    chmodSync(dataDir, 0o755);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=140m,mode=0755', 'tmpfs', dataDir]);
    if (mounted.status !== 0) {
      process.stdout.write(`the full-disk test could not mount a small disk: ${String(mounted.stderr)}\n`);
      rmSync(dataDir, { recursive: true, force: true });
      return;
    }
    const product = new Product(dataDir);
    try {
      await product.start({ PORT: String(PORT) });
      const { cookie } = await call('/api/v1/session', ADMIN);
      const made = await call(
        '/api/v1/consultations',
        {
          title: 'Fuld disk',
          questions: [{ kind: 'text', label: 'Hvad?' }],
          closesAt: '2199-12-31',
          deleteOn: '2199-12-31',
        },
        cookie,
      );
      await call(`/api/v1/consultations/${String(made.body['id'])}/publish`, {}, cookie);
      const target = `/api/v1/public/consultations/${String(made.body['slug'])}/comments`;
      const ballast = path.join(dataDir, 'ballast');
      mkdirSync(ballast);
      spawnSync('dd', ['if=/dev/zero', `of=${ballast}/x`, 'bs=1M']);
      const acknowledged: string[] = [];
      let refused = 0;
      for (let i = 0; i < 400 && refused < 3; i += 1) {
        const answer = await call(target, { text: `${i} ${'Teksten fylder. '.repeat(300)}`, idempotencyKey: `k${i}` });
        if (answer.status === 201) acknowledged.push(String(answer.body['number']));
        else {
          expect(`${answer.status} ${String(answer.body['code'])}`).toBe('503 service-unavailable');
          refused += 1;
        }
      }
      expect(refused).toBeGreaterThan(0);
      rmSync(ballast, { recursive: true });
      await until(
        async () =>
          (await call(target, { text: 'Der er plads igen', idempotencyKey: 'igen' }).catch(() => ({ status: 0 })))
            .status,
        (status) => status === 201,
        40_000,
      );
      const again = await call('/api/v1/session', ADMIN);
      const { body } = await call(
        `/api/v1/consultations/${String(made.body['id'])}/comment-counts`,
        undefined,
        again.cookie,
      );
      expect(body['total']).toBe(acknowledged.length + 1);
    } finally {
      await product.stop();
      await until(
        () => Promise.resolve(processesOf(dataDir).length),
        (count) => count === 0,
      ).catch(() => undefined);
      spawnSync('umount', [dataDir]);
      if (existsSync(dataDir)) rmSync(dataDir, { recursive: true, force: true });
    }
  }, 120_000);
});
