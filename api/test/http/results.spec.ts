import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultView } from '@forhoering/shared/contracts/result.contract.js';
import { SendResultMailsJob } from '../../src/results/send-result-mails.job.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { mailsOf, type Mailed } from '../support/mails.js';

let t: TestApp;
let planner: Client;
beforeAll(async () => {
  t = await startApp();
  planner = await t.person(['planner', 'caseworker']);
});
afterAll(() => t.close());

interface World {
  id: string;
  slug: string;
  tagId: string;
  /** Of the one comment, which carries the tag. */
  token: string;
  number: string;
  commentId: string;
}

/** An open consultation with one public comment under one theme. */
async function world(): Promise<World> {
  const { body } = await planner.post('/consultations', {
    title: `Torvet ${Math.random().toString(36).slice(2)}`,
    questions: [{ kind: 'text', label: 'Hvad?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    visibility: 'atOnce',
    visibilityReason: 'Prøve',
  });
  await planner.post(`/consultations/${body.id}/publish`);
  const { token, number } = await said(body.slug, 'Skolevejen er farlig', { name: 'Åse' });
  const tagId = (await planner.post(`/consultations/${body.id}/tags`, { name: 'Skolevej' })).body.id as string;
  const commentId = (await planner.get(`/consultations/${body.id}/comments`)).body.items[0].id as string;
  await planner.put(`/comments/${commentId}/tags`, { tagIds: [tagId] });
  return { id: body.id, slug: body.slug, tagId, token, number, commentId };
}
async function said(slug: string, text: string, more: object = {}): Promise<{ token: string; number: string }> {
  const { body } = await t.as().post(`/public/consultations/${slug}/comments`, { text, ...more });
  return { token: String(body.privateUrl).split('/').at(-1) ?? '', number: body.number as string };
}
const follow = (token: string, body: object) => t.as().put(`/public/private-links/${token}/follow`, body);
const write = (w: World, version: number, theme: object = {}, who = planner) =>
  who.put(`/consultations/${w.id}/result`, {
    intro: 'Tak for bidragene.',
    themes: [{ tagId: w.tagId, outcome: 'included', did: 'Krydset laves om.', why: '', ...theme }],
    version,
  });
const publish = (w: World, who = planner) => who.post(`/consultations/${w.id}/result/publish`);
const shown = (w: World) => t.as().get(`/public/consultations/${w.slug}/result`);

describe('you said, we did', () => {
  it('is written theme by theme, shown when the consultation has ended, and taken back at once', async () => {
    const w = await world();
    const empty = (await planner.get(`/consultations/${w.id}/result`)).body as ResultView;
    expect(empty).toMatchObject({ intro: '', version: 0, publishedAt: null, followers: 0 });
    expect(empty.themes).toMatchObject([{ name: 'Skolevej', count: 1, outcome: null, did: '', quote: null }]);
    expect((await publish(w)).body.errors[0]).toMatchObject({ field: 'intro', code: 'required' });
    const saved = await write(w, 0, { quote: w.number });
    expect(saved.body).toMatchObject({
      version: 1,
      themes: [{ outcome: 'included', quote: { number: w.number, text: 'Skolevejen er farlig' } }],
    });
    expect((await publish(w)).body.code).toBe('not-closed');
    expect((await shown(w)).status).toBe(404);
    expect((await t.as().get(`/public/private-links/${w.token}/treatment`)).status).toBe(404);

    await planner.post(`/consultations/${w.id}/close`);
    expect((await publish(w)).body.publishedAt).toEqual(expect.any(String));
    expect((await shown(w)).body).toMatchObject({
      intro: 'Tak for bidragene.',
      commentCount: 1,
      themes: [
        { name: 'Skolevej', count: 1, outcome: 'included', did: 'Krydset laves om.', quote: { number: w.number } },
      ],
    });
    expect((await t.as().get(`/public/private-links/${w.token}/treatment`)).body.themes).toEqual([
      { name: 'Skolevej', outcome: 'included', did: 'Krydset laves om.', why: '' },
    ]);
    expect((await planner.post(`/consultations/${w.id}/result/withdraw`)).body.publishedAt).toBeNull();
    expect((await shown(w)).status).toBe(404);
  });

  it('names what is missing, refuses CPR numbers, strange themes and quotes that nobody may read', async () => {
    const w = await world();
    await planner.post(`/consultations/${w.id}/close`);
    await write(w, 0, { outcome: 'partly' });
    expect((await publish(w)).body.errors).toMatchObject([{ field: 'themes.0.why', code: 'required' }]);
    const refused = async (theme: object): Promise<unknown> => (await write(w, 1, theme)).body.errors[0];
    expect(await refused({ did: 'Til 010190-1234' })).toMatchObject({ field: 'themes.0.did', code: 'has-cpr' });
    expect(await refused({ quote: '9999' })).toMatchObject({ field: 'themes.0.quote', code: 'quote-not-public' });
    expect(await refused({ tagId: w.commentId })).toMatchObject({ field: 'themes.0.tagId', code: 'not-found' });
    expect(await refused({ did: 'x'.repeat(601) })).toMatchObject({ field: 'themes.0.did', code: 'too-long' });
    expect((await write(w, 7)).body.code).toBe('version-conflict');
    await write(w, 1);
    await publish(w);
    // What is shown may not lose what it must have.
    expect((await write(w, 3, { outcome: 'notIncluded' })).body.errors).toMatchObject([{ field: 'themes.0.why' }]);
  });

  it('shows a quote only as long as everybody may read the comment', async () => {
    const w = await world();
    await planner.post(`/consultations/${w.id}/close`);
    await write(w, 0, { quote: w.number });
    await publish(w);
    await t.as().post(`/public/private-links/${w.token}/withdraw`);
    expect((await shown(w)).body.themes).toMatchObject([{ count: 0, quote: null }]);
  });

  it('is written by planners only', async () => {
    const w = await world();
    for (const role of ['caseworker', 'socialMediaManager', 'superUser', 'dpo', 'administrator'] as const) {
      const other = await t.person([role]);
      expect((await write(w, 0, {}, other)).status).toBe(403);
      expect((await publish(w, other)).status).toBe(403);
      expect((await other.get(`/consultations/${w.id}/result`)).status).toBe(200);
    }
    expect((await t.as().get(`/consultations/${w.id}/result`)).status).toBe(401);
  });
});

describe('who follows', () => {
  it('chooses mails by the private link, and needs an address for them', async () => {
    const { token, slug } = await world();
    const path = `/public/private-links/${token}`;
    expect((await t.as().get(path)).body).toMatchObject({ hasEmail: false, follow: { answers: true, result: false } });
    expect((await follow(token, { answers: false, result: true })).body.errors[0]).toMatchObject({
      field: 'email',
      code: 'required',
    });
    expect((await follow(token, { answers: false, result: true, email: 'x' })).status).toBe(422);
    expect((await follow(token, { answers: false, result: true, email: 'aase@eksempel.dk' })).body).toMatchObject({
      hasEmail: true,
      follow: { answers: false, result: true },
    });
    expect((await follow('nonsense', { answers: true, result: true })).status).toBe(404);
    const page = (await t.as().get(`/public/consultations/${slug}/comments`)).text;
    expect(page).not.toContain('aase@eksempel.dk');
  });

  it('is told once of the result, once for each address, and not after taking the comment back', async () => {
    const w = await world();
    const address = `${w.id}@eksempel.dk`;
    const second = await said(w.slug, 'Og cykelstien');
    const gone = await said(w.slug, 'Det fortryder jeg');
    await follow(w.token, { answers: false, result: true, email: address });
    await follow(second.token, { answers: false, result: true, email: address.toUpperCase() });
    await follow(gone.token, { answers: false, result: true, email: `gone-${address}` });
    await t.as().post(`/public/private-links/${gone.token}/withdraw`);
    await planner.post(`/consultations/${w.id}/close`);
    await write(w, 0);
    expect((await planner.get(`/consultations/${w.id}/result`)).body.followers).toBe(1);
    const job = t.app.get(SendResultMailsJob);
    const mine = (): Mailed[] => mailsOf(t).filter(({ to }) => to.toLowerCase().includes(address));
    // Not published: a job that comes too early, or after it was taken back, tells nobody.
    await job.handle({ consultationId: w.id });
    expect(mine()).toEqual([]);
    await publish(w);
    await job.handle({ consultationId: w.id });
    await job.handle({ consultationId: w.id });
    expect(mine()).toHaveLength(1);
    const [mail] = mine();
    expect(mail?.subject).toContain('Nu kan du se, hvad vi gjorde');
    expect(mail?.text).toContain(`/f/${w.slug}/resultat`);
    expect(mail?.text).toContain(w.token);
    expect((await planner.get(`/consultations/${w.id}/result`)).body.followers).toBe(0);
  });
});
