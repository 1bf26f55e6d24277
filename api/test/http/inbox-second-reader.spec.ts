import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AnswerManyResult,
  ConversationDetail,
  ConversationItem,
} from '@forhoering/shared/contracts/inbox.contract.js';
import { holdingWords } from '@forhoering/shared/inbox/holding.rules.js';
import { parseDeadline, COPENHAGEN } from '@forhoering/shared/time/wall-time.js';
import { NoticesService } from '../../src/inbox/notices.service.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { InboxWorld, type Asked } from '../support/inbox.js';
import { mailsOf } from '../support/mails.js';

let t: TestApp;
let w: InboxWorld;
let topic: string;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
  const tags = `/consultations/${w.consultation.id}/tags`;
  const parent = await w.planner.post(tags, { name: 'Ekspropriation', readByAnother: true });
  expect(parent.body.readByAnother).toBe(true);
  topic = (await w.planner.post(tags, { name: 'Hegn', parentId: parent.body.id })).body.id;
});
afterAll(() => t.close());

/** A question on the topic. */
async function delicate(text: string, more: object = {}): Promise<Asked> {
  const asked = await w.ask(text, more);
  const tagged = await w.planner.put(`/comments/${asked.conversation.commentId}/tags`, { tagIds: [topic] });
  expect(tagged.status).toBe(200);
  return asked;
}
const answer = async (id: string, body: object = {}): Promise<ConversationDetail> => {
  const sent = await w.roads.user.post(`/inbox/${id}/answers`, { kind: 'full', text: 'Ja.', ...body });
  expect(sent.status).toBe(201);
  return sent.body as ConversationDetail;
};
const open = async (id: string): Promise<ConversationDetail> =>
  (await w.planner.get(`/inbox/${id}`)).body as ConversationDetail;
const sql = (text: string, params: unknown[] = []): Promise<unknown> => t.app.get(Database).query(text, params);

describe('a second pair of eyes', () => {
  it('holds the answer until another has read it; the clock runs on, and nothing is sent meanwhile', async () => {
    const { conversation, token, number } = await delicate('Mister jeg min have?', { email: 'nabo@eksempel.dk' });
    const { id } = conversation;
    const waits = await answer(id, { idempotencyKey: 'én' });
    expect(waits).toMatchObject({ state: 'assigned', answers: [], readByAnother: true });
    expect(waits.proposedBy?.accountId).toBe(w.roads.accountId);
    expect(waits.dueAt).toBe(conversation.dueAt);
    const [proposal] = waits.proposals;
    expect((await answer(id, { idempotencyKey: 'én' })).proposals).toHaveLength(1);
    expect((await w.privately(token)).answers).toEqual([]);
    // Seen on the list, counted for whoever may read it, and not for its writer.
    const listed = (await w.due()).find((one: ConversationItem) => one.id === id);
    expect(listed?.proposedBy?.accountId).toBe(w.roads.accountId);
    expect((await w.planner.get('/inbox/summary')).body.toRead).toBe(1);
    expect((await w.roads.user.get('/inbox/summary')).body.toRead).toBe(0);
    expect((await w.parks.user.get('/inbox/summary')).body.toRead).toBe(0);
    expect((await w.planner.get('/inbox?view=toRead')).body.items).toHaveLength(1);
    // One at a time, also as a text in the works.
    const second = { kind: 'full', text: 'Nej.' };
    expect((await w.planner.post(`/inbox/${id}/answers`, second)).body.code).toBe('answer-waits');
    expect((await w.planner.put(`/inbox/${id}/draft`, second)).body.code).toBe('answer-waits');
    const path = `/answer-proposals/${proposal?.id}`;
    expect(await w.roads.user.post(`${path}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'read-by-another' },
    });
    expect((await w.parks.user.post(`${path}/approve`)).body.code).toBe('not-your-department');
    expect((await w.planner.post(`${path}/withdraw`)).status).toBe(403);
    const sent = await w.planner.post(`${path}/approve`);
    expect(sent.body).toMatchObject({ state: 'answered', proposals: [], proposedBy: null });
    const [out] = (sent.body as ConversationDetail).answers;
    expect(out).toMatchObject({ text: 'Ja.', authorName: waits.proposals[0]?.authorName });
    expect(out?.readByName).toEqual(expect.any(String));
    expect((await w.privately(token)).answers.map(({ text }) => text)).toEqual(['Ja.']);
    expect((await w.planner.post(`${path}/approve`)).body.code).toBe('answer-decided');
    expect((await answer(id, { idempotencyKey: 'én' })).answers).toHaveLength(1);
    expect((await w.shownAnswers(number)).map(({ text }) => text)).toEqual(['Ja.']);
  });

  it('goes back with words, into the writer’s hands; or is taken back by the writer', async () => {
    const { conversation } = await delicate('Hvem bestemmer over hækken?');
    const { id } = conversation;
    const [first] = (await answer(id, { text: 'Det gør I.' })).proposals;
    expect((await w.planner.post(`/answer-proposals/${first?.id}/send-back`, { words: ' ' })).status).toBe(422);
    expect((await w.roads.user.post(`/answer-proposals/${first?.id}/send-back`, { words: 'x' })).status).toBe(403);
    const back = (await w.planner.post(`/answer-proposals/${first?.id}/send-back`, { words: 'Skriv hvorfor' })).body;
    expect(back).toMatchObject({ draftText: 'Det gør I.', proposedBy: null });
    expect(back.proposals).toMatchObject([{ state: 'sentBack', words: 'Skriv hvorfor' }]);
    const again = await answer(id, { text: 'Det gør I, fordi den er jeres.' });
    const second = again.proposals.find(({ state }) => state === 'waiting');
    const taken = (await w.roads.user.post(`/answer-proposals/${second?.id}/withdraw`)).body as ConversationDetail;
    expect(taken).toMatchObject({ draftText: 'Det gør I, fordi den er jeres.', proposedBy: null, answers: [] });
    // Ending it ends what waits.
    await answer(id, { text: 'Tredje.' });
    await w.planner.post(`/inbox/${id}/no-answer`, { reason: 'Ringede' });
    expect((await open(id)).proposedBy).toBeNull();
  });

  it('two who read at once send one; a colleague’s mail names the conversation', async () => {
    await t.person(['socialMediaManager'], 'leder@eksempel.dk');
    const { conversation, number } = await delicate('Kan to læse på én gang?');
    const [proposal] = (await answer(conversation.id)).proposals;
    await t.app.get(NoticesService).run();
    const mails = mailsOf(t).filter(({ to, subject }) => to.includes('leder@eksempel.dk') && subject.includes(number));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toContain('Et_svar_til');
    const path = `/answer-proposals/${proposal?.id}`;
    const both = await Promise.all([
      w.planner.post(`${path}/approve`),
      w.planner.post(`${path}/send-back`, { words: 'Vent' }),
      w.roads.user.post(`${path}/withdraw`),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.filter(({ status }) => status !== 200).every(({ body }) => body.code === 'answer-decided')).toBe(true);
  });
});

describe('what is read by another', () => {
  it('is each of many by itself', async () => {
    const [plain, topical] = [await w.ask('Hvad med bænken?'), await delicate('Hvad med hegnet?')];
    const ids = [plain, topical].map(({ conversation }) => conversation.id);
    const many = await w.roads.user.post('/inbox/answers', {
      kind: 'full',
      text: 'Til {nummer}.',
      conversationIds: ids,
    });
    const results = (many.body as AnswerManyResult).results;
    expect(results.map(({ waits, refusal }) => ({ waits, refusal }))).toEqual([
      { waits: false, refusal: null },
      { waits: true, refusal: null },
    ]);
    expect((await open(ids[1] ?? '')).proposals[0]?.text).toBe(`Til ${topical.number}.`);
  });

  it('is a holding reply in words of its own; in the usual ones it goes at once', async () => {
    const { conversation } = await delicate('Hvornår hører jeg fra jer?');
    const { id } = conversation;
    const holding = { kind: 'holding', promisedOn: '2199-12-01' };
    const [own] = (await answer(id, { ...holding, text: 'I kan godt glemme det.' })).proposals;
    await w.roads.user.post(`/answer-proposals/${own?.id}/withdraw`);
    const until = parseDeadline('2199-12-01', COPENHAGEN)?.instant ?? '';
    const { departmentName } = await open(id);
    const held = await answer(id, { ...holding, text: holdingWords(departmentName, until) });
    expect(held.answers).toHaveLength(1);
    expect(held.promisedAt).toMatch(/^2199/);
  });

  it('is other words for an answer that is out', async () => {
    const { conversation, token } = await delicate('Hvad koster hegnet?');
    const { id } = conversation;
    const [proposal] = (await answer(id, { text: '2 kr.' })).proposals;
    const sent = (await w.planner.post(`/answer-proposals/${proposal?.id}/approve`)).body as ConversationDetail;
    const edited = await w.roads.user.patch(`/answers/${sent.answers[0]?.id}`, { text: '3 kr.' });
    expect(edited.body.answers[0].text).toBe('2 kr.');
    const [change] = (edited.body as ConversationDetail).proposals;
    expect(change?.answerId).toBe(sent.answers[0]?.id);
    await w.planner.post(`/answer-proposals/${change?.id}/approve`);
    expect((await w.privately(token)).answers.map(({ text }) => text)).toEqual(['3 kr.']);
  });

  it('is kept by the database itself', async () => {
    const { conversation } = await delicate('Kan nogen snige sig udenom?');
    const [proposal] = (await answer(conversation.id)).proposals;
    const insert = (proposalId: string | null) =>
      sql(
        `insert into answer (id, conversation_id, comment_id, round, kind, text, signature, author_id, author_name, created_at, proposal_id)
         values (gen_random_uuid(), $1, $2, 1, 'full', 'Ja.', '', $3, '', now(), $4)`,
        [conversation.id, conversation.commentId, w.roads.accountId, proposalId],
      );
    await expect(insert(null)).rejects.toThrow(/not read by another/);
    await expect(insert(proposal?.id ?? null)).rejects.toThrow(/not read by another/);
    const own = `update answer_proposal set state = 'approved', decided_by = author_id where id = $1`;
    await expect(sql(own, [proposal?.id])).rejects.toThrow(/answer_read_by_another/);
  });
});
