import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView, NumberSeries } from '@forhoering/shared/contracts/delivery.contract.js';
import { graphError } from '../../../e2e/doubles/graph-words.ts';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { LinkedInDouble } from '../../../e2e/doubles/linkedin.ts';
import { MastodonDouble } from '../../../e2e/doubles/mastodon.ts';
import { ThreadsDouble } from '../../../e2e/doubles/threads.ts';
import { XDouble } from '../../../e2e/doubles/x.ts';
import { Collector } from '../../src/collecting/collector.service.js';
import { ChannelDaily } from '../../src/delivery/accounts/channel-daily.service.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';

let t: TestApp;
let world: ChannelWorld;
const graph = new GraphDouble();
const mastodon = new MastodonDouble();
const threads = new ThreadsDouble();
const linkedin = new LinkedInDouble();
const x = new XDouble();
const doubles = [graph, mastodon, threads, linkedin, x];

beforeAll(async () => {
  await Promise.all(doubles.map((one) => one.start()));
  const at = { facebook: graph, instagram: graph, mastodon, threads, linkedin, x };
  t = await startApp({
    worker: true,
    env: {
      CHANNEL_SERVERS: Object.entries(at)
        .map(([channel, { url }]) => `${channel}=${url}`)
        .join(','),
      CHANNEL_APP_FACEBOOK: 'app:app-secret',
      CHANNEL_APP_THREADS: 'app:threads-secret',
      CHANNEL_APP_LINKEDIN: 'app:linkedin-secret',
      CHANNEL_APP_X: 'x-app:x-secret',
      CHANNEL_WEBHOOK_FACEBOOK: 'et ord',
    },
  });
  world = await ChannelWorld.make(t);
});
afterAll(async () => {
  await t.close();
  await Promise.all(doubles.map((one) => one.stop()));
});

const series = async (path = '/channel-accounts/numbers'): Promise<NumberSeries[]> =>
  (await world.planner.get(path)).body.items;
const account = async (id: string): Promise<ChannelAccountView> =>
  (await world.planner.get('/channel-accounts')).body.items.find((one: ChannelAccountView) => one.id === id);
/** Worked on as it is every minute; as if a day had passed. */
const daily = async (passed = true): Promise<void> => {
  if (passed) await t.app.get(Database).query("update channel_account set daily_at = daily_at - interval '1 day'");
  await t.app.get(ChannelDaily).run();
};
const before = (days: number) => t.app.get(Database).query('update channel_number set day = day - $1::int', [days]);

describe('followers', () => {
  it('are counted once a day where the network tells, by name and version', async () => {
    const made = [];
    for (const channel of ['facebook', 'mastodon', 'threads', 'linkedin', 'x'])
      made.push(await world.signIn(channel, channel === 'mastodon' ? { server: mastodon.url } : {}));
    await daily(false);
    const found = await series();
    const told = made.map(({ id }) => found.find(({ subjectId }) => subjectId === id));
    expect(told.map((one) => [one?.metric, one?.definition, one?.days.map(({ value }) => value)])).toEqual([
      ['followers', 'graph v26.0', [812]],
      ['followers', 'mastodon v1', [120]],
      ['followers', 'threads v1.0', [55]],
      ['followers', 'linkedin 202606', [340]],
      ['followers', 'x v2', [77]],
    ]);
    const asked = graph.asked.length;
    await daily(false);
    expect(graph.asked.length).toBe(asked);
  });

  it('leave a gap on a day when the network was away, and never a zero', async () => {
    const [facebook] = (await world.planner.get('/channel-accounts')).body.items.filter(
      ({ channel }: ChannelAccountView) => channel === 'facebook',
    );
    await before(2);
    graph.faults.push({ on: 'GET /v26.0/1000', kind: 'dropBefore' });
    await daily();
    graph.faults.length = 0;
    await before(1);
    graph.followers = 820;
    await daily();
    const own = (await series()).find(({ subjectId }) => subjectId === facebook.id);
    expect(own?.days.map(({ value }) => value)).toEqual([812, 820]);
    const [from, to] = (own?.days ?? []).map(({ day }) => Date.parse(day));
    expect(((to ?? 0) - (from ?? 0)) / 86_400_000).toBe(3);
    expect((await t.as().get('/channel-accounts/numbers')).status).toBe(401);
  });
});

describe('a page of ours', () => {
  it('has the app told after it was connected, each day again, and no more when it is let go', async () => {
    const { id } = await world.signIn('facebook');
    await daily(false);
    expect(graph.subscribed).toBe('feed,mention');
    expect((await account(id)).hints).toBe('on');
    // Meta takes the app off when our address has been silent for long.
    graph.subscribed = null;
    await daily();
    expect(graph.subscribed).toBe('feed,mention');
    graph.faults.push({
      on: 'POST /v26.0/1000/subscribed_apps',
      kind: 'answer',
      say: graphError(200, 'Requires pages_manage_metadata permission', {}, 403),
    });
    await daily();
    graph.faults.length = 0;
    expect(await account(id)).toMatchObject({ hints: 'permission', state: 'connected', fault: null });
    await daily();
    expect((await world.admin.delete(`/channel-accounts/${id}`)).status).toBe(204);
    expect(graph.subscribed).toBeNull();
  });
});

describe('the numbers of a post', () => {
  it('are kept day by day, the last reading of each', async () => {
    const { id } = await world.signIn('mastodon', { server: mastodon.url });
    const told = await world.story(['mastodon']);
    await world.send(told, 'mastodon', id);
    await world.becomes(told, 'mastodon', 'delivered');
    const path = `/consultations/${told.consultationId}/numbers`;
    const again = async () => {
      await t.app.get(Database).query('update collect_source set next_at = now()');
      await t.app.get(Collector).round();
    };
    await again();
    await t.app.get(Database).query("update channel_number set day = day - 3 where subject_kind = 'post'");
    await again();
    await again();
    const comments = (await series(path)).find(({ metric }) => metric === 'comments');
    expect(comments).toMatchObject({ kind: 'post', definition: 'mastodon v1', days: [{ value: 0 }, { value: 0 }] });
    expect((await t.as().get(path)).status).toBe(401);
  });
});
