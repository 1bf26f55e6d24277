import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client as Pg } from 'pg';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type Client, type TestApp } from '../support/app.js';

const OPEN = {
  title: 'Åben',
  questions: [{ kind: 'text', label: 'Hvad?' }],
  closesAt: '2199-12-31',
  deleteOn: '2199-12-31',
};

describe('receiving, on a real database', () => {
  let t: TestApp;
  let staff: Client;
  let db: Pg;
  let path = '';
  let id = '';
  beforeAll(async () => {
    t = await startApp();
    staff = await t.admin();
    const made = await staff.post('/consultations', OPEN);
    id = made.body.id;
    path = `/public/consultations/${made.body.slug}/comments`;
    await staff.post(`/consultations/${id}/publish`);
    db = new Pg({ connectionString: t.databaseUrl });
    await db.connect();
  });
  afterAll(async () => {
    await db.end();
    await t.close();
  });

  it('refuses, in tests, whoever asks for a second connection while holding one', async () => {
    const pool = t.app.get(Database);
    await expect(pool.transaction(() => pool.query('select 1'))).rejects.toThrow('a second connection');
    expect(await pool.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('makes one comment of twenty simultaneous submits with one key', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => t.as().post(path, { text: 'Dobbeltklik', idempotencyKey: 'nøgle-1' })),
    );
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
  });

  it('makes one comment of twenty simultaneous submits without a key', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => t.as().post(path, { text: 'Uden script' })));
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1);
  });

  it('gives numbers that are unique and in order, whoever writes at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => t.as().post(path, { text: `Bidrag nummer ${i}`, idempotencyKey: `k${i}` })),
    );
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(30);
  });

  it('tests the period by the clock, in the statement that stores', async () => {
    await db.query(`update consultation set closes_at = now() + interval '1 second' where id = $1`, [id]);
    expect((await t.as().post(path, { text: 'I sidste øjeblik' })).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await t.as().post(path, { text: 'For sent' })).body.code).toBe('consultation-closed');
    await db.query(
      `update consultation set opens_at = now() + interval '1 hour', closes_at = now() + interval '2 hours' where id = $1`,
      [id],
    );
    expect((await t.as().post(path, { text: 'For tidligt' })).body.code).toBe('consultation-not-open-yet');
    await db.query(`update consultation set opens_at = now() - interval '1 hour' where id = $1`, [id]);
  });

  it('rolls the act back when its audit line cannot be written', async () => {
    const before = (await staff.get(`/consultations/${id}`)).body;
    await db.query(`alter table audit_event add constraint broken check (action <> 'consultation.update') not valid`);
    expect((await staff.patch(`/consultations/${id}`, { title: 'Ny titel', version: before.version })).status).toBe(
      500,
    );
    expect((await staff.get(`/consultations/${id}`)).body).toEqual(before);
    await db.query(`alter table audit_event drop constraint broken`);
    await db.query(`alter table audit_event add constraint broken check (action <> 'comment.hide') not valid`);
    const item = (await staff.get(`/consultations/${id}/comments`)).body.items[0];
    expect((await staff.post(`/comments/${item.id}/decision`, { action: 'hide', reason: 'x' })).status).toBe(500);
    expect((await staff.get(`/comments/${item.id}`)).body.state).toBe(item.state);
    await db.query(`alter table audit_event drop constraint broken`);
  });

  it('never lets the log be changed', async () => {
    await expect(db.query(`update audit_event set action = 'x'`)).rejects.toThrow(/append-only/);
    await expect(db.query('delete from audit_event')).rejects.toThrow(/append-only/);
  });

  it('has public text exactly while the state is public', async () => {
    await expect(db.query(`update comment set public_text = 'x' where state = 'waiting'`)).rejects.toThrow(
      /comment_public_text_check/,
    );
  });

  it('keeps with each comment the privacy notice it came under', async () => {
    const { version } = (await staff.get(`/consultations/${id}`)).body;
    await staff.patch(`/consultations/${id}`, { privacyNotice: 'Ny tekst om oplysninger', version });
    await t.as().post(path, { text: 'Efter den nye tekst' });
    const [newest] = (await staff.get(`/consultations/${id}/comments`)).body.items;
    expect((await staff.get(`/comments/${newest.id}`)).body.privacyNoticeVersion).toBe(2);
  });

  it('tells two people who edit at once who was first', async () => {
    const { version } = (await staff.get(`/consultations/${id}`)).body;
    expect((await staff.patch(`/consultations/${id}`, { teaser: 'Den første', version })).status).toBe(200);
    const second = await staff.patch(`/consultations/${id}`, { teaser: 'Den anden', version });
    expect(second.body).toMatchObject({ code: 'version-conflict', params: { changedBy: 'Administrator' } });
  });

  it('answers 503 in words when the database is gone, and works again when it is back', async () => {
    await db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await t.as().post(path, { text: `Efter afbrydelsen ${i}` }));
    expect(answers.at(-1)?.status).toBe(201);
    expect(answers.every((answer) => [201, 503].includes(answer.status))).toBe(true);
  });
});

describe('the product clock', () => {
  it('moves with CLOCK_OFFSET, in code and in the database', async () => {
    const t = await startApp({ env: { CLOCK_OFFSET: 'PT25H' } });
    const staff = await t.admin();
    const closesAt = new Date(Date.now() + 24 * 3_600_000).toISOString();
    const made = await staff.post('/consultations', { ...OPEN, closesAt });
    expect((await staff.post(`/consultations/${made.body.id}/publish`)).body).toMatchObject({ state: 'closed' });
    expect(
      (await t.as().post(`/public/consultations/${made.body.slug}/comments`, { text: 'For sent' })).body.code,
    ).toBe('consultation-closed');
    await t.close();
  });
});
