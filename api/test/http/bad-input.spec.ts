import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { described, startApp, type Client, type TestApp } from '../support/app.js';

describe('bad input', () => {
  let t: TestApp;
  let staff: Client;
  let id = '';
  let path = '';
  beforeAll(async () => {
    t = await startApp();
    staff = await t.admin();
    const made = await staff.post('/consultations', {
      title: 'Dårligt input',
      questions: [{ kind: 'text', label: 'Hvad?' }],
      closesAt: '2199-12-31',
      deleteOn: '2199-12-31',
    });
    id = made.body.id;
    path = `/public/consultations/${made.body.slug}/comments`;
    await staff.post(`/consultations/${id}/publish`);
  });
  afterAll(() => t.close());

  it.each([
    ['', 'text-empty'],
    ['   \n ', 'text-empty'],
    ['a\u0000b', 'text-null-byte'],
    ['bl\ufffdb\ufffdr', 'text-broken-characters'],
    ['x'.repeat(5_001), 'too-long'],
  ])('names the field and what to do for the text %j', async (text, code) => {
    const answer = await t.as().post(path, { text });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ field: 'text', code, message: expect.stringMatching(/\p{L}{3}/u) }),
    ]);
  });

  it('refuses half a character by name', async () => {
    const answer = described(
      'post',
      path,
      await t.as().raw('post', path).set('content-type', 'application/json').send('{"text":"a\\ud800b"}'),
    );
    expect(answer.body.errors[0].code).toBe('text-lone-surrogate');
  });

  it('refuses another encoding than UTF-8 before a letter is lost', async () => {
    const latin = await t
      .as()
      .raw('post', path)
      .set('content-type', 'application/json')
      .serialize((text: string) => text)
      .send(Buffer.from('{"text":"blåbær"}', 'latin1'));
    expect(latin.body.errors).toEqual([expect.objectContaining({ field: 'text', code: 'text-broken-characters' })]);
  });

  it('says how long a field may be', async () => {
    const { body } = await t.as().post(path, { text: 'hej', name: 'x'.repeat(81) });
    expect(body.errors[0]).toMatchObject({ params: { max: 80 }, message: 'Gør det kortere: højst 80 tegn' });
  });

  it('is not taken down by a deep body', async () => {
    const deep = `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const answer = await t.as().raw('post', path).set('content-type', 'application/json').send(deep);
    expect(answer.status).toBe(422);
  });

  it('speaks English when asked', async () => {
    const answer = described(
      'post',
      path,
      await t.as().raw('post', path).set('accept-language', 'en').send({ text: '' }),
    );
    expect(answer.body.errors[0].message).toBe('Write at least one word');
  });

  it('takes markup, formulas and emoji as they are', async () => {
    const texts = [
      '<script>alert(1)</script>',
      "=cmd|' /C calc'!A0",
      'Ja tak 👨‍👩‍👧 🎨',
      "'; drop table comment; --",
      '{{7*7}} ${7*7} %s',
    ];
    for (const text of texts) expect((await t.as().post(path, { text })).status).toBe(201);
    const stored = (await staff.get(`/consultations/${id}/comments`)).body.items.map(
      (item: { text: string }) => item.text,
    );
    expect(stored.toSorted()).toEqual(texts.toSorted());
  });

  it('refuses ten megabytes with 413, broken JSON with 400, and other formats with 415', async () => {
    const big = described(
      'post',
      path,
      await t
        .as()
        .raw('post', path)
        .set('content-type', 'application/json')
        .send(`{"text":"${'x'.repeat(10_000_000)}"}`),
    );
    expect(big.body.code).toBe('body-too-large');
    const broken = described(
      'post',
      path,
      await t.as().raw('post', path).set('content-type', 'application/json').send('{"text":'),
    );
    expect(broken.status).toBe(400);
    const xml = await t.as().raw('post', path).set('content-type', 'application/xml').send('<a/>');
    expect(xml.status).toBe(415);
    expect(xml.body.code).toBe('unsupported-media-type');
  });

  it('refuses fields and types it does not know, and never answers 5xx', async () => {
    expect((await t.as().post(path, { text: 'hej', admin: true })).body.errors[0]).toMatchObject({
      field: 'admin',
      code: 'unknown-field',
    });
    for (const body of [
      { text: 5 },
      { text: null },
      { text: ['a'] },
      { text: { $gt: '' } },
      { text: 'ok', email: 'ikke-en-mail' },
      { text: 'ok', name: 'x'.repeat(81) },
      [],
    ]) {
      const answer = await t.as().post(path, body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].field).toBeDefined();
    }
  });

  it('knows no id that is no id', async () => {
    for (const wrong of ['1', 'undefined', "'--", '00000000-0000-0000-0000-00000000000g', '%00'])
      expect((await staff.get(`/comments/${wrong}`)).status).toBe(404);
    expect((await t.as().get('/public/consultations/%00')).status).toBe(404);
    expect((await t.as().get('/findes-ikke')).status).toBe(404);
  });

  it('refuses cursors, limits and filters that it did not hand out', async () => {
    for (const query of [
      'cursor=x',
      'limit=0',
      'limit=9999',
      'limit=a',
      'state=foo',
      'channel=foo',
      'tag=x',
      `q=${'x'.repeat(300)}`,
    ]) {
      expect(`${query} ${(await staff.get(`/consultations/${id}/comments?${query}`)).status}`).toBe(`${query} 422`);
    }
    expect((await staff.get(`/consultations/${id}/comments?q=${encodeURIComponent("a' & ! | :* (")}`)).status).toBe(
      200,
    );
  });

  it('refuses cursors that only look like one, and reads blank filters as none', async () => {
    const cursor = (text: string) => Buffer.from(text).toString('base64url');
    const uuid = '01a20eee-95f6-7172-9618-63c966571f33';
    for (const wrong of [
      `2026-02-31T00:00:00Z|${uuid}`,
      `0000-01-01T00:00:00Z|${uuid}`,
      `2026-01-01T00:00:00Z|${'-'.repeat(36)}`,
    ])
      for (const list of [`/consultations/${id}/comments`, '/audit-events'])
        expect((await staff.get(`${list}?cursor=${cursor(wrong)}`)).body.code).toBe('validation');
    const blank = 'q=&tag=&channel=&state=&cursor=&limit=';
    expect((await staff.get(`/consultations/${id}/comments?${blank}`)).status).toBe(200);
    expect((await t.as().get(`${path}?cursor=&limit=`)).status).toBe(200);
  });

  it('refuses dates that are none', async () => {
    for (const closesAt of ['2026-02-31', 'i morgen', '0001-01-01', '9999-99-99'])
      expect((await staff.post('/consultations', { closesAt })).body.errors[0]).toMatchObject({
        field: 'closesAt',
        code: 'not-a-date',
      });
    expect(
      (await staff.post('/consultations', { opensAt: '2030-01-02', closesAt: '2030-01-01' })).body.errors[0].code,
    ).toBe('closing-before-opening');
    expect(
      (
        await staff.post('/consultations', {
          questions: Array.from({ length: 6 }, () => ({ kind: 'text', label: 'x' })),
        })
      ).body.errors[0],
    ).toMatchObject({ field: 'questions', code: 'too-many' });
    const atOnce = { visibility: 'atOnce' };
    expect((await staff.post('/consultations', { ...atOnce, visibilityReason: '' })).body.errors[0].field).toBe(
      'visibilityReason',
    );
    expect((await staff.post('/consultations', atOnce)).body.visibilityReason).toBe('Ingen begrundelse angivet');
  });
});
