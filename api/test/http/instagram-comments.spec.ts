import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CommentListItem } from '@forhoering/shared/contracts/comment.contract.js';
import { GraphDouble } from '../../../e2e/doubles/graph.ts';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld } from '../support/channels.js';
import { until } from '../support/until.js';

// A stand-in for Meta's servers: the real ones can be reached by nobody here.
let t: TestApp;
const double = new GraphDouble();
beforeAll(async () => {
  await double.start();
  t = await startApp({
    worker: true,
    env: { CHANNEL_SERVERS: `facebook=${double.url}`, CHANNEL_APP_FACEBOOK: 'app-id:app-secret' },
  });
});
afterAll(async () => {
  await t.close();
  await double.stop();
});

it('comments below a picture on Instagram come home with replies, and are answered below the comment on top', async () => {
  const world = await ChannelWorld.make(t);
  const account = await world.signIn('instagram');
  const told = await world.story(['instagram'], { posts: [{ channel: 'instagram', text: 'Hvad skal torvet være?' }] });
  await world.send(told, 'instagram', account.id);
  const post = await world.becomes(told, 'instagram', 'delivered');
  const root = double.media[0]?.id ?? '';
  const top = double.comment(root, 'Flere træer');
  double.comment(top.id, 'Hvornår kommer de?', 'borger_c');
  double.comment(top.id, 'Det finder vi ud af', 'noerreskov');
  const register = async (): Promise<CommentListItem[]> => {
    await t.app.get(Database).query('update collect_source set next_at = now()');
    return (await world.planner.get(`/consultations/${told.consultationId}/comments?order=oldest`)).body.items;
  };
  const items = await until(register, ({ length }) => length === 2);
  expect(items.map(({ text, author }) => [text, author])).toEqual([
    ['Flere træer', 'borger_b'],
    ['Hvornår kommer de?', 'borger_c'],
  ]);
  // A comment has no address of its own there: the post's is the way to it.
  const { body } = await world.planner.get(`/comments/${items[1]?.id}`);
  expect(body).toMatchObject({ permalink: post.permalink, parentId: items[0]?.id });
  const conversation = await until(
    async () =>
      ((await world.planner.get('/inbox?limit=200')).body.items as Array<{ id: string; commentId: string }>)[0],
    (found) => found?.commentId === items[1]?.id,
  );
  double.faults.push({ on: 'POST /v26.0/', kind: 'dropAfter' });
  await world.planner.post(`/inbox/${conversation?.id}/answers`, { kind: 'full', text: 'I november.' });
  await until(
    async () => (await world.planner.get(`/inbox/${conversation?.id}`)).body.state,
    (state) => state === 'answered',
  );
  const answers = double.said.filter(({ text }) => text.includes('I november.'));
  expect(answers.map(({ parent_id, text }) => [parent_id, text.split('\n')[0]])).toEqual([
    [top.id, '@borger_c I november.'],
  ]);
});
