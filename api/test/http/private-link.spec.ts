import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type Client, type TestApp } from '../support/app.js';

let t: TestApp;
let staff: Client;

beforeAll(async () => {
  t = await startApp();
  staff = await t.admin();
});
afterAll(() => t.close());

interface Opened {
  id: string;
  slug: string;
  questions: Array<{ id: string; label: string }>;
}

async function opened(more: object = {}): Promise<Opened> {
  const made = await staff.post('/consultations', {
    title: `Prøve ${Math.random().toString(36).slice(2)}`,
    questions: [{ kind: 'text', label: 'Hvad synes du?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    ...more,
  });
  expect(made.status).toBe(201);
  expect((await staff.post(`/consultations/${made.body.id}/publish`)).status).toBe(200);
  return made.body as Opened;
}

async function said(slug: string, more: object = {}): Promise<{ token: string; number: string; state: string }> {
  const sent = await t
    .as()
    .post(`/public/consultations/${slug}/comments`, { text: 'Bevar linden på pladsen', name: 'Åse', ...more });
  expect(sent.status).toBe(201);
  return {
    token: String(sent.body.privateUrl).split('/').at(-1) ?? '',
    number: sent.body.number,
    state: sent.body.state,
  };
}

const link = (token: string): string => `/public/private-links/${token}`;
const shown = async (slug: string) => (await t.as().get(`/public/consultations/${slug}/comments`)).body.items;

describe('the private link', () => {
  it('gives new words, screened again, and keeps what they replace', async () => {
    const { id, slug } = await opened({ visibility: 'atOnce', visibilityReason: 'Prøve' });
    const { token } = await said(slug);
    const before = (await t.as().get(link(token))).body;
    expect(before).toMatchObject({
      state: 'public',
      editableUntil: expect.any(String),
      mayWithdraw: true,
      editedAt: null,
    });
    const edited = await t.as().put(link(token), { text: 'Bevar begge linde', name: 'Åse', version: before.version });
    expect(edited.body).toMatchObject({ text: 'Bevar begge linde', state: 'public', editedAt: expect.any(String) });
    expect(await shown(slug)).toEqual([
      expect.objectContaining({ text: 'Bevar begge linde', editedAt: expect.any(String) }),
    ]);
    const held = await t.as().put(link(token), { text: 'Ring 22 33 44 55', name: 'Åse', version: edited.body.version });
    expect(held.body).toMatchObject({ state: 'held', heldFor: ['phone'] });
    expect(await shown(slug)).toEqual([]);
    const { items } = (await staff.get(`/consultations/${id}/comments`)).body;
    const detail = (await staff.get(`/comments/${items[0].id}`)).body;
    expect(detail.versions.map((one: { text: string }) => one.text)).toEqual([
      'Bevar begge linde',
      'Bevar linden på pladsen',
    ]);
    expect((await staff.get(`/consultations/${id}/comments?q=linde`)).body.items).toEqual([]);
    expect(detail.history.map((one: { action: string }) => one.action)).toContain('comment.edit');
  });

  it('does not let an edit undo what a person decided, nor overwrite one made in another tab', async () => {
    const { id, slug } = await opened({ visibility: 'atOnce', visibilityReason: 'Prøve' });
    const { token } = await said(slug);
    const { items } = (await staff.get(`/consultations/${id}/comments`)).body;
    await staff.post(`/comments/${items[0].id}/decision`, { action: 'hide', reason: 'Reklame' });
    const { version } = (await t.as().get(link(token))).body;
    expect((await t.as().put(link(token), { text: 'Nye ord', version })).body).toMatchObject({ state: 'waiting' });
    const late = await t.as().put(link(token), { text: 'Andre ord', version });
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('version-conflict');
    expect((await t.as().get(link(token))).body.text).toBe('Nye ord');
    expect((await t.as().put(link(token), { text: '   ', version: version + 1 })).status).toBe(422);
  });

  it('ends with the period, by the clock, but taking back and hiding the name go on', async () => {
    const { id, slug } = await opened({ visibility: 'atOnce', visibilityReason: 'Prøve' });
    const { token } = await said(slug);
    await staff.post(`/consultations/${id}/close`);
    const view = (await t.as().get(link(token))).body;
    expect(view.editableUntil).toBeNull();
    const refused = await t.as().put(link(token), { text: 'For sent', version: view.version });
    expect(refused.body.code).toBe('consultation-closed');
    expect((await t.as().put(`${link(token)}/name`, { showName: false })).body.shownAs).toBeNull();
    expect((await shown(slug))[0].author).toBeNull();
    expect((await t.as().put(`${link(token)}/name`, { showName: true })).body.shownAs).toBe('Åse');
    expect((await t.as().post(`${link(token)}/withdraw`)).body).toMatchObject({
      state: 'withdrawn',
      mayWithdraw: false,
    });
    expect((await t.as().post(`${link(token)}/withdraw`)).status).toBe(200);
    expect(await shown(slug)).toEqual([]);
    const { items } = (await staff.get(`/consultations/${id}/comments`)).body;
    expect(items[0]).toMatchObject({ state: 'withdrawn', text: 'Bevar linden på pladsen' });
    expect((await staff.post(`/comments/${items[0].id}/decision`, { action: 'publish' })).status).toBe(409);
    expect((await t.as().put(link(token), { text: 'Igen', version: items[0].version })).body.code).toBe(
      'comment-not-editable',
    );
  });

  it('opens by number and code, however they are typed, and by nothing else', async () => {
    const { slug } = await opened();
    const { token, number } = await said(slug);
    const other = await said(slug, { text: 'Noget andet' });
    const { code } = (await t.as().get(link(token))).body;
    const typed = { number: ` ${number.toLowerCase()} `, code: ` ${code.toLowerCase().replace('-', ' ')}` };
    const found = await t.as().post('/public/private-codes', typed);
    expect(found.body.privateUrl).toContain(token);
    for (const wrong of [
      { number: other.number, code },
      { number: 'F-2026-999-0001', code },
      { number, code: 'AAAA-AAAA' },
      { number: '0001', code },
    ])
      expect((await t.as().post('/public/private-codes', wrong)).status).toBe(404);
    for (const bad of ['k1.AAAA', `${token}x`, 'k9.' + token.slice(3)]) {
      expect((await t.as().put(link(bad), { text: 'Ord', version: 1 })).status).toBe(404);
      expect((await t.as().post(`${link(bad)}/withdraw`)).status).toBe(404);
    }
  });
});

describe('what can be said besides the text', () => {
  it('keeps answers to closed questions, and refuses what is no answer', async () => {
    const { id, slug, questions } = await opened({
      questions: [
        { kind: 'text', label: 'Hvad synes du?' },
        { kind: 'one', label: 'Hvor bor du?', options: ['Her', 'Et andet sted'] },
        { kind: 'several', label: 'Hvad bruger du?', options: ['Bus', 'Cykel', 'Bil'] },
        { kind: 'scale', label: 'Hvor trygt er det?', options: ['Utrygt', 'Trygt'] },
      ],
    });
    const answer = (at: number, ...values: string[]) => ({ questionId: questions[at]?.id, values });
    const { token } = await said(slug, {
      questionAnswers: [answer(1, 'Her'), answer(2, 'Bil', 'Bus'), answer(3, '4')],
    });
    expect((await t.as().get(link(token))).body.questionAnswers).toEqual([
      answer(1, 'Her'),
      answer(2, 'Bil', 'Bus'),
      answer(3, '4'),
    ]);
    for (const wrong of [
      answer(0, 'Her'),
      answer(1, 'Her', 'Et andet sted'),
      answer(2, 'Bil', 'Bil'),
      answer(3, '6'),
    ]) {
      const refused = await t
        .as()
        .post(`/public/consultations/${slug}/comments`, { text: 'Ord', questionAnswers: [wrong] });
      expect(refused.status).toBe(422);
    }
    // Moved and reworded questions keep their ids, so answers keep pointing at them.
    const view = (await staff.get(`/consultations/${id}`)).body;
    const moved = [
      view.questions[1],
      view.questions[0],
      { ...view.questions[2], label: 'Hvad kører du?' },
      view.questions[3],
    ];
    const saved = await staff.patch(`/consultations/${id}`, {
      version: view.version,
      questions: moved.map(({ kind, label, options }) => ({ kind, label, options })),
    });
    expect(saved.body.questions.map((one: { id: string }) => one.id)).toEqual(
      [1, 0, 2, 3].map((at) => questions[at]?.id),
    );
    const bad = await staff.post('/consultations', { questions: [{ kind: 'one', label: 'Hvad?', options: ['Én'] }] });
    expect(bad.body.errors[0]).toMatchObject({ field: 'questions.0.options', code: 'options-missing' });
  });

  it('shows the organisation for the name, "Borger" under name protection, and the place only when it is safe', async () => {
    const { slug } = await opened({ visibility: 'atOnce', visibilityReason: 'Prøve' });
    await said(slug, { speaksAs: 'association', organisation: 'Mejeriets Venner', place: 'Ved linden' });
    await said(slug, { text: 'To', nameProtected: true });
    const third = await said(slug, { text: 'Tre', place: 'Ring 22 33 44 55' });
    expect(third.state).toBe('held');
    expect(await shown(slug)).toEqual([
      expect.objectContaining({ text: 'To', author: null }),
      expect.objectContaining({ author: 'Mejeriets Venner', speaksAs: 'association', place: 'Ved linden' }),
    ]);
    const hidden = await said(slug, { text: 'Fire', nameProtected: true });
    expect((await t.as().put(`${link(hidden.token)}/name`, { showName: true })).body.shownAs).toBeNull();
  });
});
