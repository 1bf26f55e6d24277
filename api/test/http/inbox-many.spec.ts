import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerManyResult, ConversationDetail } from '@forhoering/shared/contracts/inbox.contract.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';

let t: TestApp;
let w: InboxWorld;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
});
afterAll(() => t.close());

const send = async (who: Client, body: object): Promise<AnswerManyResult['results']> => {
  const { status, body: said } = await who.post('/inbox/answers', { kind: 'full', ...body });
  expect(status).toBe(200);
  return said.results as AnswerManyResult['results'];
};

describe('one answer to a selection', () => {
  it('is an answer of its own to each, with its own number in it, and says of each what became of it', async () => {
    const [first, second, done, hidden, written, moved, foreign] = [
      await w.ask('Hvad med lyset?'),
      await w.ask('Hvad med mørket?'),
      await w.ask('Hvad er afsluttet?'),
      await w.ask('Hvad er skjult?'),
      await w.ask('Hvad skriver en anden på?'),
      await w.ask('Hvad er ændret imens?'),
      await w.ask('Hvad ligger et andet sted?'),
    ];
    await w.planner.post(`/inbox/${done.conversation.id}/no-answer`, { reason: 'Prøve' });
    await w.planner.post(`/comments/${hidden.conversation.commentId}/decision`, { action: 'hide', reason: 'Prøve' });
    const draft = { text: 'Jeg er i gang', kind: 'full' };
    await w.planner.put(`/inbox/${written.conversation.id}/draft`, draft);
    await w.roads.user.post(`/inbox/${moved.conversation.id}/take`);
    await w.planner.post(`/inbox/${foreign.conversation.id}/assign`, { departmentId: w.parks.id });
    const chosen = [first, second, done, hidden, written, moved, foreign];
    const results = await send(w.roads.user, {
      text: 'Tak for {nummer}.',
      conversationIds: chosen.map(({ conversation }) => conversation.id),
      versions: chosen.map(({ conversation }) => conversation.version),
    });
    expect(results.map(({ number, refusal }) => [number, refusal])).toEqual([
      [first.number, null],
      [second.number, null],
      [done.number, 'version-conflict'],
      [hidden.number, 'comment-hidden'],
      [written.number, 'draft-taken'],
      [moved.number, 'version-conflict'],
      ['', 'not-your-department'],
    ]);
    for (const { token, number } of [first, second])
      expect((await w.privately(token)).answers.map(({ text }) => text)).toEqual([`Tak for ${number}.`]);
    const ids = results.slice(0, 2).map(({ answerId }) => answerId);
    expect(new Set(ids).size).toBe(2);
    const kept = (await w.planner.get(`/inbox/${written.conversation.id}`)).body as ConversationDetail;
    expect(kept).toMatchObject({ answers: [], draftText: 'Jeg er i gang' });
  });

  it('sent twice is sent once, and a conversation named twice is answered once', async () => {
    const { conversation } = await w.ask('Hvor mange gange?');
    const ids = [conversation.id, conversation.id];
    const body = { text: 'Én.', conversationIds: ids, idempotencyKey: 'samme' };
    const both = await Promise.all([send(w.planner, body), send(w.planner, body)]);
    expect(both.map((results) => results.map(({ refusal }) => refusal))).toEqual([[null], [null]]);
    expect((await w.planner.get(`/inbox/${conversation.id}`)).body.answers).toHaveLength(1);
  });

  it('takes holding replies with a promise, refuses a text that can go to nobody, and has a limit', async () => {
    const { conversation } = await w.ask('Hvornår kommer svaret?');
    const ids = [conversation.id];
    const held = { kind: 'holding', text: '{afdeling} svarer.', promisedOn: '2199-12-01', conversationIds: ids };
    expect((await send(w.planner, held))[0]?.refusal).toBeNull();
    const detail = (await w.planner.get(`/inbox/${conversation.id}`)).body as ConversationDetail;
    expect(detail).toMatchObject({ state: 'assigned', promisedAt: expect.stringMatching(/^2199/) });
    expect(detail.answers[0]?.text).toMatch(/^Vej og Park .* svarer\.$/);
    const refused = async (body: object) => (await w.planner.post('/inbox/answers', { kind: 'full', ...body })).status;
    expect(await refused({ text: '010190-1234', conversationIds: ids })).toBe(422);
    expect(await refused({ text: 'Ja', conversationIds: [] })).toBe(422);
    expect(await refused({ text: 'Ja', conversationIds: ids, versions: [1, 2] })).toBe(422);
    expect(await refused({ text: 'Ja', conversationIds: Array.from({ length: 201 }, () => conversation.id) })).toBe(
      422,
    );
    expect((await (await t.person(['caseworker'])).post('/inbox/answers', {})).status).toBe(403);
  });

  it('a colleague’s text in the works stops a single answer too, until it is taken over', async () => {
    const { conversation } = await w.ask('Hvem skriver?');
    const path = `/inbox/${conversation.id}`;
    await w.roads.user.put(`${path}/draft`, { text: 'Mig', kind: 'full' });
    expect((await w.planner.post(`${path}/answers`, { kind: 'full', text: 'Nej, mig' })).body.code).toBe('draft-taken');
    await w.planner.put(`${path}/draft`, { text: 'Nej, mig', kind: 'full', takeOver: true });
    expect((await w.planner.post(`${path}/answers`, { kind: 'full', text: 'Nej, mig' })).status).toBe(201);
  });
});
