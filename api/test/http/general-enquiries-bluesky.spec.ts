import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppViewDouble } from '../../../e2e/doubles/appview.ts';
import { blueskyPlace, BlueskyServer, type BlueskyUser } from '../../../e2e/doubles/bluesky-server.ts';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';
import { conversation, has, register, seenBy } from '../support/enquiries.js';
import { until } from '../support/until.js';

const there = blueskyPlace() !== null;
(there ? describe : describe.skip)('what is said to profiles on a real Bluesky server', () => {
  if (!there) process.stdout.write('general enquiries on a real Bluesky server are skipped: it is not installed\n');
  let t: TestApp;
  let world: ChannelWorld;
  let us: BlueskyUser;
  let library: BlueskyUser;
  let citizen: BlueskyUser;
  // An AppView of our own: the server asks it for notifications.
  const appView = new AppViewDouble();
  const server = new BlueskyServer();

  beforeAll(async () => {
    await appView.start();
    await server.start(appView.url);
    appView.pds = server.url;
    us = await server.join('noerreskov');
    library = await server.join('biblioteket');
    citizen = await server.join('borger');
    const env = { CHANNEL_SERVERS: `bluesky=${server.url},bluesky-appview=${appView.url}` };
    t = await startApp({ worker: true, env });
    world = await ChannelWorld.make(t);
    for (const { handle, password } of [us, library]) {
      const sign = { channel: 'bluesky', identifier: handle, secret: password };
      expect((await world.admin.post('/channel-accounts', sign)).status).toBe(201);
    }
  });
  afterAll(async () => {
    await t.close();
    await Promise.all([server.stop(), appView.stop()]);
  });

  /** Somebody writes and names profiles. */
  const name = (who: BlueskyUser, text: string, ...named: BlueskyUser[]) => {
    const facets = named.map(({ did }) => ({
      index: { byteStart: 0, byteEnd: 1 },
      features: [{ $type: 'app.bsky.richtext.facet#mention', did }],
    }));
    return server.post(who, text, undefined, { facets });
  };

  it('comes home by the notifications, and is answered there', async () => {
    const text = '@noerreskov.test Hvem rydder sne på Skolevej';
    const asked = await name(citizen, text, us);
    await server.post(citizen, 'Ikke til jer');
    const items = await seenBy(t, () => register(world), has(text));
    expect(items).toMatchObject([{ channel: 'bluesky', author: 'borger.test' }]);
    const waits = await until(
      () => conversation(world, text),
      (found) => found !== undefined,
    );
    await world.planner.post(`/inbox/${waits?.id}/answers`, { kind: 'full', text: 'Det gør vi selv.' });
    const answers = await until(
      () => server.records(us),
      ({ length }) => length === 1,
    );
    expect(answers[0]?.value).toMatchObject({ reply: { parent: { uri: asked.uri }, root: { uri: asked.uri } } });
    await server.remove(citizen, asked.uri);
    await seenBy(
      t,
      () => register(world),
      ([one]) => one?.state === 'withdrawn',
    );
  });

  it('is one enquiry when it names two profiles, and none when one of ours says it to the other', async () => {
    const text = '@noerreskov.test @biblioteket.test Hvornår har I åbent';
    await name(citizen, text, us, library);
    await name(library, '@noerreskov.test Vi holder åbent', us);
    await seenBy(t, () => register(world), has(text));
    // Both profiles are read once more after that, and by then both have been named.
    await name(citizen, '@biblioteket.test En til', library);
    await seenBy(t, () => register(world), has('@biblioteket.test En til'));
    await name(citizen, '@noerreskov.test Den sidste', us);
    const all = await seenBy(t, () => register(world), has('@noerreskov.test Den sidste'));
    expect(all.filter((one) => one.text === text)).toHaveLength(1);
    expect(all.map((one) => one.text)).not.toContain('@noerreskov.test Vi holder åbent');
    // Numbers without a gap: nothing was tried twice.
    expect(all.map(({ number }) => Number(number.slice(-4)))).toEqual(all.map((_, i) => i + 1));
  });
});
