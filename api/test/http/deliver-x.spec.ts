import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView, ChannelOffer } from '@forhoering/shared/contracts/delivery.contract.js';
import { XDouble } from '../../../e2e/doubles/x.ts';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';

// A stand-in for X: the real one can be reached by nobody here.
let t: TestApp;
let world: ChannelWorld;
let account: ChannelAccountView;
const double = new XDouble();

beforeAll(async () => {
  await double.start();
  t = await startApp({ worker: true, env: { CHANNEL_SERVERS: `x=${double.url}`, CHANNEL_APP_X: 'x-app:x-secret' } });
  world = await ChannelWorld.make(t);
  account = await world.signIn('x');
});
afterAll(async () => {
  await t.close();
  await double.stop();
});
const out = (link: string) =>
  double.tweets.filter(({ entities }) => entities.urls.some(({ expanded_url }) => expanded_url.startsWith(link)));

describe('X', () => {
  it('is off until the municipality has registered an app', async () => {
    expect(account).toMatchObject({ channel: 'x', name: 'Nørreskov Kommune (@noerreskov)', expiresAt: null });
    const bare = await startApp();
    try {
      const admin = await bare.admin();
      const offers = (await admin.get('/channel-accounts/offers')).body.items as ChannelOffer[];
      expect(offers.find(({ channel }) => channel === 'x')?.ready).toBe(false);
      expect((await admin.post('/channel-accounts/sign-in', { channel: 'x' })).body.code).toBe('channel-app-missing');
    } finally {
      await bare.close();
    }
  });

  it.each([[null], ['dropAfter']] as const)('takes a post once, also when the answer is lost: %s', async (kind) => {
    const told = await world.story(['x']);
    if (kind) double.faults.push({ on: 'POST /2/tweets', kind });
    await world.send(told, 'x', account.id);
    const post = await world.becomes(told, 'x', 'delivered');
    expect(out(told.link)).toHaveLength(1);
    expect(post.permalink).toBe(`https://x.com/noerreskov/status/${out(told.link)[0]?.id}`);
  });

  it('waits for tomorrow when the month’s use is up, and not only a quarter of an hour', async () => {
    const told = await world.story(['x']);
    const body = {
      type: 'https://api.x.com/2/problems/usage-capped',
      title: 'UsageCapExceeded',
      detail: 'Usage cap exceeded',
    };
    double.faults.push({ on: 'POST /2/tweets', kind: 'answer', say: { status: 429, body } });
    await world.send(told, 'x', account.id);
    const { delivery } = await world.becomes(told, 'x', 'waiting');
    expect(delivery?.fault?.code).toBe('quota-used');
    expect(Date.parse(delivery?.nextAt ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);
    await world.planner.post(`/deliveries/${delivery?.id}/cancel`);
  });

  it('turns its tokens in time, and says so when one was used by somebody else', async () => {
    double.lives = 60;
    account = await world.signIn('x');
    double.lives = 7_200;
    const before = double.token;
    const told = await world.story(['x']);
    await world.send(told, 'x', account.id);
    await world.becomes(told, 'x', 'delivered');
    expect(double.token).not.toBe(before);
    double.lives = 60;
    account = await world.signIn('x');
    Object.assign(double, { refresh: 'turned' });
    const stuck = await world.story(['x']);
    await world.send(stuck, 'x', account.id);
    await world.becomes(stuck, 'x', 'needsReauth');
  });
});
