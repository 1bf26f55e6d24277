import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { MastodonDouble } from '../../../e2e/doubles/mastodon.ts';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, type Told } from '../support/channels.js';
import { until } from '../support/until.js';

const WALL = '2027-06-01T10:00';
/** The product's clock so that it is half a minute before. */
const offset = (): string => `PT${Math.round((Date.parse('2027-06-01T08:00:00Z') - Date.now()) / 1_000) - 30}S`;

let t: TestApp;
let world: ChannelWorld;
let mastodon: ChannelAccountView;
let instagram: ChannelAccountView;
const double = new MastodonDouble();
const graph = new GraphDouble();

beforeAll(async () => {
  await Promise.all([double.start(), graph.start()]);
  const env = {
    CHANNEL_SERVERS: `mastodon=${double.url},facebook=${graph.url}`,
    CHANNEL_APP_FACEBOOK: 'app:app-secret',
    CLOCK_OFFSET: offset(),
  };
  t = await startApp({ worker: true, env });
  world = await ChannelWorld.make(t);
  mastodon = await world.signIn('mastodon', { server: double.url });
  instagram = await world.signIn('instagram');
});
afterAll(async () => {
  await t.close();
  await Promise.all([double.stop(), graph.stop()]);
});

const planned = { plannedOn: WALL };
const order = (told: Told, channel = 'mastodon', accountId = mastodon.id) =>
  world.send(told, channel, accountId, { when: 'planned' });
const stateOf = async (told: Told, channel = 'mastodon') => (await world.post(told, channel)).delivery;
/** A discarded consultation's stories are shown to nobody. */
const becomesOf = (told: Told, state: string) =>
  until(
    () =>
      t.app
        .get(Database)
        .query<{ state: string }>(
          'select d.state from delivery d join post p on p.id = d.subject_id where p.story_id = $1',
          [told.story.id],
        ),
    ([row]) => row?.state === state,
  );
const out = (told: Told) => double.ours.filter(({ content }) => content.includes(told.link.split('/').at(-1) ?? '?'));

describe('a post that is ordered while the consultation is a draft', () => {
  it('goes out when it is open by then, with what was opened; else a person sends it, and a discarded one ends', async () => {
    const instagrams = { ...planned, posts: [{ channel: 'instagram', text: 'Hvad skal torvet være?' }] };
    const [opened, pictured, forgotten, later, dropped] = [
      await world.draft(['mastodon'], planned),
      await world.draft(['instagram'], instagrams),
      await world.draft(['mastodon'], planned),
      await world.draft(['mastodon'], planned),
      await world.draft(['mastodon'], planned),
    ];
    expect((await world.send(opened, 'mastodon', mastodon.id)).body.code).toBe('consultation-not-published');
    const stranger = await t.person(['caseworker', 'superUser']);
    const path = `/stories/${opened.story.id}/posts/mastodon/send`;
    expect((await stranger.post(path, { accountId: mastodon.id, when: 'planned' })).status).toBe(403);
    // Two people at once order one.
    const both = await Promise.all([order(opened), order(opened)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const orders = [order(pictured, 'instagram', instagram.id), order(forgotten), order(later), order(dropped)];
    expect((await Promise.all(orders)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await stateOf(opened)).toMatchObject({ state: 'scheduled', dueAt: '2027-06-01T08:00:00.000Z' });

    const change = async (told: Told, body: object) => {
      const one = `/consultations/${told.consultationId}`;
      const { version } = (await world.planner.get(one)).body;
      expect((await world.planner.patch(one, { ...body, version })).status).toBe(200);
    };
    const publish = (told: Told) => world.planner.post(`/consultations/${told.consultationId}/publish`);
    // What is told of is what was opened, and not what stood there when it was ordered.
    await change(pictured, { title: 'Torvet, som det hedder nu' });
    await change(later, { opensAt: '2027-06-01T12:00' });
    const published = await Promise.all([publish(opened), publish(pictured), publish(later)]);
    expect(published.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await world.planner.post(`/consultations/${dropped.consultationId}/discard`)).status).toBe(200);
    await becomesOf(dropped, 'cancelled');
    expect(double.ours).toHaveLength(0);

    await world.becomes(opened, 'mastodon', 'delivered', 60_000);
    await world.becomes(pictured, 'instagram', 'delivered');
    expect(out(opened)).toHaveLength(1);
    const [container] = [...graph.containers.values()];
    expect(container).toMatchObject({ altText: 'Torvet, som det hedder nu' });
    expect(container?.imageUrl).toMatch(/post-pictures/);
    // Its page says when it opens.
    await world.becomes(later, 'mastodon', 'delivered');
    expect((await world.becomes(forgotten, 'mastodon', 'rejected')).delivery?.fault).toMatchObject({
      code: 'not-open',
    });
    expect([...out(forgotten), ...out(dropped)]).toEqual([]);

    // Opened after all, a person sends it.
    expect((await publish(forgotten)).status).toBe(200);
    expect((await world.send(forgotten, 'mastodon', mastodon.id)).status).toBe(200);
    await world.becomes(forgotten, 'mastodon', 'delivered');
    expect(out(forgotten)).toHaveLength(1);
  }, 90_000);

  it('does not wait for a colleague when the draft is thrown away', async () => {
    const asking = { needsApproval: true, version: mastodon.version };
    expect((await world.admin.patch(`/channel-accounts/${mastodon.id}`, asking)).status).toBe(200);
    const told = await world.draft(['mastodon'], { plannedOn: '2027-06-02T10:00' });
    expect((await order(told)).status).toBe(200);
    expect(await stateOf(told)).toMatchObject({ state: 'awaitingApproval' });
    expect((await world.planner.post(`/consultations/${told.consultationId}/discard`)).status).toBe(200);
    await becomesOf(told, 'cancelled');
    // Nothing stands in the way of letting the profile go.
    expect((await world.admin.delete(`/channel-accounts/${mastodon.id}`)).status).toBe(204);
  });
});
