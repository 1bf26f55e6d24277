import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnquirySourceView } from '@forhoering/shared/contracts/collecting.contract.js';
import type { ConsultationSummary } from '@forhoering/shared/contracts/consultation.contract.js';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { MastodonDouble } from '../../../e2e/doubles/mastodon.ts';
import { ThreadsDouble } from '../../../e2e/doubles/threads.ts';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';
import { conversation, find, has, register, seenBy, standing } from '../support/enquiries.js';
import { until } from '../support/until.js';

// Stand-ins for Mastodon, Facebook, Instagram and Threads; Bluesky's own server: general-enquiries-bluesky.spec.ts.
let t: TestApp;
let world: ChannelWorld;
const mastodon = new MastodonDouble();
const graph = new GraphDouble();
const threads = new ThreadsDouble();
let accounts: Record<'mastodon' | 'facebook' | 'threads', ChannelAccountView>;

beforeAll(async () => {
  await Promise.all([mastodon.start(), graph.start(), threads.start()]);
  const servers = `mastodon=${mastodon.url},facebook=${graph.url},threads=${threads.url}`;
  const env = {
    CHANNEL_SERVERS: servers,
    CHANNEL_APP_FACEBOOK: 'app:app-secret',
    CHANNEL_APP_THREADS: 'threads-app:threads-secret',
  };
  t = await startApp({ worker: true, env });
  world = await ChannelWorld.make(t);
  accounts = {
    mastodon: await world.signIn('mastodon', { server: mastodon.url }),
    facebook: await world.signIn('facebook'),
    threads: await world.signIn('threads'),
  };
});
afterAll(async () => {
  await t.close();
  await Promise.all([mastodon.stop(), graph.stop(), threads.stop()]);
});

const seen = <T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => seenBy(t, ask, holds);

describe('what is said to a profile outside consultations', () => {
  it('lands in the year’s standing register, waits for an answer, and is answered where it was said', async () => {
    const said = mastodon.say('@noerreskov Lygten på Havnevej er gået');
    mastodon.say('@noerreskov Kun til jer', { visibility: 'direct' });
    mastodon.say('Noget helt andet');
    const items = await seen(() => register(world), has('@noerreskov Lygten på Havnevej er gået'));
    expect(items.map(({ text }) => text)).not.toContain('@noerreskov Kun til jer');
    expect(find(items, '@noerreskov Lygten på Havnevej er gået')).toMatchObject({
      channel: 'mastodon',
      number: `F-${new Date().getFullYear()}-000-0001`,
    });
    expect(await standing(world)).toMatchObject({
      title: `Generelle henvendelser ${new Date().getFullYear()}`,
      number: `F-${new Date().getFullYear()}-000`,
      closesAt: null,
    });
    const asked = await until(
      () => conversation(world, '@noerreskov Lygten på Havnevej er gået'),
      (found) => found !== undefined,
    );
    expect(asked).toMatchObject({ reason: 'addressed', startedAt: said.created_at });
    await world.planner.post(`/inbox/${asked?.id}/answers`, { kind: 'full', text: 'Vi kommer i morgen.' });
    await until(
      async () => (await world.planner.get(`/inbox/${asked?.id}`)).body.state,
      (state) => state === 'answered',
    );
    const replies = mastodon.ours.filter(({ in_reply_to_id }) => in_reply_to_id === said.id);
    expect(replies).toHaveLength(1);
    // Read again, our own answer is no enquiry, and no second answer.
    mastodon.say('@noerreskov Tak!', { in_reply_to_id: replies[0]?.id ?? '' });
    const after = await seen(() => register(world), has('@noerreskov Tak!'));
    const thanks = await world.planner.get(`/comments/${find(after, '@noerreskov Tak!')?.id}`);
    expect(thanks.body.parentId).toBe(asked?.commentId);
    const { body } = await world.planner.get(`/inbox/${asked?.id}`);
    expect(body.answers).toHaveLength(1);
  });

  it('takes visitors’ posts and comments below ordinary posts of a page, and leaves those of consultations alone', async () => {
    graph.write('Hvornår åbner svømmehallen?');
    const ours = graph.write('Husk at sortere', graph.page);
    graph.say(ours.id, 'Det gør vi');
    const told = await world.story(['facebook']);
    await world.send(told, 'facebook', accounts.facebook.id);
    await world.becomes(told, 'facebook', 'delivered');
    const campaign = graph.ours.find(({ message }) => message.includes(told.link));
    graph.say(campaign?.id ?? '', 'Under opslaget');
    const items = await seen(
      () => register(world),
      (all) => has('Det gør vi')(all) && has('Hvornår åbner svømmehallen?')(all),
    );
    expect(find(items, 'Hvornår åbner svømmehallen?')).toMatchObject({ channel: 'facebook' });
    const own = await seen(
      async () => (await world.planner.get(`/consultations/${told.consultationId}/comments`)).body.items,
      has('Under opslaget'),
    );
    expect(own).toHaveLength(1);
    expect((await register(world)).map(({ text }) => text)).not.toContain('Under opslaget');
    // Said below something of ours, it waits only when it asks.
    expect(await conversation(world, 'Hvornår åbner svømmehallen?')).toBeDefined();
    expect(await conversation(world, 'Det gør vi')).toBeUndefined();
  });

  it('knows a post that a person has put up for a consultation', async () => {
    const told = await world.story(['facebook']);
    const url = `/stories/${told.story.id}/posts/facebook/posted`;
    expect((await world.planner.post(url, {})).status).toBe(200);
    const ours = graph.write(`Sig din mening: ${told.link}?k=facebook`, graph.page);
    graph.say(ours.id, 'Sagt under det håndlagte');
    const own = await seen(
      async () => (await world.planner.get(`/consultations/${told.consultationId}/comments`)).body.items,
      has('Sagt under det håndlagte'),
    );
    expect(own).toHaveLength(1);
    expect((await register(world)).map(({ text }) => text)).not.toContain('Sagt under det håndlagte');
  });

  it('reads Threads with the right to see who names the profile, and without', async () => {
    threads.say(null, '@noerreskov Hvor er der ledige haver?');
    await seen(() => register(world), has('@noerreskov Hvor er der ledige haver?'));
    threads.mayMention = false;
    const row = (): Promise<{ fault: unknown; read: boolean } | null> =>
      t.app
        .get(Database)
        .queryOne(
          `select fault, read_at > now() - interval '1 second' as read from collect_source where account_id = $1 and post_id is null`,
          [accounts.threads.id],
        );
    const after = await seen(row, (found) => found?.read === true);
    expect(after?.fault).toBeNull();
    const { items } = (await world.planner.get('/collecting/profiles')).body as { items: EnquirySourceView[] };
    expect(items.map(({ fault, readAt }) => [fault, readAt !== null])).toEqual(items.map(() => [null, true]));
    expect(items.map(({ accountId }) => accountId)).toContain(accounts.threads.id);
    expect((await (await t.person(['superUser'])).get('/collecting/profiles')).status).toBe(403);
    expect((await register(world)).filter(({ text }) => text.includes('ledige haver'))).toHaveLength(1);
  });

  it('follows edits and deletions', async () => {
    const edited = mastodon.say('@noerreskov Der er hul i vejen');
    const gone = mastodon.say('@noerreskov Glem det');
    await seen(
      () => register(world),
      (all) => has('@noerreskov Glem det')(all) && has('@noerreskov Der er hul i vejen')(all),
    );
    mastodon.edit(edited.id, '@noerreskov Der er hul i vejen ved nr. 4');
    mastodon.remove(gone.id);
    const items = await seen(
      () => register(world),
      (all) =>
        find(all, '@noerreskov Glem det')?.state === 'withdrawn' &&
        has('@noerreskov Der er hul i vejen ved nr. 4')(all),
    );
    expect(items.filter(({ text }) => text.includes('hul i vejen'))).toHaveLength(1);
  });

  it('is left alone where the municipality does not want it', async () => {
    const [before] = (await world.admin.get('/channel-accounts')).body.items as ChannelAccountView[];
    const account = ((await world.admin.get('/channel-accounts')).body.items as ChannelAccountView[]).find(
      ({ channel }) => channel === 'mastodon',
    );
    expect(before?.readsEnquiries).toBe(true);
    const path = `/channel-accounts/${account?.id}`;
    const caseworker = await t.person(['caseworker']);
    const off = { readsEnquiries: false, version: account?.version };
    expect((await caseworker.patch(path, off)).status).toBe(403);
    const changed = await world.admin.patch(path, off);
    expect(changed.body).toMatchObject({ readsEnquiries: false, needsApproval: false });
    mastodon.say('@noerreskov Skal ikke hentes');
    await t.app.get(Database).query('update collect_source set next_at = now()');
    graph.write('Skal hentes');
    await seen(() => register(world), has('Skal hentes'));
    expect(has('@noerreskov Skal ikke hentes')(await register(world))).toBe(false);
    await world.admin.patch(path, { readsEnquiries: true, version: changed.body.version });
    await seen(() => register(world), has('@noerreskov Skal ikke hentes'));
  });
});

describe('the standing register', () => {
  it('is nobody’s consultation: not public, not changed, opened, shared, copied or told of', async () => {
    const home = await standing(world);
    const id = home?.id ?? '';
    const slug = home?.slug ?? '';
    expect((await t.as().get(`/public/consultations/${slug}`)).status).toBe(404);
    expect((await t.as().get(`/public/consultations/${slug}/comments`)).status).toBe(404);
    expect((await t.as().post(`/public/consultations/${slug}/comments`, { text: 'Hej' })).status).toBe(404);
    expect(JSON.stringify((await t.as().get('/public/consultations')).body)).not.toContain('Generelle henvendelser');
    const { body } = await world.planner.get(`/consultations/${id}`);
    const refused = [
      await world.planner.patch(`/consultations/${id}`, { title: 'Andet', version: body.version }),
      await world.planner.post(`/consultations/${id}/publish`),
      await world.planner.post(`/consultations/${id}/close`, {}),
      await world.planner.post(`/consultations/${id}/discard`),
      await world.planner.put(`/consultations/${id}/stories/opening`, {
        headline: 'Nej',
        text: 'Nej',
        pictureId: null,
        altText: '',
        plannedOn: null,
        posts: [],
        version: 0,
      }),
    ];
    expect(refused.map(({ status, body: problem }) => [status, problem.code])).toEqual(
      refused.map(() => [409, 'standing-register']),
    );
    expect((await world.planner.post(`/consultations/${id}/clone`)).status).toBe(404);
    expect((await world.planner.get(`/consultations/${id}/poster.pdf`)).status).toBeGreaterThanOrEqual(400);
  });

  it('takes what is said by telephone as well', async () => {
    const id = (await standing(world))?.id;
    const made = await world.planner.post(`/consultations/${id}/comments`, {
      channel: 'phone',
      text: 'Hvornår tømmes min skraldespand?',
      receivedAt: new Date().toISOString(),
    });
    expect(made.status).toBe(201);
    await until(
      () => conversation(world, 'Hvornår tømmes min skraldespand?'),
      (found) => found !== undefined,
    );
    // All of it lies in one register, whoever asked for it first.
    const all = (await world.planner.get('/consultations')).body.items as ConsultationSummary[];
    expect(all.filter(({ state }) => state === 'standing')).toHaveLength(1);
  });
});
