import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Objections } from '@forhoering/shared/contracts/objection.contract.js';
import { startApp, type Client, type TestApp } from '../support/app.js';

let t: TestApp;
let planner: Client;
let id: string;
let tags: string[];
beforeAll(async () => {
  t = await startApp();
  planner = await t.person(['planner', 'caseworker']);
  const { body } = await planner.post('/consultations', {
    title: 'Torvet',
    questions: [{ kind: 'text', label: 'Hvad?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    visibility: 'atOnce',
    visibilityReason: 'Prøve',
  });
  id = body.id;
  tags = [];
  for (const name of ['Skolevej', 'Højde'])
    tags.push((await planner.post(`/consultations/${id}/tags`, { name })).body.id);
});
afterAll(() => t.close());

const path = (): string => `/consultations/${id}/objections`;
const add = (reference: string, tagIds: string[], more: object = {}, who = planner) =>
  who.post(path(), { reference, receivedOn: '2026-12-04', tagIds, ...more });

describe('formal objections', () => {
  it('wait until the consultation has been published', async () => {
    expect((await add('26/1', [])).body.code).toBe('not-published-yet');
    expect((await planner.post(`/consultations/${id}/publish`)).status).toBe(200);
  });

  it('are held against the themes, with what nobody said apart', async () => {
    await t.as().post(`/public/consultations/${(await planner.get(`/consultations/${id}`)).body.slug}/comments`, {
      text: 'Skolevejen er farlig',
    });
    const [comment] = (await planner.get(`/consultations/${id}/comments`)).body.items;
    await planner.put(`/comments/${comment.id}/tags`, { tagIds: [tags[0]] });
    expect((await add('26/4711-12', tags)).status).toBe(201);
    await add('26/4711-13', [tags[0] ?? '', tags[0] ?? ''], { receivedOn: '5.12.2026' });
    const { body } = (await add('26/4711-14', [])) as { body: Objections };
    expect(body.themes.map(({ name, comments, objections }) => [name, comments, objections])).toEqual([
      ['Skolevej', 1, 2],
      ['Højde', 0, 1],
    ]);
    expect(body.unforeseen).toBe(1);
    expect(body.items.map(({ reference, receivedOn }) => [reference, receivedOn])).toEqual([
      ['26/4711-13', '2026-12-05'],
      ['26/4711-14', '2026-12-04'],
      ['26/4711-12', '2026-12-04'],
    ]);
    expect((await planner.get(path())).body).toEqual(body);
  });

  it('are refused twice, without a day, with a stranger’s theme or a CPR number', async () => {
    const refusals = [
      await add('26/4711-12', []),
      await add(' 26/4711-12 ', []),
      await add('26/9', [], { receivedOn: '30. februar' }),
      await add('26/9', ['00000000-0000-4000-8000-000000000000']),
      await add('010190-1234', []),
      await add('', []),
    ];
    expect(refusals.map(({ status, body }) => [status, body.errors?.[0]?.field])).toEqual([
      [422, 'reference'],
      [422, 'reference'],
      [422, 'receivedOn'],
      [422, 'tagIds'],
      [422, 'reference'],
      [422, 'reference'],
    ]);
    const both = await Promise.all([add('26/10', []), add('26/10', [])]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
  });

  it('can be read by staff and changed by who may change the consultation', async () => {
    const superUser = await t.person(['superUser']);
    expect((await add('26/11', [], {}, superUser)).status).toBe(403);
    expect((await t.as().get(path())).status).toBe(401);
    const { items } = (await planner.get(path())).body as Objections;
    const one = items.find(({ reference }) => reference === '26/10');
    expect((await superUser.delete(`/objections/${one?.id}`)).status).toBe(403);
    expect((await planner.delete(`/objections/${one?.id}`)).status).toBe(204);
    expect((await planner.delete(`/objections/${one?.id}`)).status).toBe(404);
    expect(((await planner.get(path())).body as Objections).items).toHaveLength(items.length - 1);
  });
});
