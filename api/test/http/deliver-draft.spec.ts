import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { MastodonDouble } from '../../../e2e/doubles/mastodon.ts';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, type Told } from '../support/channels.js';

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
const out = (told: Told) => double.ours.filter(({ content }) => content.includes(told.link.split('/').at(-1) ?? '?'));

describe('a post that is ordered while the consultation is a draft', () => {
  it('goes out when it is open by then, with what was opened; else it waits for a person, and a discarded one for nobody', async () => {
    const [opened, pictured, forgotten, later, dropped] = [
      await world.draft(['mastodon'], planned),
      await world.draft(['instagram'], {
        ...planned,
        posts: [{ channel: 'instagram', text: 'Hvad skal torvet være?' }],
      }),
      await world.draft(['mastodon'], planned),
      await world.draft(['mastodon'], planned),
      await world.draft(['mastodon'], planned),
    ];
    expect((await world.send(opened, 'mastodon', mastodon.id)).body.code).toBe('consultation-not-published');
    const orders = [
      order(opened),
      order(pictured, 'instagram', instagram.id),
      order(forgotten),
      order(later),
      order(dropped),
    ];
    expect((await Promise.all(orders)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await order(opened)).status).toBe(409);
    expect(await stateOf(opened)).toMatchObject({ state: 'scheduled', dueAt: '2027-06-01T08:00:00.000Z' });

    const change = async (told: Told, body: object) => {
      const { version } = (await world.planner.get(`/consultations/${told.consultationId}`)).body;
      expect((await world.planner.patch(`/consultations/${told.consultationId}`, { ...body, version })).status).toBe(
        200,
      );
    };
    const publish = (told: Told) => world.planner.post(`/consultations/${told.consultationId}/publish`);
    await change(later, { opensAt: '2027-06-01T12:00' });
    expect(
      (await Promise.all([publish(opened), publish(pictured), publish(later)])).map(({ status }) => status),
    ).toEqual([200, 200, 200]);
    expect((await world.planner.post(`/consultations/${dropped.consultationId}/discard`)).status).toBe(200);
    expect(double.ours).toHaveLength(0);

    await world.becomes(opened, 'mastodon', 'delivered', 60_000);
    await world.becomes(pictured, 'instagram', 'delivered');
    expect(out(opened)).toHaveLength(1);
    // The link's own picture was made when there was something to make it of.
    expect([...graph.containers.values()][0]?.imageUrl).toMatch(/post-pictures/);

    for (const told of [forgotten, later])
      expect((await world.becomes(told, 'mastodon', 'rejected')).delivery?.fault).toMatchObject({ code: 'not-open' });
    expect([...out(forgotten), ...out(later), ...out(dropped)]).toEqual([]);

    // Opened after all, a person sends it.
    expect((await publish(forgotten)).status).toBe(200);
    expect((await world.send(forgotten, 'mastodon', mastodon.id)).status).toBe(200);
    await world.becomes(forgotten, 'mastodon', 'delivered');
    expect(out(forgotten)).toHaveLength(1);
  }, 90_000);
});
