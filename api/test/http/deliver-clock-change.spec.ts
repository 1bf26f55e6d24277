import { describe, expect, it } from '@jest/globals';
import { MastodonDouble } from '../../../e2e/doubles/mastodon.ts';
import { startApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';

const SECOND = 1_000;
/** The product's clock so that it is some seconds before `instant` now. */
const before = (instant: string, seconds: number): string => {
  const ms = Date.parse(instant) - seconds * SECOND - Date.now();
  return `${ms < 0 ? '-' : ''}PT${Math.round(Math.abs(ms) / SECOND)}S`;
};

describe('a post that is planned for the night when the clock changes', () => {
  // Which instant each wall time means is the table of cases in shared/src/time; here it goes out, once, at that instant.
  it.each([
    ['forward, after the hour that is not there', '2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    ['forward, in the hour that is not there', '2027-03-28T02:30', '2027-03-28T01:30:00.000Z'],
    ['back, in the hour that comes twice: the first time', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
    ['back, after it', '2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
  ])('%s', async (_name, wall, instant) => {
    const double = await new MastodonDouble().start();
    const env = { CHANNEL_SERVERS: `mastodon=${double.url}`, CLOCK_OFFSET: before(instant, 12) };
    const t = await startApp({ worker: true, env });
    try {
      const world = await ChannelWorld.make(t);
      const account = await world.signIn('mastodon', { server: double.url });
      const told = await world.story(['mastodon'], { plannedOn: wall });
      const order = await world.send(told, 'mastodon', account.id, { when: 'planned' });
      expect(order.body.code ?? null).toBeNull();
      expect((await world.post(told, 'mastodon')).delivery).toMatchObject({ state: 'scheduled', dueAt: instant });
      expect(double.ours).toHaveLength(0);
      const post = await world.becomes(told, 'mastodon', 'delivered');
      expect(Date.parse(post.delivery?.deliveredAt ?? '')).toBeGreaterThanOrEqual(Date.parse(instant));
      expect(double.ours).toHaveLength(1);
    } finally {
      await t.close();
      await double.stop();
    }
  });
});
