import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import type { ConversationDetail, ConversationItem } from '@forhoering/shared/contracts/inbox.contract.js';
import { MastodonDouble, type Status } from '../../../e2e/doubles/mastodon.ts';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, type Told } from '../support/channels.js';
import { until } from '../support/until.js';

// A stand-in for Mastodon; the same against a real Bluesky server is a journey (e2e/journeys/channel-answers.spec.ts).
let t: TestApp;
let world: ChannelWorld;
let account: ChannelAccountView;
let told: Told;
let root: string;
const double = new MastodonDouble();

beforeAll(async () => {
  await double.start();
  t = await startApp({ worker: true, env: { CHANNEL_SERVERS: `mastodon=${double.url}` } });
  world = await ChannelWorld.make(t);
  account = await world.signIn('mastodon', { server: double.url });
  told = await world.story(['mastodon']);
  await world.send(told, 'mastodon', account.id);
  await world.becomes(told, 'mastodon', 'delivered');
  root = double.ours[0]?.id ?? '';
});
afterAll(async () => {
  await t.close();
  await double.stop();
});

const look = (): Promise<unknown> => t.app.get(Database).query('update collect_source set next_at = now()');
/** Waits until it is so, while the post is read again and again: a reading that has begun does not see what comes after. */
const seen = <T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> =>
  until(async () => {
    await look();
    return ask();
  }, holds);
/** Somebody asks below the post; gives the conversation that comes of it. */
async function asked(text: string, below = root): Promise<{ question: Status; conversation: ConversationItem }> {
  const question = double.say(text, { in_reply_to_id: below });
  const conversation = await seen(
    async () =>
      ((await world.planner.get('/inbox?limit=200')).body.items as ConversationItem[]).find(
        (one) => one.excerpt === text,
      ),
    (one) => one !== undefined,
  );
  if (!conversation) throw new Error('no conversation');
  return { question, conversation };
}
const detail = async (id: string): Promise<ConversationDetail> => (await world.planner.get(`/inbox/${id}`)).body;
const answer = (id: string, text: string, more: object = {}) =>
  world.planner.post(`/inbox/${id}/answers`, { kind: 'full', text, ...more });
const below = (question: Status): Status[] => double.statuses.filter((one) => one.in_reply_to_id === question.id);
const destinations = (one: ConversationDetail): string[] =>
  one.answers.flatMap(({ deliveries }) => deliveries.map(({ destination, state }) => `${destination} ${state}`));

describe('a question below a post on a network', () => {
  it('is answered there, once, and that stops the clock', async () => {
    const { question, conversation } = await asked('Hvornår begynder I?');
    expect(conversation).toMatchObject({ channel: 'mastodon', startedAt: question.created_at });
    expect((await detail(conversation.id)).repliesAs).toBe('Nørreskov Kommune');
    const body = { idempotencyKey: 'en gang' };
    const twice = await Promise.all([
      answer(conversation.id, 'Til foråret.', body),
      answer(conversation.id, 'Til foråret.', body),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    const done = await until(
      () => detail(conversation.id),
      ({ state }) => state === 'answered',
    );
    expect(destinations(done)).toEqual(['channel delivered', 'link delivered', 'page delivered']);
    const [reply, ...more] = below(question);
    expect(more).toEqual([]);
    expect(reply?.content).toMatch(/Til foråret\.<\/p><p>/);
    expect(done.answers[0]?.deliveries.find(({ destination }) => destination === 'channel')?.permalink).toBe(
      reply?.url,
    );
    // Our own answer comes back with the next reading, and is nobody's comment.
    await look();
    const again = await asked('Et andet spørgsmål?');
    expect((await detail(conversation.id)).answers).toHaveLength(1);
    expect(again.conversation.id).not.toBe(conversation.id);
  });

  it('goes on when the citizen writes below our answer', async () => {
    const { question, conversation } = await asked('Bliver der bænke?');
    await answer(conversation.id, 'Ja, seks.');
    await until(
      () => detail(conversation.id),
      ({ state }) => state === 'answered',
    );
    double.say('Også med ryglæn', { in_reply_to_id: below(question)[0]?.id ?? '' });
    const open = await seen(
      () => detail(conversation.id),
      ({ round }) => round === 2,
    );
    expect(open.said.map(({ text }) => text)).toEqual(['Bliver der bænke?', 'Også med ryglæn']);
    await answer(conversation.id, 'Alle sammen.');
    await until(
      () => detail(conversation.id),
      ({ state }) => state === 'answered',
    );
    expect(double.statuses.at(-1)?.content).toContain('Alle sammen.');
  });

  it('refuses an answer that the network would not take, counted with its signature', async () => {
    const { question, conversation } = await asked('Kan I sige det kort?');
    const refused = await answer(conversation.id, 'å'.repeat(495));
    expect(refused.body.errors[0]).toMatchObject({ field: 'text', code: 'too-long-for-channel' });
    expect(refused.body.errors[0].params.over).toBeGreaterThan(0);
    expect(below(question)).toEqual([]);
    expect((await answer(conversation.id, 'å'.repeat(400))).status).toBe(201);
    await until(
      () => Promise.resolve(below(question)),
      ({ length }) => length === 1,
    );
  });

  it('is put there by a person when the network says no', async () => {
    const { question, conversation } = await asked('Må jeg få et svar?');
    double.faults.push({ on: 'POST /api/v1/statuses', kind: 'answer', say: { status: 422, body: { error: 'No' } } });
    await answer(conversation.id, 'Det må du.');
    const stuck = await until(
      () => detail(conversation.id),
      (one) => destinations(one).includes('copy queued'),
    );
    expect(stuck.state).not.toBe('answered');
    expect(stuck.answers[0]?.onChannel).toMatchObject({ state: 'rejected', fault: { code: 'refused' } });
    expect(below(question)).toEqual([]);
    const done = await world.planner.post(`/answers/${stuck.answers[0]?.id}/delivered`, {
      permalink: 'https://a.dk/1',
    });
    expect(done.status).toBe(200);
    expect((await detail(conversation.id)).state).toBe('answered');
  });

  it('is not answered there when the citizen has taken it away', async () => {
    const { question, conversation } = await asked('Fortryder jeg nu?');
    double.remove(question.id);
    await seen(
      () => detail(conversation.id),
      ({ commentState }) => commentState === 'withdrawn',
    );
    expect((await detail(conversation.id)).repliesAs).toBeNull();
    expect((await answer(conversation.id, 'For sent.')).body.code).toBe('comment-hidden');
  });

  it('that was answered on the network itself is answered', async () => {
    const { question, conversation } = await asked('Svarer I også dér?');
    const at = new Date().toISOString();
    const ours = { account: { ...double.us, url: '' }, created_at: at };
    double.say('Ja, vi gør.', { in_reply_to_id: question.id, ...ours });
    const done = await seen(
      () => detail(conversation.id),
      ({ state }) => state === 'answered',
    );
    expect(done.answers).toMatchObject([
      { text: 'Ja, vi gør.', authorName: 'Nørreskov Kommune', kind: 'full', createdAt: at },
    ]);
    expect(destinations(done)).toEqual(['channel delivered', 'link delivered']);
    const shown = await t.as().get(`/public/consultations/${told.slug}/comments`);
    expect(JSON.stringify(shown.body)).toContain('Ja, vi gør.');
    // A number of a person does not come in that way.
    const other = await asked('Og hvem er det?');
    double.say('Det er 010190-1234', { in_reply_to_id: other.question.id, ...ours });
    await asked('Nu er den set?');
    expect((await detail(other.conversation.id)).answers).toEqual([]);
  });
});
