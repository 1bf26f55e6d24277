import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SavedAnswerView } from '@forhoering/shared/contracts/saved-answer.contract.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { InboxWorld } from '../support/inbox.js';

let t: TestApp;
let w: InboxWorld;
let manager: Client;

beforeAll(async () => {
  t = await startApp({ worker: true });
  w = await InboxWorld.make(t);
  manager = await t.person(['socialMediaManager']);
});
afterAll(() => t.close());

const one = async (id: string): Promise<SavedAnswerView | undefined> =>
  (await manager.get('/saved-answers')).body.items.find((each: SavedAnswerView) => each.id === id);
const made = async (title: string, text: string, who = manager): Promise<SavedAnswerView> => {
  const { status, body } = await who.post('/saved-answers', { title, text });
  expect(status).toBe(201);
  return body as SavedAnswerView;
};

describe('the library of answers', () => {
  it('is written for all by social media managers, for the own department by super users, and read by all who answer', async () => {
    const all = await made('Åbningstider', 'Vi har åbent kl. 10.');
    expect(all).toMatchObject({ departmentId: null, uses: 0, verifiedAt: null, reviewDue: false, ownerAnswers: true });
    const roads = await made('Stier', 'Stien er {afdeling}s.', w.roads.user);
    expect(roads).toMatchObject({ departmentId: w.roads.id, mayEdit: true });
    const seen = (await w.parks.user.get('/saved-answers')).body.items as SavedAnswerView[];
    expect(seen.map(({ title, mayEdit }) => `${title} ${mayEdit}`)).toEqual(['Stier false', 'Åbningstider false']);
    expect((await w.planner.get('/saved-answers')).body.items).toHaveLength(2);
    expect((await w.planner.post('/saved-answers', { title: 'A', text: 'B' })).status).toBe(403);
    expect((await (await t.person(['dpo'])).get('/saved-answers')).status).toBe(403);
    const other = await w.parks.user.patch(`/saved-answers/${roads.id}`, { title: 'Mit', version: 1 });
    expect(other).toMatchObject({ status: 403, body: { code: 'not-your-department' } });
    const taken = await w.roads.user.patch(`/saved-answers/${roads.id}`, { departmentId: w.parks.id, version: 1 });
    expect(taken.status).toBe(403);
    const forAll = await w.roads.user.post('/saved-answers', { title: 'C', text: 'D', departmentId: null });
    expect(forAll.status).toBe(403);
  });

  it('refuses what no answer may say, words in braces that stand for nothing, and a title twice', async () => {
    const refused = async (body: object): Promise<string> =>
      (await manager.post('/saved-answers', { title: 'Prøve', text: 'Tekst', ...body })).body.errors[0];
    expect(await refused({ text: 'Til 010190-1234' })).toMatchObject({ field: 'text', code: 'has-cpr' });
    expect(await refused({ title: '010190-1234' })).toMatchObject({ field: 'title', code: 'has-cpr' });
    expect(await refused({ text: 'Ring 20 30 40 50' })).toMatchObject({ field: 'text', code: 'has-contact' });
    expect(await refused({ text: 'Hej {navn}' })).toMatchObject({ field: 'text', params: { word: '{navn}' } });
    expect(await refused({ reviewOn: 'snart' })).toMatchObject({ field: 'reviewOn', code: 'not-a-date' });
    await t.person(['dpo'], 'laeser@eksempel.dk');
    const { items } = (await w.admin.get('/accounts')).body;
    const ownerId = items.find((each: { email: string }) => each.email === 'laeser@eksempel.dk').id;
    expect(await refused({ ownerId })).toMatchObject({
      field: 'ownerId',
    });
    expect(await refused({ text: '' })).toMatchObject({ field: 'text', code: 'required' });
    // A double click makes one.
    const both = await Promise.all([1, 2].map(() => manager.post('/saved-answers', { title: 'To gange', text: 'x' })));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 422]);
    expect(both.find(({ status }) => status === 422)?.body.errors[0]).toMatchObject({
      field: 'title',
      code: 'title-taken',
    });
  });

  it('keeps the mark until the words change, one version at a time, and lists what is due for review', async () => {
    const { id } = await made('Affald', 'Tømmes om mandagen.');
    const patch = (body: object) => manager.patch(`/saved-answers/${id}`, body);
    const verified = (await patch({ verified: true, version: 1 })).body as SavedAnswerView;
    expect(verified.verifiedAt).not.toBeNull();
    expect((await patch({ title: 'Nyt', version: 1 })).body.code).toBe('version-conflict');
    expect((await patch({ title: 'Skrald', version: 2 })).body.verifiedAt).toBe(verified.verifiedAt);
    expect((await patch({ text: 'Tømmes om tirsdagen.', version: 3 })).body.verifiedAt).toBeNull();
    const due = (await patch({ reviewOn: '1.1.2026', version: 4 })).body as SavedAnswerView;
    expect(due).toMatchObject({ reviewOn: '2026-01-01', reviewDue: true });
    const again = (await patch({ verified: true, version: 5 })).body as SavedAnswerView;
    expect(again.reviewDue).toBe(false);
    expect(again.reviewOn > '2026-06-01').toBe(true);
    const retired = (await patch({ retired: true, version: 6 })).body as SavedAnswerView;
    expect(retired.retiredAt).not.toBeNull();
    // Its title is free, and so it cannot come back beside another of that title.
    await made('Skrald', 'Et andet.');
    expect((await patch({ retired: false, version: 7 })).body.errors[0].code).toBe('title-taken');
  });
});

describe('an answer from the library', () => {
  it('is filled in for the conversation, and counted when it is sent, not before', async () => {
    const { id } = await made('Stien', '{kommune}: {nummer} om {forhøring} hos {afdeling}. Se {link} inden {frist}.');
    const { conversation, number } = await w.ask('Hvem ejer stien?');
    const path = `/inbox/${conversation.id}`;
    const draft = { text: 'Se {link}.', kind: 'full', savedAnswerId: id };
    expect((await w.roads.user.put(`${path}/draft`, draft)).status).toBe(200);
    const opened = (await w.roads.user.get(path)).body;
    expect(opened.draftSavedAnswerId).toBe(id);
    expect(opened.placeholders).toMatchObject({ nummer: number, forhøring: 'Spørg os' });
    expect((await one(id))?.uses).toBe(0);
    const { text } = (await one(id)) ?? { text: '' };
    const nowhere = await w.roads.user.post(`${path}/answers`, {
      kind: 'full',
      text,
      savedAnswerId: w.consultation.id,
    });
    expect(nowhere.body.errors[0]).toMatchObject({ field: 'savedAnswerId', code: 'not-found' });
    const sent = await w.roads.user.post(`${path}/answers`, { kind: 'full', text, savedAnswerId: id });
    expect(sent.status).toBe(201);
    expect(sent.body.answers[0].text).toMatch(
      new RegExp(`: ${number} om Spørg os hos Vej og Park .*/f/${w.consultation.slug} inden tirsdag 31. december 2199`),
    );
    expect(await one(id)).toMatchObject({ uses: 1, lastUsedAt: sent.body.answers[0].createdAt });
  });

  it('points out a word in braces that has no value here, and sends nothing', async () => {
    const { conversation } = await w.ask('Til hvornår kan jeg skrive?');
    const sql = (text: string) => t.app.get(Database).query(text, [w.consultation.id]);
    await sql('update consultation set closes_at = null where id = $1');
    const answer = { kind: 'full', text: 'Skriv inden {frist}.' };
    const refused = await w.planner.post(`/inbox/${conversation.id}/answers`, answer);
    await sql(`update consultation set closes_at = '2199-12-31T23:00:00Z' where id = $1`);
    expect(refused.body.errors[0]).toMatchObject({
      field: 'text',
      code: 'placeholder-without-value',
      params: { word: '{frist}' },
    });
    expect((await w.planner.get(`/inbox/${conversation.id}`)).body.answers).toEqual([]);
    expect((await w.planner.post(`/inbox/${conversation.id}/answers`, answer)).status).toBe(201);
  });
});
