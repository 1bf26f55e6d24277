import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationDetail, ConversationItem } from '@forhoering/shared/contracts/inbox.contract.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';
import { until } from '../support/until.js';

let t: TestApp;
let w: InboxWorld;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
});
afterAll(() => t.close());

describe('from a question to an answer', () => {
  it('begins by itself, lies with the department’s super user, and is answered within the clock', async () => {
    const { token, number, conversation } = await w.ask('Hvornår bliver stien ryddet?', {
      email: 'borger@eksempel.dk',
    });
    expect(conversation).toMatchObject({
      state: 'assigned',
      reason: 'question',
      departmentId: w.roads.id,
      ownerId: w.roads.accountId,
      look: 'calm',
      channel: 'web',
    });
    expect(Date.parse(conversation.dueAt ?? '') - Date.parse(conversation.startedAt)).toBe(24 * 3_600_000);
    const held = await w.roads.user.post(`/inbox/${conversation.id}/answers`, {
      kind: 'holding',
      text: 'Vi har læst dit bidrag.',
      promisedOn: '2199-12-01',
    });
    expect(held).toMatchObject({
      status: 201,
      body: { state: 'assigned', promisedAt: expect.stringMatching(/^2199/) },
    });
    const done = await w.roads.user.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text: 'I uge 14.' });
    expect(done.body).toMatchObject({ state: 'answered', dueAt: null });
    const [, full] = (done.body as ConversationDetail).answers;
    expect(full?.signature).toMatch(/, Vej og Park/);
    expect((await w.privately(token)).answers.map((one: { text: string }) => one.text)).toEqual([
      'Vi har læst dit bidrag.',
      'I uge 14.',
    ]);
    expect((await w.shownAnswers(number)).map((one: { text: string }) => one.text)).toHaveLength(2);
    const mailed = await until(
      async () => (await w.roads.user.get(`/inbox/${conversation.id}`)).body as ConversationDetail,
      (one) => one.answers.every(({ deliveries }) => deliveries.every(({ state }) => state === 'delivered')),
    );
    expect(mailed.answers[1]?.deliveries.map(({ destination }) => destination)).toEqual(['link', 'mail', 'page']);
    const folder = path.join(t.config.dataDir, 'mail');
    const mails = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    expect(mails.filter((mail) => mail.includes('I uge 14.'))).toHaveLength(1);
  });

  it('makes none of a statement, one of a tag by a person, and the same one twice', async () => {
    const sent = await t.as().post(`/public/consultations/${w.consultation.slug}/comments`, { text: 'Bevar linden.' });
    const list = (await w.planner.get(`/consultations/${w.consultation.id}/comments`)).body.items;
    const { id } = list.find((one: { number: string }) => one.number === sent.body.number);
    await w.ask('Er dette et spørgsmål efter det andet?');
    expect((await w.planner.get(`/comments/${id}/conversation`)).body).toEqual({ conversation: null });
    const first = await w.planner.post(`/comments/${id}/conversation`);
    expect(first).toMatchObject({ status: 201, body: { reason: 'person', commentId: id } });
    expect((await w.planner.post(`/comments/${id}/conversation`)).body.id).toBe(first.body.id);
  });

  it('two people never send two answers, and a double click sends one', async () => {
    const { conversation } = await w.ask('Kommer der lys på stien?');
    const send = (who: Client, text: string, key: string) =>
      who.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text, idempotencyKey: key });
    const both = await Promise.all([
      send(w.planner, 'Ja.', 'a'),
      send(w.roads.user, 'Nej.', 'b'),
      send(w.planner, 'Ja.', 'a'),
    ]);
    const winners = both.filter(({ status }) => status === 201);
    expect(both.every(({ status, body }) => status === 201 || body.code === 'already-answered')).toBe(true);
    expect(new Set(winners.map(({ body }) => body.answers[0].text)).size).toBe(1);
    expect((await w.planner.get(`/inbox/${conversation.id}`)).body.answers).toHaveLength(1);
  });

  it('edits with history, on the page at once, and never lets a CPR number through', async () => {
    const { number, conversation } = await w.ask('Hvad koster det?');
    const cpr = await w.planner.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text: 'Til 010190-1234.' });
    expect(cpr.body.errors[0]).toMatchObject({ field: 'text', code: 'has-cpr' });
    const done = await w.planner.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text: '2 kr.' });
    const edited = await w.planner.patch(`/answers/${done.body.answers[0].id}`, { text: '3 kr.' });
    expect(edited.body.answers[0]).toMatchObject({ text: '3 kr.', versions: [{ text: '2 kr.' }] });
    const { slug } = w.consultation;
    const { answeredCount, commentCount } = (await t.as().get(`/public/consultations/${slug}`)).body;
    const answered = (await t.as().get(`/public/consultations/${slug}/comments?answered=true&limit=200`)).body;
    expect(answeredCount).toBeLessThan(commentCount);
    expect(answered.found).toBe(answeredCount);
    expect(answered.items.every(({ answers }: { answers: unknown[] }) => answers.length > 0)).toBe(true);
    expect((await w.shownAnswers(number))[0]?.text).toBe('3 kr.');
  });
});

describe('who has it, and when it is due', () => {
  it('is handed over, waits with its clock kept, ends with a reason, and goes on', async () => {
    const { conversation } = await w.ask('Hvem ejer hegnet?');
    const { id } = conversation;
    const moved = await w.planner.post(`/inbox/${id}/assign`, { departmentId: w.parks.id });
    expect(moved.body).toMatchObject({ departmentId: w.parks.id, state: 'assigned' });
    expect((await w.roads.user.get(`/inbox/${id}`)).status).toBe(403);
    expect((await w.parks.user.post(`/inbox/${id}/notes`, { text: 'Spørg skovfogeden' })).body.notes).toHaveLength(1);
    expect((await w.parks.user.post(`/inbox/${id}/wait`)).body).toMatchObject({
      state: 'waiting',
      look: 'paused',
      dueAt: null,
    });
    expect((await w.parks.user.post(`/inbox/${id}/wait`)).body.code).toBe('conversation-done');
    expect((await w.parks.user.post(`/inbox/${id}/reopen`)).body).toMatchObject({ state: 'assigned', look: 'calm' });
    expect((await w.parks.user.post(`/inbox/${id}/no-answer`, { reason: '' })).status).toBe(422);
    const ended = await w.parks.user.post(`/inbox/${id}/no-answer`, { reason: 'Takkede bare' });
    expect(ended.body).toMatchObject({ state: 'no_answer_needed', endReason: 'Takkede bare' });
    expect((await w.parks.user.post(`/inbox/${id}/answers`, { kind: 'full', text: 'Hej' })).body.code).toBe(
      'conversation-done',
    );
    expect((await w.parks.user.post(`/inbox/${id}/reopen`)).body.state).toBe('assigned');
    expect((await w.parks.user.post(`/inbox/${id}/answers`, { kind: 'full', text: 'Hej' })).body.state).toBe(
      'answered',
    );
    const again = await w.planner.post(`/inbox/${id}/assign`, { userId: null, version: 1 });
    expect(again.body.code).toBe('version-conflict');
  });

  it('leaves the views when it is hidden, and comes back as it was', async () => {
    const { conversation } = await w.ask('Er det reklame?');
    const due = async (): Promise<string[]> =>
      (await w.planner.get('/inbox?limit=200')).body.items.map((one: ConversationItem) => one.id);
    await w.planner.post(`/comments/${conversation.commentId}/decision`, { action: 'hide', reason: 'Reklame' });
    expect(await due()).not.toContain(conversation.id);
    expect((await w.planner.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text: 'Nej' })).body.code).toBe(
      'comment-hidden',
    );
    await w.planner.post(`/comments/${conversation.commentId}/decision`, { action: 'undo' });
    expect(await due()).toContain(conversation.id);
  });

  it('takes a letter’s answer as given when a person says where it stands', async () => {
    const letter = await w.planner.post(`/consultations/${w.consultation.id}/comments`, {
      channel: 'letter',
      text: 'Hvornår kommer I og slår græsset?',
      receivedAt: '2026-01-05',
    });
    const { conversation } = await until(
      async () => (await w.planner.get(`/comments/${letter.body.id}/conversation`)).body,
      (one) => one.conversation !== null,
    );
    expect(conversation).toMatchObject({ look: 'over', collectedLate: true });
    const sent = await w.planner.post(`/inbox/${conversation.id}/answers`, { kind: 'full', text: 'I morgen.' });
    expect(sent.body.state).toBe('assigned');
    const path = `/answers/${sent.body.answers[0].id}/delivered`;
    expect((await w.planner.post(path, { permalink: 'https://eksempel.dk/brev' })).body.state).toBe('answered');
    expect((await w.planner.post(path)).body.code).toBe('already-delivered');
  });
});
