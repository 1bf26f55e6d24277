import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';

const DRAFT = {
  title: 'Hvad skal der ske på Mejerigrunden?',
  teaser: 'Det gamle mejeri har stået tomt siden 2019.',
  questions: [{ kind: 'text', label: 'Hvad må der ikke ske?' }],
  closesAt: '2199-12-31',
  deleteOn: '2200-01-01',
};

describe('the main job over HTTP', () => {
  let t: TestApp;
  let staff: Client;
  let id = '';
  let slug = '';

  beforeAll(async () => {
    t = await startApp({ worker: true });
    staff = await t.admin();
    const made = await staff.post('/consultations', DRAFT);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      number: expect.stringMatching(/^F-\d{4}-001$/),
      slug: 'hvad-skal-der-ske-paa-mejerigrunden',
      state: 'draft',
    });
    ({ id, slug } = made.body);
  });
  afterAll(() => t.close());

  it('does not show a draft to the public', async () => {
    expect((await t.as().get(`/public/consultations/${slug}`)).body.code).toBe('consultation-not-found');
    expect((await t.as().post(`/public/consultations/${slug}/comments`, { text: 'For tidligt' })).status).toBe(404);
  });

  it('names each of the four things that block publication, and nothing else blocks', async () => {
    const empty = await staff.post('/consultations', {});
    const refused = await staff.post(`/consultations/${empty.body.id}/publish`);
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('publish-blocked');
    expect(refused.body.errors.map((error: { code: string }) => error.code)).toEqual([
      'title-missing',
      'question-missing',
      'closing-missing',
      'delete-date-missing',
    ]);
    const opened = await staff.post(`/consultations/${id}/publish`);
    expect(opened.body).toMatchObject({ state: 'open', slug });
    expect(opened.body.warnings.length).toBeGreaterThan(0);
    expect((await staff.post(`/consultations/${id}/publish`)).body.code).toBe('transition-not-allowed');
  });

  it('gives a citizen number, private link and state, and shows the comment only after review', async () => {
    const sent = await t.as().post(`/public/consultations/${slug}/comments`, {
      text: 'Lad skorstenen stå!',
      name: 'Åse',
      email: 'aase@eksempel.dk',
    });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ state: 'waiting', number: expect.stringMatching(/^F-\d{4}-001-0001$/) });
    expect((await t.as().get(`/public/consultations/${slug}/comments`)).body.items).toEqual([]);
    const token = String(sent.body.privateUrl).split('/').at(-1);
    expect((await t.as().get(`/public/private-links/${token}`)).body).toMatchObject({
      text: 'Lad skorstenen stå!',
      state: 'waiting',
      author: 'Åse',
    });
    expect((await t.as().get(`/public/private-links/${token}x`)).status).toBe(404);
    expect((await t.as().get(`/public/private-links/k1.${'A'.repeat(43)}`)).status).toBe(404);
  });

  it('sends the receipt by mail, once, with a Message-ID that stays', async () => {
    const folder = path.join(t.config.dataDir, 'mail');
    const names = await until(
      () => Promise.resolve(existsSync(folder) ? readdirSync(folder) : []),
      (files) => files.length > 0,
    );
    expect(names).toEqual([expect.stringMatching(/^receipt\.[0-9a-f-]{36}\.eml$/)]);
    const mail = readFileSync(path.join(folder, names[0] ?? ''), 'utf8');
    expect(mail).toContain('To: aase@eksempel.dk');
    expect(mail).toContain(`Message-ID: <${(names[0] ?? '').replace('.eml', '')}@localhost>`);
  });

  it('publishes by a decision, and the public gets text and name but never the mail', async () => {
    const waiting = await staff.get(`/consultations/${id}/comments?state=waiting`);
    const comment = waiting.body.items[0];
    const shown = await staff.post(`/comments/${comment.id}/decision`, { action: 'publish' });
    expect(shown.body).toMatchObject({ state: 'public', publicText: 'Lad skorstenen stå!' });
    const list = await t.as().get(`/public/consultations/${slug}/comments`);
    expect(list.body.items).toEqual([
      expect.objectContaining({ text: 'Lad skorstenen stå!', author: 'Åse', channel: 'web', answers: [] }),
    ]);
    expect(JSON.stringify(list.body)).not.toContain('aase@');
  });

  it('hides with a reason without touching the original, and shows again', async () => {
    const { body } = await staff.get(`/consultations/${id}/comments?state=public`);
    const comment = body.items[0];
    expect((await staff.post(`/comments/${comment.id}/decision`, { action: 'hide' })).body.errors[0]).toMatchObject({
      field: 'reason',
      code: 'reason-missing',
    });
    const hidden = await staff.post(`/comments/${comment.id}/decision`, {
      action: 'hide',
      reason: 'Handler ikke om sagen',
    });
    expect(hidden.body).toMatchObject({
      state: 'hidden',
      publicText: null,
      hiddenReason: 'Handler ikke om sagen',
      text: 'Lad skorstenen stå!',
    });
    expect((await t.as().get(`/public/consultations/${slug}/comments`)).body.items).toEqual([]);
    expect(hidden.body.history.map((event: { action: string }) => event.action)).toEqual([
      'comment.receive',
      'comment.publish',
      'comment.hide',
    ]);
    expect((await staff.post(`/comments/${comment.id}/decision`, { action: 'publish' })).body.state).toBe('public');
  });

  it('holds a CPR number, refuses to publish it, and publishes without it', async () => {
    const sent = await t
      .as()
      .post(`/public/consultations/${slug}/comments`, { text: 'Jeg hedder Per, 010190-1234, og vil have en bænk.' });
    expect(sent.body.state).toBe('held');
    const held = (await staff.get(`/consultations/${id}/comments?state=held`)).body.items[0];
    expect(held.flags).toContain('cpr');
    const shown = await staff.post(`/comments/${held.id}/decision`, { action: 'publish', withoutMarked: true });
    expect(shown.body.publicText).toBe('Jeg hedder Per, [cpr-nummer fjernet], og vil have en bænk.');
    expect(shown.body.text).toContain('010190-1234');
    expect((await staff.get(`/consultations/${id}/comments?q=1234`)).body.items).toEqual([]);
  });

  it('never publishes a certain CPR number as it stands', async () => {
    await t.as().post(`/public/consultations/${slug}/comments`, { text: 'cpr 0101010007 til sagen' });
    const held = (await staff.get(`/consultations/${id}/comments?state=held`)).body.items[0];
    expect((await staff.post(`/comments/${held.id}/decision`, { action: 'publish' })).body.code).toBe(
      'cpr-blocks-publication',
    );
  });

  it('tags with a code book and finds by tag, word, number and state', async () => {
    const tag = await staff.post(`/consultations/${id}/tags`, { name: 'Bevaring', keywords: ['skorsten'] });
    expect(tag.body).toMatchObject({ colour: 1, key: 'b', count: 0 });
    const comment = (await staff.get(`/consultations/${id}/comments?q=skorsten`)).body.items[0];
    expect(
      (await staff.put(`/comments/${comment.id}/tags`, { tagIds: [tag.body.id], version: comment.version })).body
        .tagIds,
    ).toEqual([tag.body.id]);
    expect((await staff.put(`/comments/${comment.id}/tags`, { tagIds: [], version: comment.version })).body.code).toBe(
      'version-conflict',
    );
    expect((await staff.get(`/consultations/${id}/comments?tag=${tag.body.id}`)).body.items).toHaveLength(1);
    expect((await staff.get(`/consultations/${id}/comments?q=0001`)).body.items[0].number).toMatch(/-0001$/);
    expect((await staff.delete(`/tags/${tag.body.id}`)).body.code).toBe('tag-in-use');
    expect((await staff.post(`/consultations/${id}/tags`, { name: 'bevaring' })).body.code).toBe('tag-name-taken');
    expect((await staff.get(`/consultations/${id}/tags`)).body.items[0].count).toBe(1);
  });

  it('reads the register from either end, page by page, and meets each comment once', async () => {
    const numbers = async (order: string): Promise<string[]> => {
      const met: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body } = await staff.get(`/consultations/${id}/comments?limit=1&order=${order}&cursor=${cursor}`);
        met.push(...body.items.map((one: { number: string }) => one.number));
        cursor = body.nextCursor as string | null;
      }
      return met;
    };
    const newest = await numbers('newest');
    expect(newest.length).toBeGreaterThan(2);
    expect(new Set(newest).size).toBe(newest.length);
    expect(await numbers('oldest')).toEqual(newest.toReversed());
    expect((await staff.get(`/consultations/${id}/comments?order=any`)).status).toBe(422);
  });

  it('takes in a letter with its own date and flags what came late', async () => {
    const letter = await staff.post(`/consultations/${id}/comments`, {
      channel: 'letter',
      text: 'Fire etager er for meget.',
      name: 'Jørgen',
      receivedAt: '2020-03-10',
      idempotencyKey: 'brev-1',
    });
    expect(letter.body).toMatchObject({ channel: 'letter', early: true, late: false, enteredBy: 'Administrator' });
    expect(
      (
        await staff.post(`/consultations/${id}/comments`, {
          channel: 'letter',
          text: 'Fire etager er for meget.',
          idempotencyKey: 'brev-1',
        })
      ).body.id,
    ).toBe(letter.body.id);
    expect(
      (await staff.post(`/consultations/${id}/comments`, { channel: 'letter', text: 'x', receivedAt: '2999-01-01' }))
        .status,
    ).toBe(422);
  });

  it('counts in the overview', async () => {
    const { body } = await staff.get(`/consultations/${id}/overview`);
    expect(body.total).toBe(4);
    expect(body.perChannel).toEqual(
      expect.arrayContaining([
        { channel: 'web', count: 3 },
        { channel: 'letter', count: 1 },
      ]),
    );
  });

  it.each(['csv', 'json', 'pdf'] as const)(
    'exports %s in both editions, the public one without anything private',
    async (format) => {
      for (const edition of ['public', 'internal'] as const) {
        const asked = await staff.post(`/consultations/${id}/exports`, { format, edition });
        expect(asked.status).toBe(201);
        const done = await until(
          async () => (await staff.get(`/exports/${asked.body.id}`)).body,
          (one) => !['queued', 'running'].includes(one.state),
        );
        expect(done).toMatchObject({ state: 'done', progress: 100, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
        const file = await staff
          .raw('get', `/exports/${asked.body.id}/file`)
          .buffer(true)
          .parse((response, give) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => give(null, Buffer.concat(chunks)));
          });
        const bytes: Buffer = file.body;
        expect(bytes.length).toBe(done.bytes);
        if (format === 'pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
        else {
          const text = bytes.toString('utf8');
          expect(text.includes('aase@eksempel.dk')).toBe(edition === 'internal');
          expect(text.includes('010190-1234')).toBe(edition === 'internal');
          expect(text).toContain('[cpr-nummer fjernet]');
          if (format === 'json') expect(JSON.parse(text).comments.length).toBe(done.commentCount);
          if (format === 'csv') expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
        }
      }
    },
  );

  it('closes, and tells a citizen who comes too late what to do', async () => {
    expect((await staff.post(`/consultations/${id}/close`)).body.state).toBe('closed');
    const late = await t.as().post(`/public/consultations/${slug}/comments`, { text: 'Nåede det ikke' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'consultation-closed', title: 'Forhøringen er lukket' });
  });
});
