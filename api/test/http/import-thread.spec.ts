import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASTED_COLUMNS, pastedCsv } from '@forhoering/shared/comments/pasted-edits.rules.js';
import { splitThread } from '@forhoering/shared/comments/pasted-thread.rules.js';
import type { CommentDetail, CommentListItem } from '@forhoering/shared/contracts/comment.contract.js';
import type { ImportView } from '@forhoering/shared/contracts/import.contract.js';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, type Told } from '../support/channels.js';
import { until } from '../support/until.js';

const COPIED = '2026-11-27T12:00:00.000Z';
const LINK = 'https://www.facebook.com/noerreskov/posts/1';
const THREAD = `Mest relevante
Mette Hansen
Hvorfor skal vi bruge penge på det?
Synes godt om
Svar
2 d.
Nørreskov Kommune
Forfatter
Mette Hansen Pengene er sat af.
Synes godt om · Svar · 1 d.
Mette Hansen
Nørreskov Kommune tak
Synes godt om · Svar · 3 t.
Ib Bo
Enig
Synes godt om · Svar · 1 t.`;

let t: TestApp;
let world: ChannelWorld;
const graph = new GraphDouble();

beforeAll(async () => {
  await graph.start();
  t = await startApp({
    worker: true,
    env: { CHANNEL_SERVERS: `facebook=${graph.url}`, CHANNEL_APP_FACEBOOK: 'app:app-secret' },
  });
  world = await ChannelWorld.make(t);
});
afterAll(async () => {
  await t.close();
  await graph.stop();
});

const request = (told: Told, thread: string, fields: object = {}, copiedAt = COPIED) =>
  world.planner.upload(
    `/consultations/${told.consultationId}/imports`,
    Buffer.from(pastedCsv(splitThread(thread, ['Nørreskov Kommune']).comments, LINK)),
    { mapping: JSON.stringify({ ...PASTED_COLUMNS, channel: 'facebook', source: 'Facebook', copiedAt }), ...fields },
    'Indsat tråd.csv',
  );
const ended = (id: string): Promise<ImportView> =>
  until(
    async () => (await world.planner.get(`/imports/${id}`)).body as ImportView,
    ({ state }) => !['queued', 'running'].includes(state),
  );
async function paste(told: Told, thread: string, copiedAt?: string): Promise<ImportView> {
  const made = await request(told, thread, {}, copiedAt);
  expect(made.status).toBe(201);
  return ended(made.body.id);
}
/** The post goes out; gives what the network calls it. */
async function posted(told: Told, accountId: string): Promise<string> {
  await world.send(told, 'facebook', accountId);
  await world.becomes(told, 'facebook', 'delivered');
  const row = await t.app
    .get(Database)
    .queryOne<{ id: string }>("select external_id as id from delivery where content ->> 'link' like $1", [
      `${told.link}%`,
    ]);
  return row?.id ?? '';
}
const register = async (told: Told): Promise<CommentListItem[]> =>
  (await world.planner.get(`/consultations/${told.consultationId}/comments?order=oldest`)).body.items;
const detail = async (id = ''): Promise<CommentDetail> => (await world.planner.get(`/comments/${id}`)).body;
const named = (items: CommentListItem[], text: string) => items.find((one) => one.text === text);

describe('a pasted thread', () => {
  it('comes in with about when, who answers whom and where it stands, and without what we wrote', async () => {
    const told = await world.story(['facebook']);
    expect(await paste(told, THREAD)).toMatchObject({ state: 'done', total: 3, imported: 3, failed: 0 });
    const items = await register(told);
    expect(items.map(({ text }) => text)).toEqual([
      'Hvorfor skal vi bruge penge på det?',
      'Nørreskov Kommune tak',
      'Enig',
    ]);
    const [first, second] = await Promise.all(items.map(({ id }) => detail(id)));
    expect(first).toMatchObject({
      channel: 'facebook',
      author: 'Mette Hansen',
      permalink: LINK,
      upstreamAt: '2026-11-25T12:00:00.000Z',
      upstreamApprox: true,
      importId: expect.any(String),
    });
    // It stood below our answer, which was below hers.
    expect(second?.parentId).toBe(first?.id);
    const shown = JSON.stringify((await t.as().get(`/public/consultations/${told.slug}/comments`)).body);
    expect(shown).toContain('Enig');
    expect(shown).not.toMatch(/Mette Hansen|Ib Bo/);
  });

  it('brings only what is new the day after, below what came before', async () => {
    const told = await world.story(['facebook']);
    await paste(told, THREAD);
    const longer = `${THREAD.replace('2 d.', '3 d.').replace('· 1 t.', '· 1 d.')}
Eva Bo
Ib Bo det er jeg ikke
Synes godt om · Svar · 1 min.
Ib Bo
Enig
Synes godt om · Svar · 1 min.`;
    const next = '2026-11-28T12:00:00.000Z';
    expect(await paste(told, longer, next)).toMatchObject({ total: 5, imported: 2, alreadyThere: 3 });
    expect(await paste(told, longer, next)).toMatchObject({ imported: 0, alreadyThere: 5 });
    const items = await register(told);
    expect(items).toHaveLength(5);
    expect((await detail(named(items, 'Ib Bo det er jeg ikke')?.id)).parentId).toBe(named(items, 'Enig')?.id);
  });

  it('is screened as everything is', async () => {
    const told = await world.story(['facebook']);
    const thread =
      'Eva Bo\nMit nummer er 010190-1234\nSynes godt om · Svar · 1 t.\nIb \u202eBo\n=1+1\u202e <b>hej</b>\nSynes godt om · Svar · 1 t.';
    expect(await paste(told, thread)).toMatchObject({ imported: 2, held: 1 });
    const items = await register(told);
    expect(items.map(({ text, state, author }) => [text, state, author])).toEqual([
      ['Mit nummer er 010190-1234', 'held', 'Eva Bo'],
      ['=1+1 <b>hej</b>', 'public', 'Ib Bo'],
    ]);
  });

  it('is the same as what is read from the network later, which knows the time better', async () => {
    const told = await world.story(['facebook']);
    const account = await world.signIn('facebook');
    await paste(told, THREAD);
    const root = await posted(told, account.id);
    const hers = graph.say(root, 'Hvorfor skal vi bruge penge på det?', {
      from: { id: '91', name: 'Mette Hansen' },
    });
    graph.say(root, 'Enig', { from: null });
    graph.say(root, 'Helt ny', { from: { id: '92', name: 'Ulla Ek' } });
    await t.app.get(Database).query('update collect_source set next_at = now()');
    const items = await until(
      () => register(told),
      ({ length }) => length > 3,
    );
    expect(items.map(({ text }) => text)).toEqual(expect.arrayContaining(['Helt ny', 'Enig']));
    expect(items).toHaveLength(4);
    expect(await detail(named(items, 'Hvorfor skal vi bruge penge på det?')?.id)).toMatchObject({
      upstreamApprox: false,
      externalId: hers.id,
    });
    const more = `${THREAD}\nUlla Ek\nHelt ny\nSynes godt om · Svar · 1 t.\nEva Bo\nUlla Ek ja tak\nSynes godt om · Svar · 1 t.`;
    expect(await paste(told, more)).toMatchObject({ imported: 1, alreadyThere: 4 });
    const after = await register(told);
    expect((await detail(named(after, 'Ulla Ek ja tak')?.id)).parentId).toBe(named(after, 'Helt ny')?.id);
  });

  it('is taken back as one, once, and may come in again', async () => {
    const told = await world.story(['facebook']);
    const { id } = await paste(told, THREAD);
    expect((await (await t.person(['dpo'])).post(`/imports/${id}/undo`)).status).toBe(403);
    expect((await t.as().post(`/imports/${id}/undo`)).status).toBe(401);
    const both = await Promise.all([1, 2].map(() => world.planner.post(`/imports/${id}/undo`)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await register(told)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect((await t.as().get(`/public/consultations/${told.slug}/comments`)).body.items).toEqual([]);
    expect(await paste(told, THREAD)).toMatchObject({ imported: 3, alreadyThere: 0 });
    const tried = await request(told, THREAD, { dryRun: 'true' });
    await ended(tried.body.id);
    expect((await world.planner.post(`/imports/${tried.body.id}/undo`)).status).toBe(409);
  });

  it('that was taken back is no reason to leave out what is read from the network', async () => {
    const told = await world.story(['facebook']);
    const account = await world.signIn('facebook');
    const { id } = await paste(told, THREAD);
    await world.planner.post(`/imports/${id}/undo`);
    graph.say(await posted(told, account.id), 'Enig', { from: { id: '93', name: 'Ib Bo' } });
    await t.app.get(Database).query('update collect_source set next_at = now()');
    await until(
      () => register(told),
      (items) => items.some(({ text, state }) => text === 'Enig' && state === 'public'),
    );
  });

  it('was copied when it was sent, where nobody says a time that can be', async () => {
    for (const copiedAt of ['', 'i morges', '+275760-09-13T00:00:00.000Z', '0001-01-01T00:00:00Z']) {
      const told = await world.story(['facebook']);
      expect(await paste(told, THREAD, copiedAt)).toMatchObject({ state: 'done', imported: 3 });
      const [first] = await register(told);
      expect(Math.abs(Date.parse(first?.upstreamAt ?? '') - Date.now() + 2 * 86_400_000)).toBeLessThan(60_000);
    }
  });

  it('may have thousands', async () => {
    const told = await world.story(['facebook']);
    const many = Array.from(
      { length: 5_000 },
      (_, i) =>
        `${i % 2 ? 'Ib Bo' : 'Eva Bo'}\n${i ? `${i % 2 ? 'Eva' : 'Ib'} Bo ` : ''}Nummer ${i}\nSynes godt om · Svar · 1 t.`,
    ).join('\n');
    expect(await paste(told, many)).toMatchObject({ imported: 5_000 });
    expect((await detail((await register(told))[1]?.id)).parentId).not.toBeNull();
  }, 60_000);
});
