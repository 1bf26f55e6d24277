import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.js';
import { ADMIN, call, find, Product } from './product.js';

interface Item {
  id: string;
  number: string;
}

const linux = process.platform === 'linux';
(linux ? describe : describe.skip)('answers while processes are killed', () => {
  if (!linux) process.stdout.write('crash tests read /proc and are skipped outside Linux\n');
  let product: Product;
  let cookie = '';
  let slug = '';

  beforeAll(async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-answers-'));
    chmodSync(dataDir, 0o755);
    product = new Product(dataDir);
    await product.start();
    ({ cookie } = await call('/api/v1/session', ADMIN));
    const draft = {
      title: 'Svar',
      questions: [{ kind: 'text', label: 'Hvad?' }],
      closesAt: '2199-12-31',
      deleteOn: '2199-12-31',
    };
    const made = await call('/api/v1/consultations', draft, cookie);
    slug = String(made.body['slug']);
    await call(`/api/v1/consultations/${String(made.body['id'])}/publish`, {}, cookie);
  }, 60_000);
  afterAll(async () => {
    await product.stop();
    rmSync(product.dataDir, { recursive: true, force: true });
  }, 60_000);

  const due = async (): Promise<Item[]> =>
    ((await call('/api/v1/inbox?limit=200', undefined, cookie)).body as unknown as { items: Item[] }).items;
  const mails = (): string[] => {
    const folder = path.join(product.dataDir, 'mail');
    if (!existsSync(folder)) return [];
    return readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  };

  it('loses no question, keeps every acknowledged answer, and sends none twice', async () => {
    const COUNT = 24;
    for (let i = 0; i < COUNT; i += 1) {
      // In the middle of them the worker goes: what it had begun is begun again by the next one.
      if (i === COUNT / 2) process.kill(find(product.dataDir, 'worker.js'), 'SIGKILL');
      const body = { text: `Hvornår kommer nummer ${i}?`, email: `borger${i}@eksempel.dk`, idempotencyKey: `spm-${i}` };
      expect((await call(`/api/v1/public/consultations/${slug}/comments`, body)).status).toBe(201);
    }
    const items = await until(due, (found) => found.length === COUNT, 90_000);
    expect(new Set(items.map(({ number }) => number)).size).toBe(COUNT);

    const acknowledged = new Set<string>();
    const answer = async ({ id }: Item): Promise<number> => {
      const body = { kind: 'full', text: `Svar til ${id}`, idempotencyKey: id };
      const sent = await call(`/api/v1/inbox/${id}/answers`, body, cookie).catch(() => ({ status: 0 }));
      if (sent.status === 201) acknowledged.add(id);
      return sent.status;
    };
    const sending = Promise.all(items.map(answer));
    process.kill(find(product.dataDir, 'main.js'), 'SIGKILL');
    process.kill(find(product.dataDir, 'worker.js'), 'SIGKILL');
    await sending;
    // Whoever saw no receipt presses again; the same key is the same answer.
    for (const item of items)
      await until(
        () => answer(item),
        (status) => status === 201,
        30_000,
      );

    const answersOf = async (id: string) =>
      (await call(`/api/v1/inbox/${id}`, undefined, cookie)).body as unknown as {
        state: string;
        answers: Array<{ text: string; deliveries: Array<{ destination: string; state: string }> }>;
      };
    for (const { id } of items) {
      const found = await until(
        () => answersOf(id),
        ({ answers }) =>
          answers.length > 0 && answers.every((one) => one.deliveries.every(({ state }) => state === 'delivered')),
        90_000,
      );
      expect(found).toMatchObject({ state: 'answered' });
      expect(found.answers.map(({ text }) => text)).toEqual([`Svar til ${id}`]);
    }
    expect(acknowledged.size).toBe(COUNT);
    // At least once, under one Message-ID: a mail that was on its way when the worker died is recognised as the same.
    const ids = mails()
      .filter((mail) => mail.includes('Svar til '))
      .map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
    expect(new Set(ids).size).toBe(COUNT);
  }, 240_000);
});
