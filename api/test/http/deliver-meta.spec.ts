import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import { graphError } from '../../../e2e/doubles/graph-words.ts';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, someWord } from '../support/channels.js';
import { until } from '../support/until.js';

// A stand-in for Meta's servers: the real ones can be reached by nobody here.
let t: TestApp;
let double: GraphDouble;
let world: ChannelWorld;
let facebook: ChannelAccountView;
let instagram: ChannelAccountView;

beforeAll(async () => {
  double = await new GraphDouble().start();
  const env = { CHANNEL_SERVERS: `facebook=${double.url}`, CHANNEL_APP_FACEBOOK: 'app-id:app-secret' };
  t = await startApp({ worker: true, env });
  world = await ChannelWorld.make(t);
  facebook = await world.signIn('facebook');
  instagram = await world.signIn('instagram');
});
afterEach(() => void (double.faults.length = 0));
afterAll(async () => {
  await t.close();
  await double.stop();
});

const VERSION = '/v26.0';

describe('Facebook', () => {
  const FEED = `POST ${VERSION}/1000/feed`;
  const out = (link: string) => double.ours.filter(({ message }) => message.includes(link));

  it('is connected by the page’s own sign-in, and not at all without the municipality’s app', async () => {
    expect(facebook).toMatchObject({ channel: 'facebook', name: '@Nørreskov Kommune', state: 'connected' });
    expect((await world.planner.post(`/channel-accounts/${facebook.id}/check`)).body.state).toBe('connected');
    const offers = (await world.planner.get('/channel-accounts/offers')).body.items;
    expect(offers).toContainEqual({ channel: 'facebook', way: 'signIn', server: double.url, ready: true });
    const bare = await startApp();
    try {
      const admin = await bare.admin();
      expect((await admin.post('/channel-accounts/sign-in', { channel: 'facebook' })).body.code).toBe(
        'channel-app-missing',
      );
    } finally {
      await bare.close();
    }
  });

  it('takes a post once, with its link', async () => {
    const told = await world.story(['facebook']);
    await world.send(told, 'facebook', facebook.id);
    const post = await world.becomes(told, 'facebook', 'delivered');
    const [made, ...more] = out(told.link);
    expect(more).toEqual([]);
    expect(made?.link).toBe(`${told.link}?k=facebook`);
    expect(post.permalink).toBe(`https://www.facebook.com/${made?.id}`);
  });

  it('is searched when the answer was lost, and the post is found', async () => {
    const told = await world.story(['facebook']);
    double.faults.push({ on: FEED, kind: 'dropAfter' });
    await world.send(told, 'facebook', facebook.id);
    await world.becomes(told, 'facebook', 'delivered');
    expect(out(told.link)).toHaveLength(1);
  });

  it('is searched twice, two minutes apart, before anything is sent again', async () => {
    const told = await world.story(['facebook']);
    double.faults.push({ on: FEED, kind: 'dropBefore' });
    await world.send(told, 'facebook', facebook.id);
    const looked = await until(
      () => world.post(told, 'facebook'),
      ({ delivery }) =>
        delivery?.state === 'unknown' && delivery.nextAt !== null && Date.parse(delivery.nextAt) > Date.now() + 60_000,
    );
    expect(Date.parse(looked.delivery?.nextAt ?? '') - Date.now()).toBeLessThan(121_000);
    expect(out(told.link)).toEqual([]);
    expect((await world.planner.post(`/deliveries/${looked.delivery?.id}/cancel`)).body.code).toBe('delivery-moved-on');
    const { Database } = await import('../../src/platform/database/database.js');
    const past =
      "update delivery set next_at = next_at - interval '3 minutes', absent_at = absent_at - interval '3 minutes' where id = $1";
    await t.app.get(Database).query(past, [looked.delivery?.id]);
    await world.becomes(told, 'facebook', 'delivered');
    expect(out(told.link)).toHaveLength(1);
  });

  it.each([
    [graphError(506, 'Duplicate status message'), 'unknown', 'duplicate'],
    [graphError(200, 'Requires pages_manage_posts'), 'rejected', 'permission'],
    [graphError(100, 'Invalid parameter'), 'rejected', 'refused'],
    [graphError(2, 'Service temporarily unavailable', {}, 500), 'unknown', 'server-error'],
  ])('said %j: %s', async (say, state, code) => {
    const told = await world.story(['facebook']);
    double.faults.push({ on: FEED, kind: 'answer', say });
    await world.send(told, 'facebook', facebook.id);
    const post = await world.becomes(told, 'facebook', state);
    expect(post.delivery?.fault?.code).toBe(code);
  });

  it('waits when calls are used up, for as long as it says', async () => {
    const told = await world.story(['facebook']);
    const usage = JSON.stringify({ 1000: [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 7 }] });
    const say = { ...graphError(32, 'Page request limit reached'), headers: { 'x-business-use-case-usage': usage } };
    double.faults.push({ on: FEED, kind: 'answer', say });
    await world.send(told, 'facebook', facebook.id);
    const { delivery } = await world.becomes(told, 'facebook', 'waiting');
    const minutes = (Date.parse(delivery?.nextAt ?? '') - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(7);
    const { Database } = await import('../../src/platform/database/database.js');
    await t.app.get(Database).query('update channel_account set wait_until = null where id = $1', [facebook.id]);
    await world.planner.post(`/deliveries/${delivery?.id}/cancel`);
  });
});

describe('Instagram', () => {
  const PUBLISH = `POST ${VERSION}/2000/media_publish`;
  const out = (text: string) => double.media.filter(({ caption }) => caption === text);
  const story = async () => {
    const told = await world.story(['instagram'], {
      posts: [{ channel: 'instagram', text: `Hvad skal torvet være? ${someWord()}` }],
    });
    return { told, text: told.story.posts[0]?.text ?? '' };
  };

  it('takes a post with a picture that it can fetch; nobody else finds the picture before', async () => {
    const { told, text } = await story();
    await world.send(told, 'instagram', instagram.id);
    const post = await world.becomes(told, 'instagram', 'delivered');
    expect(out(text)).toHaveLength(1);
    expect(post.permalink).toMatch(/^https:\/\/www\.instagram\.com\/p\//);
    const [container] = [...double.containers.values()].filter(({ caption }) => caption === text);
    expect(container?.altText).toMatch(/^Torvet /);
    const path = new URL(container?.imageUrl ?? '').pathname.replace('/api/v1', '');
    const picture = await t.as().get(path);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect((await t.as().get(path.replace(/[0-9a-f]{4}$/, '0000'))).status).toBe(404);
    expect((await t.as().get('/public/post-pictures/..%2f..%2fetc')).status).toBe(404);
  });

  it.each([['dropAfter'], ['dropBefore']] as const)('tells by the container what became of it: %s', async (kind) => {
    const { told, text } = await story();
    double.faults.push({ on: PUBLISH, kind });
    await world.send(told, 'instagram', instagram.id);
    await world.becomes(told, 'instagram', 'delivered');
    expect(out(text)).toHaveLength(1);
  });

  it('makes a new container when the old one has run out', async () => {
    const { told, text } = await story();
    const spoil = (): void => {
      for (const one of double.containers.values()) if (one.caption === text) one.status = 'EXPIRED';
    };
    double.faults.push({ on: PUBLISH, kind: 'dropBefore', meanwhile: spoil });
    await world.send(told, 'instagram', instagram.id);
    await world.becomes(told, 'instagram', 'delivered');
    expect(out(text)).toHaveLength(1);
    const made = [...double.containers.values()].filter(({ caption }) => caption === text);
    expect(made.map(({ status }) => status)).toEqual(['EXPIRED', 'PUBLISHED']);
  });

  it('waits for tomorrow when the day’s posts are used', async () => {
    double.quota.used = 50;
    const { told } = await story();
    await world.send(told, 'instagram', instagram.id);
    const { delivery } = await world.becomes(told, 'instagram', 'waiting');
    expect(delivery?.fault?.code).toBe('quota-used');
    double.quota.used = 0;
    await world.planner.post(`/deliveries/${delivery?.id}/cancel`);
  });
});
