import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { Database } from '../../src/platform/database/database.js';
import { described, startApp, type TestApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';
import { until } from '../support/until.js';

let t: TestApp;
const double = new GraphDouble();

beforeAll(async () => {
  await double.start();
  const env = {
    CHANNEL_SERVERS: `facebook=${double.url}`,
    CHANNEL_APP_FACEBOOK: 'app:app-secret',
    CHANNEL_WEBHOOK_FACEBOOK: 'et ord',
  };
  t = await startApp({ worker: true, env });
});
afterAll(async () => {
  await t.close();
  await double.stop();
});

const signed = (body: string, secret = 'app-secret'): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
const told = (postId: string): string =>
  // Spaces and escapes as the network sends them: the signature is over the bytes, not over what they mean.
  `{"object":"page", "entry":[{"id":"1000","changes":[{"field":"feed","value":{"item":"comment","verb":"add","post_id":"${postId}","message":"\\u00e6"}}]}]}`;
const send = async (body: string, signature: string) =>
  described(
    'post',
    '/webhooks/facebook',
    await t
      .as()
      .raw('post', '/webhooks/facebook')
      .set('content-type', 'application/json')
      .set('x-hub-signature-256', signature)
      .send(body),
  );
const counts = () =>
  t.app.get(Database).queryOne<{ accepted: number; forged: number }>('select accepted, forged from webhook_count');

describe('what Meta tells', () => {
  it('begins with its question whether the address is ours', async () => {
    const ask = (token: string) => {
      const query = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.verify_token': token,
        'hub.challenge': '1158201444',
      });
      return t.as().get(`/webhooks/facebook?${query.toString()}`);
    };
    const answer = await ask('et ord');
    expect([answer.status, answer.text]).toEqual([200, '1158201444']);
    expect((await ask('et andet')).status).toBe(404);
    expect((await t.as().get('/webhooks/bluesky')).status).toBe(404);
    expect((await t.as().post('/webhooks/tiktok', {})).status).toBe(404);
  });

  it('is a hint: the post is read at once, and a comment that is only claimed is none', async () => {
    const world = await ChannelWorld.make(t);
    const account = await world.signIn('facebook');
    const story = await world.story(['facebook']);
    await world.send(story, 'facebook', account.id);
    await world.becomes(story, 'facebook', 'delivered');
    const root = double.ours[0]?.id ?? '';
    const register = async () =>
      (await world.planner.get(`/consultations/${story.consultationId}/comments`)).body.items as Array<{
        text: string;
      }>;
    await until(
      () => t.app.get(Database).query('select 1 from collect_source where next_at > now() and post_id is not null'),
      ({ length }) => length === 1,
    );
    double.say(root, 'Fik I den?');
    expect((await send(told(root), signed(told(root)))).status).toBe(204);
    // Twice and in any order is once.
    await send(told(root), signed(told(root)));
    await until(register, ({ length }) => length === 1);
    expect(await register()).toMatchObject([{ text: 'Fik I den?' }]);
  });

  it('finds at the profile what lies below no post of a consultation', async () => {
    const planner = await t.person(['planner']);
    const profile = () =>
      t.app.get(Database).queryOne<{ next: boolean; read: string }>(
        `select k.next_at > now() as next, k.read_at::text as read from collect_source k join channel_account a on a.id = k.account_id
           where k.post_id is null and a.channel = 'facebook'`,
      );
    await until(profile, (row) => row?.next === true);
    const visitor = double.write('Hvornår åbner biblioteket?');
    await send(told(visitor.id), signed(told(visitor.id)));
    await until(
      async () => (await planner.get('/inbox?limit=200')).body.items as Array<{ excerpt: string }>,
      (items) => items.some(({ excerpt }) => excerpt === visitor.message),
    );
    // Below a post that is read anyway, the profile is left alone.
    const before = await until(profile, (row) => row?.next === true);
    const root = double.ours[0]?.id ?? '';
    await send(told(root), signed(told(root)));
    await until(
      () => t.app.get(Database).query('select 1 from collect_source where next_at > now() and post_id is not null'),
      ({ length }) => length === 1,
    );
    expect((await profile())?.read).toBe(before?.read);
  });

  it('is refused and counted when somebody else says it', async () => {
    const before = await counts();
    const body = told('1000_1');
    const forged = [signed(body, 'gæt'), signed(`${body} `), 'sha256=', '', 'sha1=abc', signed(body).toUpperCase()];
    for (const signature of forged) expect((await send(body, signature)).status).toBe(403);
    expect((await send('[1,', signed('[1,'))).status).toBe(400);
    expect((await send('[1]', signed('[1]'))).status).toBe(204);
    await until(counts, (row) => row?.forged === (before?.forged ?? 0) + forged.length);
  });

  it('may come in a storm of ten thousand of which a tenth is forged', async () => {
    const before = await counts();
    const body = told('1000_1');
    const [good, bad] = [signed(body), signed(body, 'gæt')];
    const statuses = new Map<number, number>();
    for (let i = 0; i < 10_000; i += 50) {
      const some = await Promise.all(Array.from({ length: 50 }, (_, k) => send(body, (i + k) % 10 === 0 ? bad : good)));
      for (const { status } of some) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 204: 9_000, 403: 1_000 });
    const [accepted, forged] = [(before?.accepted ?? 0) + 9_000, (before?.forged ?? 0) + 1_000];
    await until(counts, (row) => row?.accepted === accepted && row.forged === forged);
  }, 90_000);
});
