import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import sharp from 'sharp';
import { blueskyPlace, BlueskyServer, type BlueskyUser } from '../../../e2e/doubles/bluesky-server.ts';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, type Told } from '../support/channels.js';

const there = blueskyPlace() !== null;
(there ? describe : describe.skip)('a real Bluesky server', () => {
  if (!there) process.stdout.write('the tests against a real Bluesky server are skipped: it is not installed\n');
  let server: BlueskyServer;
  let t: TestApp;
  let world: ChannelWorld;
  let us: BlueskyUser;
  let account: ChannelAccountView;

  const connect = (more: object = {}) =>
    world.admin.post('/channel-accounts', { channel: 'bluesky', identifier: us.handle, secret: us.password, ...more });
  const sent = async (told: Told) =>
    (await server.records(us)).filter(({ value }) => String(value['text']).includes(told.link));

  beforeAll(async () => {
    server = await new BlueskyServer().start();
    us = await server.join('noerreskov');
    t = await startApp({ worker: true, env: { CHANNEL_SERVERS: `bluesky=${server.url}` } });
    world = await ChannelWorld.make(t);
    account = (await connect()).body as ChannelAccountView;
  }, 60_000);
  afterAll(async () => {
    await t.close();
    await server.stop();
  });

  it('lets us in with an app’s password, and says no to another', async () => {
    expect(account).toMatchObject({ channel: 'bluesky', name: '@noerreskov.test', state: 'connected' });
    const wrong = await connect({ secret: 'forkert-kode' });
    expect(wrong.body.errors[0]).toMatchObject({ field: 'secret', code: 'channel-sign-in-refused' });
    expect((await connect({ server: 'http://127.0.0.1:9' })).body.errors[0].field).toBe('server');
    expect((await world.planner.post(`/channel-accounts/${account.id}/check`)).body.state).toBe('connected');
  });

  it('takes a post once, with the link card and its picture, and where links lie in the text', async () => {
    const told = await world.story(['bluesky']);
    await world.send(told, 'bluesky', account.id);
    const post = await world.becomes(told, 'bluesky', 'delivered');
    const [record, ...more] = await sent(told);
    expect(more).toEqual([]);
    const link = `${told.link}?k=bluesky`;
    expect(record?.value).toMatchObject({
      langs: ['da'],
      embed: { $type: 'app.bsky.embed.external', external: { uri: link, thumb: { mimeType: 'image/jpeg' } } },
      facets: [{ features: [{ uri: link }] }],
    });
    expect(post.permalink).toBe(`https://bsky.app/profile/noerreskov.test/post/${record?.uri.split('/').at(-1)}`);
  });

  it('takes a picture with its description', async () => {
    const told = await world.story(['bluesky']);
    const noise = Buffer.from(Array.from({ length: 1_200 * 900 * 3 }, () => Math.floor(Math.random() * 256)));
    const picture = await sharp(noise, { raw: { width: 1_200, height: 900, channels: 3 } })
      .png()
      .toBuffer();
    const file = (await world.planner.upload(`/consultations/${told.consultationId}/files`, picture, {}, 'støj.png'))
      .body.id;
    const posts = told.story.posts.map(({ channel, text }) => ({ channel, text }));
    const body = { headline: 'x', text: '', posts, pictureId: file, altText: 'Støj', plannedOn: null, version: 1 };
    expect((await world.planner.put(`/consultations/${told.consultationId}/stories/opening`, body)).status).toBe(200);
    await world.send(told, 'bluesky', account.id);
    await world.becomes(told, 'bluesky', 'delivered');
    const [record] = await sent(told);
    expect(record?.value['embed']).toMatchObject({ $type: 'app.bsky.embed.images', images: [{ alt: 'Støj' }] });
  });

  it('renews a token that has run out, and signs in again when that has too', async () => {
    const change = async (more: object): Promise<void> => {
      const { ChannelSessions } = await import('../../src/delivery/accounts/channel-sessions.service.js');
      const { Database } = await import('../../src/platform/database/database.js');
      const db = t.app.get(Database);
      const sealed = t.app.get(ChannelSessions).seal(account.id, { password: us.password, ...more });
      await db.query('update channel_account set sealed = $2 where id = $1', [account.id, sealed]);
    };
    const fresh = await server.ask('com.atproto.server.createSession', { identifier: us.did, password: us.password });
    await change({ accessJwt: 'x.e30.x', refreshJwt: String(fresh['refreshJwt']) });
    const first = await world.story(['bluesky']);
    await world.send(first, 'bluesky', account.id);
    await world.becomes(first, 'bluesky', 'delivered');
    await change({ accessJwt: 'x.e30.x', refreshJwt: 'x.e30.x' });
    const second = await world.story(['bluesky']);
    await world.send(second, 'bluesky', account.id);
    await world.becomes(second, 'bluesky', 'delivered');
    await change({ accessJwt: 'x.e30.x', refreshJwt: 'x.e30.x', password: 'ændret siden' });
    const third = await world.story(['bluesky']);
    await world.send(third, 'bluesky', account.id);
    await world.becomes(third, 'bluesky', 'needsReauth');
    expect((await connect()).status).toBe(201);
    await world.becomes(third, 'bluesky', 'delivered');
    expect(await sent(third)).toHaveLength(1);
  });
});
