import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import sharp from 'sharp';
import { MastodonDouble } from '../../../e2e/doubles/mastodon.ts';
import { ChannelWatch } from '../../src/delivery/accounts/channel-watch.service.js';
import { ADMIN, startApp, type TestApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';
import { mailsOf } from '../support/mails.js';
import { until } from '../support/until.js';

// A stand-in for Mastodon: no real one can be run here.
let t: TestApp;
let double: MastodonDouble;
let world: ChannelWorld;
let account: ChannelAccountView;

beforeAll(async () => {
  double = await new MastodonDouble().start();
  t = await startApp({ worker: true, env: { CHANNEL_SERVERS: `mastodon=${double.url}` } });
  world = await ChannelWorld.make(t);
  account = await world.signIn('mastodon', { server: double.url });
});
afterEach(() => void (double.faults.length = 0));
afterAll(async () => {
  await t.close();
  await double.stop();
});

const POSTING = 'POST /api/v1/statuses';
const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, '');
/** As the server shows it: the scheme is not what was written. */
const bare = (link: string): string => link.replace(/^https?:\/\//, '');

describe('connecting', () => {
  it('is done at the network’s own page, and what opens the account is sealed', async () => {
    expect(account).toMatchObject({
      channel: 'mastodon',
      name: 'Nørreskov Kommune (@noerreskov)',
      address: `${double.url}/@noerreskov`,
      state: 'connected',
      needsApproval: false,
      fault: null,
    });
    const again = await world.signIn('mastodon', { server: double.url });
    expect(again.id).toBe(account.id);
    expect(JSON.stringify((await world.admin.get('/channel-accounts')).body)).not.toContain(double.token);
    expect((await world.planner.post(`/channel-accounts/${account.id}/check`)).body).toMatchObject({
      state: 'connected',
    });
  });

  it('is over once it was done, belongs to who began, and asks no private server', async () => {
    const begin = () => world.admin.post('/channel-accounts/sign-in', { channel: 'mastodon', server: double.url });
    const state = (url: string): string => new URL(url).searchParams.get('state') ?? '';
    const mine = (await begin()).body.url as string;
    const other = await t.person(['administrator']);
    const answer = { state: state(mine), code: 'x' };
    expect((await other.post('/channel-accounts/sign-in/complete', answer)).body.code).toBe('channel-sign-in-over');
    expect((await world.admin.post('/channel-accounts/sign-in/complete', answer)).body.errors[0].code).toBe(
      'channel-refused',
    );
    expect((await world.admin.post('/channel-accounts/sign-in/complete', answer)).body.code).toBe(
      'channel-sign-in-over',
    );
    for (const server of ['http://127.0.0.1:1', 'localhost', 'https://10.0.0.1', 'http://[::1]:80', 'nej nej', '']) {
      const refused = await world.admin.post('/channel-accounts/sign-in', { channel: 'mastodon', server });
      expect([refused.status, refused.body.errors?.[0].field]).toEqual([422, 'server']);
    }
  });

  it('is for those who look after the profiles', async () => {
    for (const role of ['caseworker', 'superUser', 'dpo', 'planner'] as const) {
      const who = await t.person([role]);
      expect((await who.post('/channel-accounts/sign-in', { channel: 'mastodon', server: double.url })).status).toBe(
        403,
      );
      expect((await who.delete(`/channel-accounts/${account.id}`)).status).toBe(403);
      expect((await who.patch(`/channel-accounts/${account.id}`, { needsApproval: true, version: 1 })).status).toBe(
        403,
      );
      expect((await who.get('/channel-accounts')).status).toBe(role === 'planner' ? 200 : 403);
    }
    expect((await t.as().get('/channel-accounts')).status).toBe(401);
  });
});

describe('a post', () => {
  it('goes out once, with its link, and is on record as put up', async () => {
    const told = await world.story(['mastodon']);
    const both = await Promise.all([
      world.send(told, 'mastodon', account.id),
      world.send(told, 'mastodon', account.id),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const post = await world.becomes(told, 'mastodon', 'delivered');
    const [sent, ...more] = double.ours.filter(({ content }) => wordsOf(content).includes(bare(told.link)));
    expect(more).toEqual([]);
    expect(wordsOf(sent?.content ?? '')).toContain(`${bare(told.link)}?k=mastodon`);
    expect(post).toMatchObject({ permalink: sent?.url, postedAt: expect.any(String), postedByName: 'Prøve Person' });
    expect((await world.send(told, 'mastodon', account.id)).body.code).toBe('post-is-out');
    expect((await world.planner.post(`/stories/${told.story.id}/posts/mastodon/not-posted`)).body.code).toBe(
      'post-is-out',
    );
  });

  it.each([
    ['the connection breaks after it was taken', { on: POSTING, kind: 'dropAfter' }],
    ['the connection breaks before', { on: POSTING, kind: 'dropBefore' }],
    ['the server says 500', { on: POSTING, kind: 'answer', say: { status: 500, body: { error: 'oh' } } }],
    ['the answer is no status', { on: POSTING, kind: 'answer', say: { status: 200, body: { hej: 1 } } }],
  ] as const)('is there once when %s', async (_what, fault) => {
    const told = await world.story(['mastodon']);
    double.faults.push({ ...fault });
    await world.send(told, 'mastodon', account.id);
    await world.becomes(told, 'mastodon', 'delivered');
    expect(double.ours.filter(({ content }) => wordsOf(content).includes(bare(told.link)))).toHaveLength(1);
  });

  it('waits as long as the network asks, and nothing else is tried meanwhile', async () => {
    const told = await world.story(['mastodon']);
    const headers = { 'x-ratelimit-reset': new Date(Date.now() + 2_500).toISOString() };
    double.faults.push({
      on: POSTING,
      kind: 'answer',
      say: { status: 429, body: { error: 'Too many requests' }, headers },
    });
    const asked = Date.now();
    await world.send(told, 'mastodon', account.id);
    const waiting = await world.becomes(told, 'mastodon', 'waiting');
    expect(waiting.delivery?.fault).toMatchObject({ code: 'rate-limited' });
    const [shown] = (await world.planner.get('/channel-accounts')).body.items as ChannelAccountView[];
    expect(shown?.waitUntil).not.toBeNull();
    await world.becomes(told, 'mastodon', 'delivered');
    expect(Date.now() - asked).toBeGreaterThan(2_000);
  });

  it('that is refused says why, and can be sent again with other words', async () => {
    const told = await world.story(['mastodon']);
    const say = { status: 422, body: { error: 'Validation failed: Text character limit of 500 exceeded' } };
    double.faults.push({ on: POSTING, kind: 'answer', say });
    await world.send(told, 'mastodon', account.id);
    const refused = await world.becomes(told, 'mastodon', 'rejected');
    expect(refused.delivery?.fault?.code).toBe('too-long');
    expect((await world.send(told, 'mastodon', account.id)).status).toBe(200);
    await world.becomes(told, 'mastodon', 'delivered');
  });

  it('is not ordered when the channel would refuse it, the plan is missing or over, or the account is another channel’s', async () => {
    const long = await world.story(['mastodon'], { posts: [{ channel: 'mastodon', text: 'å'.repeat(600) }] });
    const refusal = await world.send(long, 'mastodon', account.id);
    expect(refusal.body.errors[0]).toMatchObject({ field: 'text', code: 'post-too-long', params: { over: 100 } });
    const told = await world.story(['mastodon', 'facebook'], { plannedOn: '2020-01-01T08:00' });
    const field = async (channel: string, more: object, id = account.id): Promise<string> =>
      (await world.send(told, channel, id, more)).body.errors[0].code;
    expect(await field('mastodon', { when: 'planned' })).toBe('plan-is-over');
    expect(await field('mastodon', { when: 'altid' })).toBe('not-allowed-value');
    expect(await field('facebook', {})).toBe('not-allowed-value');
    expect((await world.send(told, 'x', account.id)).status).toBe(404);
    const unplanned = await world.story(['mastodon']);
    expect((await world.send(unplanned, 'mastodon', account.id, { when: 'planned' })).body.errors[0].code).toBe(
      'not-planned',
    );
    const caseworker = await t.person(['caseworker']);
    const body = { accountId: account.id, when: 'now' };
    expect((await caseworker.post(`/stories/${told.story.id}/posts/mastodon/send`, body)).status).toBe(403);
  });

  it('carries its picture with the description', async () => {
    const told = await world.story(['mastodon']);
    const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#567' } })
      .jpeg()
      .toBuffer();
    const file = (await world.planner.upload(`/consultations/${told.consultationId}/files`, picture, {}, 'torv.jpg'))
      .body.id;
    const { headline, text, posts } = told.story;
    const words = posts.map((post) => ({ channel: post.channel, text: post.text }));
    const body = {
      headline,
      text,
      posts: words,
      pictureId: file,
      altText: 'Torvet set fra åen',
      plannedOn: null,
      version: 1,
    };
    expect((await world.planner.put(`/consultations/${told.consultationId}/stories/opening`, body)).status).toBe(200);
    double.asked.length = 0;
    await world.send(told, 'mastodon', account.id);
    await world.becomes(told, 'mastodon', 'delivered');
    expect(double.asked.filter((one) => one === 'POST /api/v2/media')).toHaveLength(1);
  });
});

describe('a planned post', () => {
  const plan = '2199-05-04T08:00';
  it('goes with new words and a new time, and is taken back', async () => {
    const told = await world.story(['mastodon'], { plannedOn: plan });
    await world.send(told, 'mastodon', account.id, { when: 'planned' });
    const first = await world.post(told, 'mastodon');
    expect(first.delivery).toMatchObject({ state: 'scheduled', dueAt: '2199-05-04T06:00:00.000Z' });
    const save = (version: number, more: object) =>
      world.planner.put(`/consultations/${told.consultationId}/stories/opening`, {
        headline: 'Torvet',
        text: 'x',
        pictureId: null,
        altText: '',
        plannedOn: '2199-05-05T08:00',
        posts: [{ channel: 'mastodon', text: 'Nye ord {link}' }],
        version,
        ...more,
      });
    expect((await save(1, {})).status).toBe(200);
    const second = await world.post(told, 'mastodon');
    expect(second.delivery).toMatchObject({ state: 'scheduled', dueAt: '2199-05-05T06:00:00.000Z' });
    expect(second.delivery?.id).not.toBe(first.delivery?.id);
    // The same again changes nothing.
    expect((await save(2, {})).status).toBe(200);
    expect((await world.post(told, 'mastodon')).delivery?.id).toBe(second.delivery?.id);
    const calendar = await world.planner.get('/stories?from=2199-05-05&to=2199-05-06');
    expect(calendar.body.items[0].channels).toEqual([{ channel: 'mastodon', posted: false, delivery: 'scheduled' }]);
    expect((await save(3, { plannedOn: null })).status).toBe(200);
    expect((await world.post(told, 'mastodon')).delivery?.state).toBe('cancelled');
  });

  it('is read by somebody else first where the account asks for that', async () => {
    const asked = await world.admin.patch(`/channel-accounts/${account.id}`, {
      needsApproval: true,
      version: ((await world.admin.get('/channel-accounts')).body.items[0] as ChannelAccountView).version,
    });
    expect(asked.body.needsApproval).toBe(true);
    const told = await world.story(['mastodon']);
    await world.send(told, 'mastodon', account.id);
    const { delivery } = await world.post(told, 'mastodon');
    expect(delivery).toMatchObject({ state: 'awaitingApproval', nextAt: null });
    const approve = `/deliveries/${delivery?.id}/approve`;
    expect((await world.planner.post(approve)).body.code).toBe('approve-by-another');
    expect((await (await t.person(['caseworker'])).post(approve)).status).toBe(403);
    const other = await t.person(['socialMediaManager']);
    expect((await other.post(approve)).body).toMatchObject({ state: 'scheduled', approvedByName: 'Prøve Person' });
    expect((await other.post(approve)).body.code).toBe('delivery-moved-on');
    await world.becomes(told, 'mastodon', 'delivered');
    await world.admin.patch(`/channel-accounts/${account.id}`, { needsApproval: false, version: asked.body.version });
  });

  it('is taken back, ordered again, dropped with its story, and ends what was put up by hand', async () => {
    const told = await world.story(['mastodon'], { plannedOn: plan });
    const order = () => world.send(told, 'mastodon', account.id, { when: 'planned' });
    await order();
    const { delivery } = await world.post(told, 'mastodon');
    const cancel = `/deliveries/${delivery?.id}/cancel`;
    expect((await world.planner.post(cancel)).body.state).toBe('cancelled');
    expect((await world.planner.post(cancel)).body.code).toBe('delivery-moved-on');
    await order();
    expect((await world.admin.delete(`/channel-accounts/${account.id}`)).body.code).toBe('deliveries-under-way');
    const by = {
      permalink: `${double.url.replace('http', 'https')}/@noerreskov/1`.replace('127.0.0.1', 'skov.example'),
    };
    expect((await world.planner.post(`/stories/${told.story.id}/posts/mastodon/posted`, by)).status).toBe(200);
    expect((await world.post(told, 'mastodon')).delivery?.state).toBe('cancelled');
    const dropped = await world.story(['mastodon'], { plannedOn: plan });
    await world.send(dropped, 'mastodon', account.id, { when: 'planned' });
    expect((await world.planner.delete(`/stories/${dropped.story.id}`)).status).toBe(204);
  });
});

describe('an account that is let in no more', () => {
  it('keeps what is on its way, says so, and goes on when somebody signs in again', async () => {
    const told = await world.story(['mastodon']);
    double.token = 'token-2';
    await world.send(told, 'mastodon', account.id);
    const stuck = await world.becomes(told, 'mastodon', 'needsReauth');
    expect(stuck.delivery?.fault?.code).toBe('signed-out');
    const [shown] = (await world.planner.get('/channel-accounts')).body.items as ChannelAccountView[];
    expect(shown).toMatchObject({ state: 'needsReauth', stuck: 1, fault: { code: 'signed-out' } });
    expect((await world.planner.post(`/channel-accounts/${account.id}/check`)).body.state).toBe('needsReauth');
    // Those who can mend it are told, once.
    const watch = t.app.get(ChannelWatch);
    await watch.run();
    await watch.run();
    const mails = mailsOf(t).filter(({ to, subject }) => to === ADMIN.email && subject.includes('Mastodon'));
    expect(mails).toHaveLength(1);
    await world.signIn('mastodon', { server: double.url });
    await world.becomes(told, 'mastodon', 'delivered');
    await until(
      async () => ((await world.planner.get('/channel-accounts')).body.items as ChannelAccountView[])[0]?.fault,
      (fault) => fault === null,
    );
  });

  it('is forgotten, with what opened it', async () => {
    expect((await world.admin.delete(`/channel-accounts/${account.id}`)).status).toBe(204);
    expect((await world.admin.delete(`/channel-accounts/${account.id}`)).status).toBe(404);
    expect((await world.admin.get('/channel-accounts')).body.items).toEqual([]);
    const told = await world.story(['mastodon']);
    expect((await world.send(told, 'mastodon', account.id)).body.errors[0].field).toBe('accountId');
    account = await world.signIn('mastodon', { server: double.url });
    expect((await world.send(told, 'mastodon', account.id)).status).toBe(200);
    await world.becomes(told, 'mastodon', 'delivered');
  });
});
