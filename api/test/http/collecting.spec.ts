import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommentDetail, CommentListItem } from '@forhoering/shared/contracts/comment.contract.js';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import { AppViewDouble } from '../../../e2e/doubles/appview.ts';
import { blueskyPlace, BlueskyServer } from '../../../e2e/doubles/bluesky-server.ts';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { MastodonDouble } from '../../../e2e/doubles/mastodon.ts';
import { Collector } from '../../src/collecting/collector.service.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, type Told } from '../support/channels.js';
import { until } from '../support/until.js';

let t: TestApp;
let world: ChannelWorld;
const mastodon = new MastodonDouble();
const graph = new GraphDouble();
let accounts: Record<'mastodon' | 'facebook', ChannelAccountView>;

beforeAll(async () => {
  await Promise.all([mastodon.start(), graph.start()]);
  const servers = `mastodon=${mastodon.url},facebook=${graph.url}`;
  t = await startApp({ worker: true, env: { CHANNEL_SERVERS: servers, CHANNEL_APP_FACEBOOK: 'app:app-secret' } });
  world = await ChannelWorld.make(t);
  accounts = {
    mastodon: await world.signIn('mastodon', { server: mastodon.url }),
    facebook: await world.signIn('facebook'),
  };
});
afterAll(async () => {
  await t.close();
  await Promise.all([mastodon.stop(), graph.stop()]);
});

/** A post that is out; gives what the network calls it. */
async function posted(
  app: TestApp,
  where: ChannelWorld,
  channel: string,
  accountId: string,
): Promise<{ told: Told; root: string }> {
  const told = await where.story([channel]);
  await where.send(told, channel, accountId);
  await where.becomes(told, channel, 'delivered');
  const row = await app.app
    .get(Database)
    .queryOne<{ id: string }>(
      "select external_id as id from delivery where content ->> 'link' like $1 and state = 'delivered'",
      [`${told.link}%`],
    );
  return { told, root: row?.id ?? '' };
}
/** As if the minutes to the next reading had passed. */
const look = (app: TestApp): Promise<unknown> =>
  app.app.get(Database).query('update collect_source set next_at = now()');
const register = async (where: ChannelWorld, told: Told): Promise<CommentListItem[]> =>
  (await where.planner.get(`/consultations/${told.consultationId}/comments?order=oldest`)).body.items;
const detail = async (where: ChannelWorld, id: string): Promise<CommentDetail> =>
  (await where.planner.get(`/comments/${id}`)).body;

/** Reads again until it is so. */
async function comes(
  app: TestApp,
  where: ChannelWorld,
  told: Told,
  holds: (items: CommentListItem[]) => boolean,
): Promise<CommentListItem[]> {
  await look(app);
  return until(() => register(where, told), holds);
}

describe('what people write below a post', () => {
  it('is numbered in the register with channel, address, parent and the network’s own time', async () => {
    const { told, root } = await posted(t, world, 'mastodon', accounts.mastodon.id);
    const first = mastodon.say('Der mangler bænke & træer', {
      in_reply_to_id: root,
      created_at: '2026-11-27T20:00:00.000Z',
    });
    mastodon.say('Enig!', { in_reply_to_id: first.id });
    mastodon.say('Kun til dig', { in_reply_to_id: root, visibility: 'direct' });
    mastodon.say('Et helt andet sted');
    const items = await comes(t, world, told, ({ length }) => length === 2);
    expect(items.map(({ text, channel, state, upstreamAt }) => [text, channel, state, upstreamAt !== null])).toEqual([
      ['Der mangler bænke & træer', 'mastodon', 'public', true],
      ['Enig!', 'mastodon', 'public', true],
    ]);
    const one = await detail(world, items[0]?.id ?? '');
    expect(one).toMatchObject({
      upstreamAt: '2026-11-27T20:00:00.000Z',
      author: 'Borger B',
      permalink: first.url,
      externalId: first.id,
      early: true,
    });
    expect((await detail(world, items[1]?.id ?? '')).parentId).toBe(one.id);
    // Nobody chose to be named here.
    const shown = await t.as().get(`/public/consultations/${told.slug}/comments`);
    expect(JSON.stringify(shown.body)).toContain('Der mangler bænke');
    expect(JSON.stringify(shown.body)).not.toContain('Borger B');
    await look(t);
    await until(
      () =>
        t.app
          .get(Database)
          .query<{ n: number }>('select count(*)::int as n from collect_source where next_at <= now()'),
      ([row]) => row?.n === 0,
    );
    expect(await register(world, told)).toHaveLength(2);
    const { body } = await world.planner.get(`/comments/${items[0]?.id}`);
    expect(JSON.stringify(body)).toContain('comment.collect');
  });

  it('is screened as everything is, and follows edits and deletions', async () => {
    const { told, root } = await posted(t, world, 'mastodon', accounts.mastodon.id);
    const cpr = mastodon.say('Mit nummer er 010190-1234', { in_reply_to_id: root });
    const fine = mastodon.say('God plan', { in_reply_to_id: root });
    const gone = mastodon.say('Fortrydes', { in_reply_to_id: root });
    await comes(t, world, told, (items) => items.length === 3);
    const stateOf = (items: CommentListItem[], text: string) => items.find((one) => one.text === text)?.state;
    expect(stateOf(await register(world, told), 'Mit nummer er 010190-1234')).toBe('held');
    mastodon.edit(fine.id, 'Dårlig plan. Ring til mig på 20 30 40 50');
    mastodon.edit(cpr.id, 'Uden nummer');
    mastodon.remove(gone.id);
    const after = await comes(t, world, told, (items) => stateOf(items, 'Fortrydes') === 'withdrawn');
    expect(stateOf(after, 'Dårlig plan. Ring til mig på 20 30 40 50')).toBe('held');
    // Nothing private is left in it, so it is shown as a new one would be.
    expect(stateOf(after, 'Uden nummer')).toBe('public');
    const shown = JSON.stringify((await t.as().get(`/public/consultations/${told.slug}/comments`)).body);
    expect(shown).not.toContain('plan');
    const edited = after.find(({ text }) => text.startsWith('Dårlig'));
    expect((await detail(world, edited?.id ?? '')).versions).toMatchObject([{ text: 'God plan' }]);
  });

  it('does not double a thread that was pasted before, nor one that is pasted after', async () => {
    const { told, root } = await posted(t, world, 'facebook', accounts.facebook.id);
    const paste = async (rows: string[][]) => {
      const csv = [['text', 'author', 'id'], ...rows]
        .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
        .join('\n');
      const columns = { text: 'text', author: 'author', externalId: 'id' };
      const mapping = JSON.stringify({ channel: 'facebook', columns });
      const made = await world.planner.upload(`/consultations/${told.consultationId}/imports`, Buffer.from(csv), {
        mapping,
      });
      return until(
        async () => (await world.planner.get(`/imports/${made.body.id}`)).body,
        ({ state }) => state === 'done' || state === 'failed',
      );
    };
    expect(
      await paste([
        ['Sat ind i hånden', 'Borger B', ''],
        ['Med id', 'Borger B', 'x_1'],
      ]),
    ).toMatchObject({ imported: 2 });
    graph.say(root, 'Sat ind i hånden');
    graph.say(root, 'Med id', { id: 'x_1' });
    const fresh = graph.say(root, 'Kom af sig selv');
    const items = await comes(t, world, told, ({ length }) => length >= 3);
    expect(items.map(({ text }) => text).toSorted()).toEqual(['Kom af sig selv', 'Med id', 'Sat ind i hånden']);
    const again = [
      ['Kom af sig selv', 'Borger B', ''],
      ['Sat ind i hånden', 'Borger B', ''],
      ['Kom af sig selv', 'Borger B', fresh.id],
    ];
    expect(await paste(again)).toMatchObject({ imported: 0, alreadyThere: 3 });
    // Somebody else says the same words: that is another comment.
    graph.say(root, 'Kom af sig selv', { from: { id: '78', name: 'Borger C' } });
    expect(await comes(t, world, told, ({ length }) => length === 4)).toHaveLength(4);
  });

  it('is read in pages, with who is not told, and without what we wrote', async () => {
    const { told, root } = await posted(t, world, 'facebook', accounts.facebook.id);
    for (let i = 0; i < 230; i += 1)
      graph.say(root, `Nummer ${i}`, { from: i % 2 ? null : { id: `${i}`, name: `Borger ${i}` } });
    graph.say(root, 'Tak for det', { from: graph.page });
    await look(t);
    const counts = await until(
      async () => (await world.planner.get(`/consultations/${told.consultationId}/comment-counts`)).body,
      ({ total }) => total >= 230,
      30_000,
    );
    expect(counts.byChannel).toEqual({ facebook: 230 });
  }, 40_000);

  it('comes also below a post that was put up by hand, when its address tells which it is', async () => {
    const told = await world.story(['mastodon']);
    const ours = mastodon.say('Hvad skal torvet være?', { account: { ...mastodon.us, url: '' } });
    mastodon.say('Skrevet under det, I selv lagde op', { in_reply_to_id: ours.id });
    const permalink = `${mastodon.url.replace('http:', 'https:')}/@noerreskov/${ours.id}`;
    expect((await world.planner.post(`/stories/${told.story.id}/posts/mastodon/posted`, { permalink })).status).toBe(
      200,
    );
    Object.assign(t.app.get(Collector), { lookedAt: 0 });
    await until(
      () => register(world, told),
      ({ length }) => length === 1,
    );
  });

  it('waits while the network is away or we are signed out, and says so', async () => {
    const { told, root } = await posted(t, world, 'facebook', accounts.facebook.id);
    await comes(t, world, told, ({ length }) => length === 0);
    const path = `GET /v26.0/${root}`;
    for (let i = 0; i < 2; i += 1) graph.faults.push({ on: path, kind: 'dropBefore' });
    graph.say(root, 'Midt i det hele');
    await look(t);
    const fault = () =>
      t.app
        .get(Database)
        .queryOne<{ fault: { code: string } | null }>('select fault from collect_source where external_id = $1', [
          root,
        ]);
    await until(fault, (row) => row?.fault?.code === 'network');
    graph.faults.length = 0;
    await comes(t, world, told, ({ length }) => length === 1);
    await until(fault, (row) => row?.fault === null);
  });
});

const there = blueskyPlace() !== null;
(there ? describe : describe.skip)('below a post on a real Bluesky server', () => {
  if (!there) process.stdout.write('collecting from a real Bluesky server is skipped: it is not installed\n');
  it('replies come home, with an AppView of our own over real records', async () => {
    const server = await new BlueskyServer().start();
    const appView = await new AppViewDouble(server.url).start();
    const us = await server.join('noerreskov');
    const citizen = await server.join('borger');
    const app = await startApp({
      worker: true,
      env: { CHANNEL_SERVERS: `bluesky=${server.url},bluesky-appview=${appView.url}` },
    });
    try {
      const where = await ChannelWorld.make(app);
      const made = await where.admin.post('/channel-accounts', {
        channel: 'bluesky',
        identifier: us.handle,
        secret: us.password,
      });
      const { told, root } = await posted(app, where, 'bluesky', made.body.id);
      const [record] = await server.records(us);
      const parent = { uri: root, cid: record?.cid };
      const reply = await server.post(citizen, 'Hvad koster det?', { root: parent, parent });
      await server.post(citizen, 'Og hvornår?', { root: parent, parent: reply });
      const items = await comes(app, where, told, ({ length }) => length === 2);
      expect(items.map(({ text, author, channel }) => [text, author, channel])).toEqual([
        ['Hvad koster det?', 'borger.test', 'bluesky'],
        ['Og hvornår?', 'borger.test', 'bluesky'],
      ]);
      expect((await detail(where, items[0]?.id ?? '')).permalink).toMatch(
        /^https:\/\/bsky\.app\/profile\/borger\.test\/post\//,
      );
      await server.ask(
        'com.atproto.repo.deleteRecord',
        { repo: citizen.did, collection: 'app.bsky.feed.post', rkey: reply.uri.split('/').at(-1) },
        citizen,
      );
      const after = await comes(app, where, told, (all) => all[0]?.state === 'withdrawn');
      // What was below it is missing from the thread too, and still stands.
      expect(after[1]?.state).toBe('public');
    } finally {
      await app.close();
      await Promise.all([appView.stop(), server.stop()]);
    }
  }, 90_000);
});
