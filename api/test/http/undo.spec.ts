import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type Client, type TestApp } from '../support/app.js';

let t: TestApp;
let staff: Client;

beforeAll(async () => {
  t = await startApp();
  staff = await t.admin();
});
afterAll(() => t.close());

/** One comment on a consultation of its own. */
async function said(text: string, visibility = 'afterReview'): Promise<{ id: string; slug: string; token: string }> {
  const made = await staff.post('/consultations', {
    title: `Fortryd ${Math.random().toString(36).slice(2)}`,
    questions: [{ kind: 'text', label: 'Hvad?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    visibility,
    visibilityReason: 'Prøve',
  });
  await staff.post(`/consultations/${made.body.id}/publish`);
  const { slug } = made.body as { slug: string };
  const sent = await t.as().post(`/public/consultations/${slug}/comments`, { text });
  const list = await staff.get(`/consultations/${made.body.id}/comments`);
  return { id: list.body.items[0].id, slug, token: String(sent.body.privateUrl).split('/').at(-1) ?? '' };
}
const decide = (id: string, action: string, more: object = {}, who = staff) =>
  who.post(`/comments/${id}/decision`, { action, ...more });
const shown = async (slug: string): Promise<string[]> =>
  (await t.as().get(`/public/consultations/${slug}/comments`)).body.items.map((one: { text: string }) => one.text);

describe('taking back a decision', () => {
  it('leads back to where the comment was, not to another decision', async () => {
    const { id, slug } = await said('Bevar træerne');
    await decide(id, 'publish');
    expect(await shown(slug)).toEqual(['Bevar træerne']);
    expect((await decide(id, 'undo')).body).toMatchObject({ state: 'waiting', publicText: null, hiddenReason: null });
    expect(await shown(slug)).toEqual([]);
    await decide(id, 'hide', { reason: 'Reklame' });
    expect((await decide(id, 'undo')).body).toMatchObject({ state: 'waiting', hiddenReason: null });
    const { history } = (await staff.get(`/comments/${id}`)).body;
    expect(
      history.map((one: { action: string }) => one.action).filter((one: string) => one.endsWith('undo')),
    ).toHaveLength(2);
  });

  it('puts back the redaction and the reason that stood', async () => {
    const { id, slug } = await said('Ring til mig på 22 33 44 55');
    await decide(id, 'publish', { withoutMarked: true });
    await decide(id, 'hide', { reason: 'Reklame' });
    expect((await decide(id, 'undo')).body.state).toBe('public');
    expect(await shown(slug)).toEqual(['Ring til mig på [telefonnummer fjernet]']);
    await decide(id, 'hide', { reason: 'Reklame' });
    await decide(id, 'publish', { withoutMarked: true });
    expect((await decide(id, 'undo')).body).toMatchObject({ state: 'hidden', hiddenReason: 'Reklame' });
    expect(await shown(slug)).toEqual([]);
  });

  it('stays inside the municipality where everything does', async () => {
    const { id } = await said('Kun til jer', 'staffOnly');
    await decide(id, 'hide', { reason: 'Reklame' });
    expect((await decide(id, 'undo')).body).toMatchObject({ state: 'received', publicText: null });
  });

  it('is refused twice, to others, without a decision, and after the citizen took it back', async () => {
    const { id, token } = await said('Bevar søen');
    expect(await decide(id, 'undo')).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
    await decide(id, 'publish');
    const other = await t.person(['planner']);
    expect((await decide(id, 'undo', {}, other)).body.code).toBe('nothing-to-undo');
    const dpo = await t.person(['dpo']);
    expect((await decide(id, 'undo', {}, dpo)).status).toBe(403);
    expect((await decide(id, 'undo')).status).toBe(200);
    expect((await decide(id, 'undo')).body.code).toBe('nothing-to-undo');
    expect((await decide(id, 'undo', { version: 0 })).body.code).toBe('version-conflict');
    await decide(id, 'hide', { reason: 'Reklame' });
    await t.as().post(`/public/private-links/${token}/withdraw`);
    expect((await decide(id, 'undo')).body.code).toBe('nothing-to-undo');
  });
});
