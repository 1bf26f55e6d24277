import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leadingZeroBits } from '../../src/comments/proof-of-work.js';
import { startApp, type Client, type TestApp } from '../support/app.js';

let t: TestApp;
let staff: Client;

beforeAll(async () => {
  t = await startApp();
  staff = await t.admin();
});
afterAll(() => t.close());

async function opened(more: object = {}): Promise<{ id: string; slug: string }> {
  const made = await staff.post('/consultations', {
    title: `Deltag ${Math.random().toString(36).slice(2)}`,
    questions: [{ kind: 'text', label: 'Hvad?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    visibility: 'atOnce',
    visibilityReason: 'Prøve',
    ...more,
  });
  await staff.post(`/consultations/${made.body.id}/publish`);
  return made.body as { id: string; slug: string };
}
const say = async (slug: string, text: string, more: object = {}) =>
  t.as().post(`/public/consultations/${slug}/comments`, { text, ...more });
const shown = async (slug: string) => (await t.as().get(`/public/consultations/${slug}/comments`)).body.items;

describe('official answers', () => {
  it('stand on the page in their order, are counted when read, and leave at once', async () => {
    const { id, slug } = await opened();
    const first = await staff.post(`/consultations/${id}/official-answers`, {
      question: 'Bliver der parkering?',
      answer: 'Ja, under jorden.',
      linkUrl: 'https://example.org/p-kort',
      linkLabel: 'Søg P-kort',
    });
    expect(first).toMatchObject({ status: 201, body: { signature: expect.stringMatching(/.+/), reads: 0 } });
    const second = await staff.post(`/consultations/${id}/official-answers`, {
      question: 'Hvornår?',
      answer: 'I 2028.',
    });
    await staff.patch(`/official-answers/${second.body.id}`, { position: 0 });
    const page = await t.as().get(`/public/consultations/${slug}`);
    expect(page.body.officialAnswers.map((one: { question: string }) => one.question)).toEqual([
      'Hvornår?',
      'Bliver der parkering?',
    ]);
    const read = (agent: string) =>
      t.as().raw('post', `/public/official-answers/${first.body.id}/read`).set('user-agent', agent);
    expect((await read('Mozilla/5.0 (iPhone)')).status).toBe(204);
    expect((await read('facebookexternalhit/1.1')).status).toBe(204);
    const link = await t.as().get(`/public/official-answers/${first.body.id}/link`);
    expect(link).toMatchObject({ status: 302, headers: { location: 'https://example.org/p-kort' } });
    const list = (await staff.get(`/consultations/${id}/official-answers`)).body.items;
    expect(list[1]).toMatchObject({ reads: 1, links: 1 });
    expect((await staff.delete(`/official-answers/${first.body.id}`)).status).toBe(204);
    expect((await t.as().get(`/public/official-answers/${first.body.id}/link`)).status).toBe(404);
    expect((await t.as().get(`/public/consultations/${slug}/official-answers`)).body.items).toHaveLength(1);
  });

  it('refuse a CPR number, a link that is none, and the role without the right', async () => {
    const { id } = await opened();
    const path = `/consultations/${id}/official-answers`;
    const cpr = await staff.post(path, { question: 'Hvem?', answer: 'Hende med 010190-1234' });
    expect(cpr.body.errors[0]).toMatchObject({ field: 'answer', code: 'has-cpr' });
    const link = await staff.post(path, { question: 'Hvor?', answer: 'Her', linkUrl: 'javascript:alert(1)' });
    expect(link.body.errors[0]).toMatchObject({ field: 'linkUrl', code: 'not-a-link' });
    const dpo = await t.person(['dpo']);
    expect((await dpo.post(path, { question: 'Må jeg?', answer: 'Nej' })).status).toBe(403);
    const superUser = await t.person(['superUser']);
    expect((await superUser.post(path, { question: 'Må jeg?', answer: 'Ja' })).status).toBe(201);
  });

  it('of a draft are for nobody else', async () => {
    const draft = await staff.post('/consultations', { title: 'Kladde' });
    const made = await staff.post(`/consultations/${draft.body.id}/official-answers`, {
      question: 'A?',
      answer: 'B',
      linkUrl: 'https://example.org/',
    });
    expect((await t.as().get(`/public/official-answers/${made.body.id}/link`)).status).toBe(404);
  });
});

describe('support', () => {
  const press = (slug: string, number: string, browser: string, supported = true) =>
    t.as().post(`/public/consultations/${slug}/comments/${number}/support`, { browser, supported });

  it('counts a browser once, and takes it back', async () => {
    const { slug } = await opened();
    const { number } = (await say(slug, 'Mere lys')).body;
    const [a, b] = ['a'.repeat(20), 'b'.repeat(20)];
    await Promise.all([press(slug, number, a), press(slug, number, a), press(slug, number, a)]);
    expect((await press(slug, number, b)).body).toEqual({ count: 2, supported: true });
    expect((await shown(slug))[0].supportCount).toBe(2);
    expect((await press(slug, number, a, false)).body).toEqual({ count: 1, supported: false });
  });

  it('is not for what is hidden, closed, unknown, or for a browser that is none', async () => {
    const { id, slug } = await opened();
    const { number } = (await say(slug, 'Mindre støj')).body;
    expect((await press(slug, number, 'kort')).status).toBe(422);
    expect((await press(slug, 'F-2026-001-9999', 'c'.repeat(20))).status).toBe(404);
    const [item] = (await staff.get(`/consultations/${id}/comments`)).body.items;
    await staff.post(`/comments/${item.id}/decision`, { action: 'hide', reason: 'Prøve' });
    expect((await press(slug, number, 'c'.repeat(20))).status).toBe(404);
    await staff.post(`/consultations/${id}/close`);
    expect((await press(slug, number, 'c'.repeat(20))).body.code).toBe('consultation-closed');
  });
});

describe('replies between citizens', () => {
  it('stand under the comment, one level, screened like any other', async () => {
    const { slug } = await opened({ allowReplies: true });
    const top = (await say(slug, 'Bevar linden')).body.number;
    const reply = (await say(slug, 'Enig, den er 100 år', { replyTo: top })).body.number;
    const below = (await say(slug, 'Ja, plantet i 1926', { replyTo: reply })).body.number;
    const held = (await say(slug, 'Ring til mig på 22 33 44 55', { replyTo: top })).body;
    expect(held.state).toBe('held');
    const items = await shown(slug);
    expect(items).toHaveLength(1);
    expect(items[0].replies.map((one: { number: string }) => one.number)).toEqual([reply, below]);
  });

  it('keep standing when what they answer is hidden', async () => {
    const { id, slug } = await opened({ allowReplies: true });
    const top = (await say(slug, 'Noget, der skjules')).body.number;
    const reply = (await say(slug, 'Et svar, der bliver', { replyTo: top })).body.number;
    const { items } = (await staff.get(`/consultations/${id}/comments`)).body;
    const parent = items.find((one: { number: string }) => one.number === top);
    const child = items.find((one: { number: string }) => one.number === reply);
    expect((await staff.get(`/comments/${child.id}`)).body.parentNumber).toBe(top);
    await staff.post(`/comments/${parent.id}/decision`, { action: 'hide', reason: 'Prøve' });
    expect((await shown(slug)).map((one: { number: string }) => one.number)).toEqual([reply]);
    expect(await say(slug, 'For sent', { replyTo: top })).toMatchObject({
      status: 409,
      body: { code: 'reply-target-gone' },
    });
  });

  it('are refused where they are not wanted, and never to another consultation’s comment', async () => {
    const plain = await opened();
    const { number } = (await say(plain.slug, 'Uden svar')).body;
    expect(await say(plain.slug, 'Svar', { replyTo: number })).toMatchObject({
      status: 409,
      body: { code: 'replies-not-allowed' },
    });
  });
});

describe('proof of work', () => {
  const solve = (challenge: string, bits: number): string => {
    for (let nonce = 0; ; nonce += 1) {
      const proof = `${challenge}:${nonce}`;
      if (leadingZeroBits(createHash('sha256').update(proof).digest()) >= bits) return proof;
    }
  };

  it('is asked for when one network sends many, is good once, and otherwise the comment may wait for a person', async () => {
    const busy = await startApp({ env: { RATE_LIMIT: '' } });
    try {
      const admin = await busy.admin();
      const made = await admin.post('/consultations', {
        title: 'Travlt',
        questions: [{ kind: 'text', label: 'Hvad?' }],
        closesAt: '2199-12-31',
        deleteOn: '2199-12-31',
        visibility: 'atOnce',
        visibilityReason: 'Prøve',
      });
      await admin.post(`/consultations/${made.body.id}/publish`);
      const send = (text: string, more: object = {}) =>
        busy.as().post(`/public/consultations/${made.body.slug}/comments`, { text, ...more });
      for (let i = 0; i < 12; i += 1) expect((await send(`Bidrag nummer ${i}`)).status).toBe(201);
      const refused = await send('Det trettende');
      expect(refused).toMatchObject({ status: 429, body: { code: 'proof-of-work-required' } });
      const { challenge, bits } = refused.body.params as { challenge: string; bits: number };
      const proof = solve(challenge, bits);
      expect((await send('Det trettende', { proof: `${challenge}:x` })).status).toBe(429);
      expect((await send('Det trettende', { proof })).body.state).toBe('public');
      expect((await send('Det fjortende', { proof })).status).toBe(429);
      expect((await send('Uden script', { mayWait: true })).body.state).toBe('held');
    } finally {
      await busy.close();
    }
  }, 60_000);
});
