import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualPromiseDay } from '@forhoering/shared/inbox/clock.rules.js';
import { formatDay } from '@forhoering/shared/time/format-time.js';
import type { ConversationDetail } from '@forhoering/shared/contracts/inbox.contract.js';
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

describe('what an answer may say', () => {
  it('asks once about somebody’s contact details, and takes the municipality’s own as they are', async () => {
    const organisation = (await w.admin.get('/organisation')).body;
    const own = { ...organisation, phone: '46 31 30 00', email: 'kommunen@eksempel.dk' };
    expect((await w.admin.put('/organisation', own)).status).toBe(200);
    const { conversation } = await w.ask('Hvem kan jeg tale med?');
    const path = `/inbox/${conversation.id}/answers`;
    const refused = await w.planner.post(path, { kind: 'full', text: 'Ring til Bo på 20 30 40 50.' });
    expect(refused.body.errors[0]).toMatchObject({ field: 'text', code: 'has-contact' });
    expect(refused.body.errors[0].message).toContain('20 30 40 50');
    const many = { kind: 'full', text: 'Ring 20 30 40 50.', conversationIds: [conversation.id] };
    expect((await w.planner.post('/inbox/answers', many)).body.results[0].refusal).toBe('has-contact');
    const sent = await w.planner.post(path, {
      kind: 'full',
      text: 'Ring 46 31 30 00 eller skriv til vej@eksempel.dk.',
    });
    expect(sent.status).toBe(201);
    const answer = `/answers/${sent.body.answers[0].id}`;
    expect((await w.planner.patch(answer, { text: 'Ring 20 30 40 50.' })).body.errors[0].code).toBe('has-contact');
    expect((await w.planner.patch(answer, { text: 'Ring 20 30 40 50.', contactChecked: true })).status).toBe(200);
    expect((await w.planner.patch(answer, { text: '010190-1234', contactChecked: true })).body.errors[0].code).toBe(
      'has-cpr',
    );
  });

  it('promises three open days when nobody chooses another day, and refuses a day that is over', async () => {
    const { conversation } = await w.ask('Hvornår svarer I?');
    const path = `/inbox/${conversation.id}/answers`;
    const holding = { kind: 'holding', text: 'Vi har læst det.' };
    expect((await w.planner.post(path, { ...holding, promisedOn: '2020-01-01' })).body.errors[0].code).toBe(
      'in-the-past',
    );
    const held = (await w.planner.post(path, holding)).body as ConversationDetail;
    const promised = new Date(Date.parse(held.promisedAt ?? '') - 1).toISOString();
    const expected = `${usualPromiseDay(Date.now(), ['12-24'])}T12:00:00Z`;
    expect(formatDay(promised, 'da')).toBe(formatDay(expected, 'da'));
  });
});

describe('a question that a person sees', () => {
  it('begins with the tag “Spørgsmål”, once, and with no other tag', async () => {
    const tag = async (name: string): Promise<string> =>
      (await w.planner.post(`/consultations/${w.consultation.id}/tags`, { name })).body.id;
    const [question, trees] = [await tag('Spørgsmål'), await tag('Træer')];
    const sent = await t.as().post(`/public/consultations/${w.consultation.slug}/comments`, { text: 'Sig hvordan.' });
    const list = (await w.planner.get(`/consultations/${w.consultation.id}/comments`)).body.items;
    const { id } = list.find((one: { number: string }) => one.number === sent.body.number);
    const of = async () => (await w.planner.get(`/comments/${id}/conversation`)).body.conversation;
    expect((await w.planner.put(`/comments/${id}/tags`, { tagIds: [trees] })).status).toBe(200);
    // What comes after it in the queue has come: so the first one made none.
    await w.ask('Er dette det næste?');
    expect(await of()).toBeNull();
    await w.planner.put(`/comments/${id}/tags`, { tagIds: [trees, question] });
    const made = await until(of, (one) => one !== null);
    expect(made).toMatchObject({ reason: 'tag', departmentId: w.roads.id, state: 'assigned' });
    await w.planner.put(`/comments/${id}/tags`, { tagIds: [] });
    await w.planner.put(`/comments/${id}/tags`, { tagIds: [question] });
    expect((await of()).id).toBe(made.id);
  });
});

describe('somebody who is gone', () => {
  it('has no conversations: they are visibly nobody’s, or with whoever is on duty', async () => {
    const { conversation } = await w.ask('Hvem har den, når I går hjem?');
    const { conversation: paused } = await w.ask('Og hvem har den, der venter?');
    await w.roads.user.post(`/inbox/${paused.id}/wait`);
    const one = async (id: string) => (await w.planner.get(`/inbox/${id}`)).body as ConversationDetail;
    const account = async () =>
      (await w.admin.get('/accounts')).body.items.find((each: { id: string }) => each.id === w.roads.accountId);
    const unassigned = async (): Promise<string[]> =>
      (await w.planner.get('/inbox?view=unassigned&limit=200')).body.items.map((item: { id: string }) => item.id);
    expect(await unassigned()).not.toContain(conversation.id);
    const closed = { state: 'disabled', version: (await account()).version };
    expect((await w.admin.patch(`/accounts/${w.roads.accountId}`, closed)).status).toBe(200);
    const freed = await until(
      () => one(conversation.id),
      ({ ownerId }) => ownerId === null,
    );
    expect(freed).toMatchObject({ state: 'new', departmentId: w.roads.id });
    await until(
      () => one(paused.id),
      ({ ownerId, state }) => ownerId === null && state === 'waiting',
    );
    expect(await unassigned()).toContain(conversation.id);
    // Nobody gives it to somebody who cannot answer, whatever the duty list still says.
    const assign = await w.planner.post(`/inbox/${conversation.id}/assign`, { userId: w.roads.accountId });
    expect(assign.body.errors[0].code).toBe('cannot-answer');
    expect((await w.ask('Kommer den så til nogen?')).conversation).toMatchObject({ ownerId: null, state: 'new' });
  });
});
