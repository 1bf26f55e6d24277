import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationDetail } from '@forhoering/shared/contracts/inbox.contract.js';
import type { ResponseTimes } from '@forhoering/shared/contracts/response-times.contract.js';
import { ConversationsService } from '../../src/inbox/conversations.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';
import { until } from '../support/until.js';

let t: TestApp;
let w: InboxWorld;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
});
afterAll(() => t.close());

const one = async (id: string): Promise<ConversationDetail> => (await w.planner.get(`/inbox/${id}`)).body;
const full = (id: string, text: string) => w.planner.post(`/inbox/${id}/answers`, { kind: 'full', text });
const said = ({ said: all }: ConversationDetail): string[] => all.map(({ text }) => text);

describe('a citizen writes below our answer', () => {
  it('opens the same conversation anew, with its own clock, and is answered where it was written', async () => {
    const asked = await w.ask('Bliver der bænke?');
    const { id } = asked.conversation;
    await w.planner.post(`/inbox/${id}/assign`, { departmentId: w.parks.id });
    await full(id, 'Ja.');
    const reply = await w.ask('Det er jeg glad for.', { replyTo: asked.number });
    expect(reply.conversation).toMatchObject({ id, reason: 'below-answer', departmentId: w.parks.id, look: 'calm' });
    expect(reply.conversation.ownerId).toBe(w.parks.accountId);
    const open = await one(id);
    expect(open).toMatchObject({ round: 2, state: 'assigned', text: 'Det er jeg glad for.' });
    expect(said(open)).toEqual(['Bliver der bænke?', 'Det er jeg glad for.']);
    expect(Date.parse(open.dueAt ?? '')).toBe(Date.parse(open.startedAt) + 24 * 3_600_000);
    expect(open.history.at(-1)).toMatchObject({ action: 'inbox.reopen', actorName: null });
    const done = (await full(id, 'Velbekomme.')).body as ConversationDetail;
    expect(done.answers.map(({ round, text }) => [round, text])).toEqual([
      [1, 'Ja.'],
      [2, 'Velbekomme.'],
    ]);
    // Each reads what was answered to them; both comments lead to the one conversation.
    expect((await w.privately(reply.token)).answers.map(({ text }) => text)).toEqual(['Velbekomme.']);
    expect((await w.privately(asked.token)).answers.map(({ text }) => text)).toEqual(['Ja.']);
    for (const commentId of [asked.conversation.commentId, reply.conversation.commentId])
      expect((await w.planner.get(`/comments/${commentId}/conversation`)).body.conversation.id).toBe(id);
  });

  it('makes one of it when the job is done twice, also for the first question', async () => {
    const asked = await w.ask('Bliver der lamper?');
    const { id, commentId } = asked.conversation;
    await full(id, 'Nej.');
    const reply = await w.ask('Hvorfor ikke?', { replyTo: asked.number });
    const service = t.app.get(ConversationsService);
    await Promise.all([service.arrived(commentId), service.arrived(reply.conversation.commentId)]);
    expect(await one(id)).toMatchObject({ round: 2 });
    expect((await w.due()).filter((item) => [asked.number, reply.number].includes(item.number))).toHaveLength(1);
  });

  it('gives somebody else who writes meanwhile a conversation of their own: neither waits for the other', async () => {
    const asked = await w.ask('Kommer der en gynge?');
    const { id } = asked.conversation;
    await full(id, 'Måske.');
    const first = await w.ask('Hvornår ved I det?', { replyTo: asked.number, idempotencyKey: 'a' });
    const second = await w.ask('Og hvem bestemmer det?', { replyTo: asked.number, idempotencyKey: 'b' });
    expect(first.conversation.id).toBe(id);
    expect(second.conversation.id).not.toBe(id);
    expect(second.conversation).toMatchObject({ reason: 'below-answer', departmentId: w.roads.id });
  });

  it('ends the waiting for the citizen, with what was left of the clock; the answer goes to the question', async () => {
    const asked = await w.ask('Kan I rydde den her?');
    const { id } = asked.conversation;
    await w.planner.post(`/inbox/${id}/wait`);
    const sent = await t.as().post(`/public/consultations/${w.consultation.slug}/comments`, {
      text: 'Den ved søen.',
      replyTo: asked.number,
    });
    expect(sent.status).toBe(201);
    const back = await until(
      () => one(id),
      ({ state }) => state === 'assigned',
    );
    expect(back).toMatchObject({ round: 1, number: asked.number });
    expect(said(back)).toEqual(['Kan I rydde den her?', 'Den ved søen.']);
    await full(id, 'Ja, i dag.');
    expect((await w.privately(asked.token)).answers).toHaveLength(1);
  });

  it('is a comment like any other below a question that has no answer yet', async () => {
    const asked = await w.ask('Er der plads til en bus?');
    await t.as().post(`/public/consultations/${w.consultation.slug}/comments`, {
      text: 'Det synes jeg også.',
      replyTo: asked.number,
    });
    await w.ask('Er dette det næste i køen?');
    expect(said(await one(asked.conversation.id))).toHaveLength(1);
  });
});

describe('what was answered stays in the numbers', () => {
  it('when the conversation is opened again, by a citizen or by a person', async () => {
    const times = async (): Promise<ResponseTimes['total']> =>
      (await w.planner.get(`/response-times?consultationId=${w.consultation.id}`)).body.total;
    const before = await times();
    const asked = await w.ask('Hvad koster en billet?');
    const { id } = asked.conversation;
    await full(id, '20 kr.');
    await w.planner.post(`/inbox/${id}/reopen`);
    expect(await times()).toMatchObject({ due: before.due + 1, inTime: before.inTime + 1 });
    await full(id, '25 kr.');
    expect(await times()).toMatchObject({ due: before.due + 2, fullAnswered: before.fullAnswered + 2 });
    await w.planner.post(`/inbox/${id}/reopen`);
    await w.planner.post(`/inbox/${id}/no-answer`, { reason: 'Prøve' });
    expect(await times()).toMatchObject({ due: before.due + 2, fullAnswered: before.fullAnswered + 2 });
  });
});
