import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommentListItem } from '@forhoering/shared/contracts/comment.contract.js';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import { ThreadsDouble } from '../../../e2e/doubles/threads.ts';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';
import { until } from '../support/until.js';

// A stand-in for Threads: the real one can be reached by nobody here.
let t: TestApp;
let world: ChannelWorld;
let account: ChannelAccountView;
const double = new ThreadsDouble();

beforeAll(async () => {
  await double.start();
  const env = { CHANNEL_SERVERS: `threads=${double.url}`, CHANNEL_APP_THREADS: 'threads-app:threads-secret' };
  t = await startApp({ worker: true, env });
  world = await ChannelWorld.make(t);
  account = await world.signIn('threads');
});
afterAll(async () => {
  await t.close();
  await double.stop();
});

describe('Threads', () => {
  it('is connected with a token that lives sixty days', () => {
    expect(account).toMatchObject({ channel: 'threads', name: 'Nørreskov Kommune (@noerreskov)', state: 'connected' });
    expect(Math.round((Date.parse(account.expiresAt ?? '') - Date.now()) / 86_400_000)).toBe(60);
  });

  it.each([[null], ['dropAfter'], ['dropBefore']] as const)(
    'takes a post once, also when the connection breaks: %s',
    async (kind) => {
      const told = await world.story(['threads']);
      if (kind) double.faults.push({ on: 'POST /v1.0/3000/threads_publish', kind });
      await world.send(told, 'threads', account.id);
      const post = await world.becomes(told, 'threads', 'delivered');
      const made = double.threads.filter(({ text }) => text.includes(told.link));
      expect(made).toHaveLength(1);
      expect(post.permalink).toBe(made[0]?.permalink);
    },
  );

  it('gives back replies and numbers, and takes an answer below', async () => {
    const told = await world.story(['threads']);
    await world.send(told, 'threads', account.id);
    await world.becomes(told, 'threads', 'delivered');
    const root = double.threads.find(({ text }) => text.includes(told.link))?.id ?? '';
    const question = double.say(root, 'Hvornår går I i gang?');
    double.say(question.id, 'Ja, hvornår?', 'borger_c');
    const register = async (): Promise<CommentListItem[]> => {
      await t.app.get(Database).query('update collect_source set next_at = now()');
      return (await world.planner.get(`/consultations/${told.consultationId}/comments?order=oldest`)).body.items;
    };
    const items = await until(register, ({ length }) => length === 2);
    expect(items.map(({ text, author }) => [text, author])).toEqual([
      ['Hvornår går I i gang?', 'borger_b'],
      ['Ja, hvornår?', 'borger_c'],
    ]);
    const { items: sources } = (await world.planner.get(`/consultations/${told.consultationId}/collecting`)).body;
    expect(sources).toMatchObject([
      { channel: 'threads', collected: 2, numbers: { reactions: 4, shown: 90, comments: null } },
    ]);
    const conversation = await until(
      async () =>
        ((await world.planner.get('/inbox?limit=200')).body.items as Array<{ id: string; excerpt: string }>).find(
          ({ excerpt }) => excerpt === question.text,
        ),
      (found) => found !== undefined,
    );
    double.faults.push({ on: 'POST /v1.0/3000/threads_publish', kind: 'dropAfter' });
    await world.planner.post(`/inbox/${conversation?.id}/answers`, { kind: 'full', text: 'I maj.' });
    await until(
      () =>
        Promise.resolve(
          double.threads.filter(
            ({ replied_to, username }) => replied_to?.id === question.id && username === 'noerreskov',
          ),
        ),
      ({ length }) => length === 1,
    );
    await until(
      async () => (await world.planner.get(`/inbox/${conversation?.id}`)).body.state,
      (state) => state === 'answered',
    );
  });

  it('makes its token new in time', async () => {
    double.lives = 10 * 86_400;
    account = await world.signIn('threads');
    expect(Math.round((Date.parse(account.expiresAt ?? '') - Date.now()) / 86_400_000)).toBe(10);
    double.lives = 60 * 86_400;
    expect((await world.planner.post(`/channel-accounts/${account.id}/check`)).body.state).toBe('connected');
    expect(double.renewed).toBe(1);
    const [shown] = (await world.planner.get('/channel-accounts')).body.items as ChannelAccountView[];
    expect(Math.round((Date.parse(shown?.expiresAt ?? '') - Date.now()) / 86_400_000)).toBe(60);
  });
});
