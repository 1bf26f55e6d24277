import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import { LinkedInDouble } from '../../../e2e/doubles/linkedin.ts';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, someWord } from '../support/channels.js';

// A stand-in for LinkedIn: the real one can be reached by nobody here.
let t: TestApp;
let world: ChannelWorld;
let account: ChannelAccountView;
const double = new LinkedInDouble();

beforeAll(async () => {
  await double.start();
  const env = { CHANNEL_SERVERS: `linkedin=${double.url}`, CHANNEL_APP_LINKEDIN: 'linkedin-app:linkedin-secret' };
  t = await startApp({ worker: true, env });
  world = await ChannelWorld.make(t);
  account = await world.signIn('linkedin');
});
afterAll(async () => {
  await t.close();
  await double.stop();
});

describe('LinkedIn', () => {
  it('is connected by somebody who may post for the organisation', () => {
    expect(account).toMatchObject({
      channel: 'linkedin',
      name: 'Nørreskov Kommune (@noerreskov)',
      address: 'https://www.linkedin.com/company/noerreskov',
      state: 'connected',
    });
  });

  it('takes a post once, with the link as an article, and signs that mean something as themselves', async () => {
    const told = await world.story(['linkedin'], {
      posts: [{ channel: 'linkedin', text: `Torvet (Nørreskov) #plan @alle_her ${someWord()} {link}` }],
    });
    await world.send(told, 'linkedin', account.id);
    const post = await world.becomes(told, 'linkedin', 'delivered');
    const made = double.posts.find(({ commentary }) => commentary.includes(told.link));
    expect(made?.commentary).toMatch(/^Torvet \\\(Nørreskov\\\) \\#plan \\@alle\\_her /);
    const article = made?.content['article'] as Record<string, string>;
    expect(article).toMatchObject({
      source: `${told.link}?k=linkedin`,
      thumbnail: expect.stringMatching(/^urn:li:image:/),
    });
    expect(double.images.get(article['thumbnail']?.split(':').at(-1) ?? '')).toBeGreaterThan(5_000);
    expect(post.permalink).toBe(`https://www.linkedin.com/feed/update/${made?.id}`);
    // Members' words may not be kept: nothing is collected.
    expect((await world.planner.get(`/consultations/${told.consultationId}/collecting`)).body.items).toEqual([]);
  });

  it('is searched when the answer was lost, and the refusal of the same words is no refusal', async () => {
    const told = await world.story(['linkedin']);
    double.faults.push({ on: 'POST /rest/posts', kind: 'dropAfter' });
    await world.send(told, 'linkedin', account.id);
    await world.becomes(told, 'linkedin', 'delivered');
    const again = await world.story(['linkedin'], {
      posts: told.story.posts.map(({ channel, text }) => ({ channel, text: text.replace('{link}', 'x') })),
    });
    const twin = await world.story(['linkedin'], {
      posts: again.story.posts.map(({ channel, text }) => ({ channel, text })),
    });
    await world.send(again, 'linkedin', account.id);
    await world.becomes(again, 'linkedin', 'delivered');
    await world.send(twin, 'linkedin', account.id);
    // The very same words: it is found, and not sent a second time.
    await world.becomes(twin, 'linkedin', 'delivered');
    expect(double.posts.filter(({ commentary }) => commentary.endsWith(' x'))).toHaveLength(1);
  });

  it('makes its token new in time', async () => {
    double.lives = 5 * 86_400;
    account = await world.signIn('linkedin');
    double.lives = 60 * 86_400;
    expect((await world.planner.post(`/channel-accounts/${account.id}/check`)).body.state).toBe('connected');
    expect(double.renewed).toBe(1);
  });
});
