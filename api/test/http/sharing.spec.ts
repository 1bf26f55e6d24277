import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import supertest from 'supertest';
import { startApp, type Client, type TestApp } from '../support/app.js';

const AREA = {
  type: 'Polygon',
  coordinates: [
    [
      [9.55, 56.17],
      [9.56, 56.17],
      [9.56, 56.18],
      [9.55, 56.17],
    ],
  ],
};

let t: TestApp;
let planner: Client;
beforeAll(async () => {
  t = await startApp();
  planner = await t.person(['planner', 'caseworker']);
});
afterAll(() => t.close());

async function draft(more: object = {}): Promise<{ id: string; slug: string; shortUrl: string }> {
  const made = await planner.post('/consultations', {
    title: `Skråstien & “åen” <b> ${Math.random().toString(36).slice(2, 8)}`,
    teaser: 'Kort & godt <i>.',
    questions: [{ kind: 'text', label: 'Hvad?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    ...more,
  });
  expect(made.status).toBe(201);
  return made.body;
}
async function opened(more: object = {}) {
  const made = await draft(more);
  expect((await planner.post(`/consultations/${made.id}/publish`)).status).toBe(200);
  return made;
}
/** A route at the root. */
const root = (path: string) => supertest(t.app.getHttpServer()).get(path);

describe('the short link', () => {
  it('is seven characters that cannot be misread, and leads to the page however it is typed', async () => {
    const { slug, shortUrl } = await opened();
    const code = /\/k\/([2-9a-hjkmnp-tv-z]{7})$/.exec(shortUrl)?.[1] ?? '';
    expect(code).toHaveLength(7);
    for (const typed of [code, code.toUpperCase()])
      expect(await t.as().get(`/public/short-links/${typed}`)).toMatchObject({ status: 200, body: { slug } });
    expect((await t.as().get(`/public/consultations/${slug}`)).body.shortUrl).toBe(shortUrl);
  });

  it('of a draft, or a wrong one, leads nowhere', async () => {
    const { shortUrl } = await draft();
    for (const code of [shortUrl.slice(-7), 'zzzzzzz', 'ab', '%00', "x'--", 'æøåæøåæ'])
      expect((await t.as().get(`/public/short-links/${encodeURIComponent(code)}`)).status).toBe(404);
  });
});

describe('QR codes', () => {
  it('come as SVG and PNG with a quiet zone, and as 304 when nothing has changed', async () => {
    const { slug } = await opened();
    const svg = await t.as().get(`/public/consultations/${slug}/qr.svg?k=plakat`);
    expect(svg).toMatchObject({ status: 200, headers: { 'content-type': 'image/svg+xml' } });
    const png = await t.as().get(`/public/consultations/${slug}/qr.png?size=500`);
    const { data, info } = await sharp(png.body as Buffer)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBeLessThanOrEqual(500);
    // Four modules of white, then the corner of the finder.
    const plain = await t.as().get(`/public/consultations/${slug}/qr.svg`);
    const module = info.width / Number(/viewBox="0 0 (\d+)/.exec(String(plain.body))?.[1]);
    expect(data[info.width * Math.floor(3.5 * module) + Math.floor(3.5 * module)]).toBe(255);
    expect(data[info.width * Math.floor(4.5 * module) + Math.floor(4.5 * module)]).toBe(0);
    const again = await t
      .as()
      .raw('get', `/public/consultations/${slug}/qr.png?size=500`)
      .set('if-none-match', png.headers['etag'] ?? '');
    expect(again.status).toBe(304);
  });

  it.each(['qr.png?size=1', 'qr.png?size=99999', 'qr.png?size=x', 'qr.svg?k=%3Cscript%3E'])(
    'what is no size or no channel is refused: %s',
    async (path) => {
      const { slug } = await opened();
      expect((await t.as().get(`/public/consultations/${slug}/${path}`)).status).toBe(422);
    },
  );
});

describe('the share card', () => {
  it('is a PNG of 1200 by 630 in both languages, quick once warm, and is not there for a draft', async () => {
    const { slug } = await opened({ area: AREA });
    const first = await root(`/f/${slug}/delekort.png`);
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect(await sharp(first.body as Buffer).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect((await root(`/f/${slug}/delekort.png?lang=en&fbclid=1`)).headers['etag']).not.toBe(first.headers['etag']);
    const from = performance.now();
    const again = await root(`/f/${slug}/delekort.png?lang=da&lang=en`).set(
      'if-none-match',
      first.headers['etag'] ?? '',
    );
    expect(again.status).toBe(304);
    expect(performance.now() - from).toBeLessThan(150);
    const { slug: hidden } = await draft();
    expect((await root(`/f/${hidden}/delekort.png`)).status).toBe(404);
  });

  it.each(['W'.repeat(120), 'مرحبا 漢字 🎨👨‍👩‍👧', '‮omvendt &amp; <svg onload=1> ]]>', 'a\u0300\u0301'.repeat(40)])(
    'is drawn whatever the title is: %s',
    async (title) => {
      const { slug } = await opened({ title });
      expect((await root(`/f/${slug}/delekort.png`)).status).toBe(200);
    },
  );
});

describe('the poster', () => {
  it('is a PDF in A4 and A3, for everybody who is signed in', async () => {
    const { id } = await opened({ contact: 'Tlf. 70 00 01 14\nhverdage' });
    const reader = await t.person(['dpo']);
    for (const query of ['', '?size=a3&lang=en']) {
      const poster = await reader.get(`/consultations/${id}/poster${query}`);
      expect(poster).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
      expect(poster.headers['content-disposition']).toMatch(/^attachment; filename="plakat-/);
      expect((poster.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect((await t.as().get(`/consultations/${id}/poster`)).status).toBe(401);
    expect((await reader.get(`/consultations/${id}/poster?size=a0`)).status).toBe(422);
  });

  it('waits until the consultation is open', async () => {
    const { id } = await draft();
    expect(await planner.get(`/consultations/${id}/poster`)).toMatchObject({
      status: 409,
      body: { code: 'not-published-yet' },
    });
  });
});

describe('what programs read', () => {
  it('lists open consultations as Atom, RSS and JSON Feed, escaped, without drafts and closed ones', async () => {
    const { slug } = await opened();
    const hidden = await draft();
    const closed = await opened();
    await planner.post(`/consultations/${closed.id}/close`);
    for (const [path, type] of [
      ['/feed.atom', 'application/atom+xml'],
      ['/feed.rss', 'application/rss+xml'],
      ['/feed.json', 'application/feed+json'],
    ] as const) {
      const answer = await root(path)
        .buffer(true)
        .parse((res, done) => {
          let text = '';
          res.on('data', (chunk: Buffer) => (text += chunk.toString()));
          res.on('end', () => done(null, text));
        });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain(type);
      const text = String(answer.body);
      expect(text).toContain(`/f/${slug}`);
      for (const other of [hidden.slug, closed.slug]) expect(text).not.toContain(`/f/${other}"`);
      if (path !== '/feed.json') expect(text).not.toContain('<b>');
      else expect(JSON.parse(text)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
    }
    expect((await root('/sitemap.xml')).text ?? '').not.toContain(hidden.slug);
    expect((await root('/robots.txt')).text).toContain(`Sitemap: ${t.config.publicUrl}/sitemap.xml`);
  });

  it('turns our own links into a box by oEmbed, and nobody else’s', async () => {
    const { slug, shortUrl } = await opened();
    const ask = (url: string, more = '') => root(`/oembed?url=${encodeURIComponent(url)}${more}`);
    const page = `${t.config.publicUrl}/f/${slug}`;
    const answer = await ask(`${page}?utm_source=x`, '&maxwidth=300&maxheight=200');
    expect(answer).toMatchObject({ status: 200, body: { type: 'rich', version: '1.0', width: 300, height: 200 } });
    expect(answer.body.html).toContain(`src="${page}/indlejr"`);
    expect(answer.body.html).not.toContain('<b>');
    expect(answer.body.thumbnail_url).toBeUndefined();
    expect((await ask(shortUrl)).body).toMatchObject({ thumbnail_url: `${page}/delekort.png`, width: 600 });
    for (const url of [
      'https://ond.example/f/x',
      `${t.config.publicUrl}/f/findes-ikke`,
      'x',
      '',
      `${t.config.publicUrl}/log-ind`,
    ])
      expect((await ask(url)).status).toBe(404);
    expect((await root('/oembed')).status).toBe(404);
    expect((await ask(page, '&format=xml')).status).toBe(422);
  });
});

describe('when the steps come', () => {
  it('is kept in the steps’ order, blank ones left out, and shown to the public', async () => {
    const { slug } = await opened({
      timeline: [
        { step: 'adoption', when: ' Foråret 2028 ' },
        { step: 'hearing', when: '' },
        { step: 'proposal', when: 'Efteråret 2027' },
      ],
    });
    expect((await t.as().get(`/public/consultations/${slug}`)).body.timeline).toEqual([
      { step: 'proposal', when: 'Efteråret 2027' },
      { step: 'adoption', when: 'Foråret 2028' },
    ]);
    const changed = await opened({});
    await planner.patch(`/consultations/${changed.id}`, {
      version: (await planner.get(`/consultations/${changed.id}`)).body.version,
      timeline: [{ step: 'hearing', when: 'Foråret 2028' }],
      allowReplies: true,
      reason: 'Nu kendes datoen',
    });
    expect((await t.as().get(`/public/consultations/${changed.slug}`)).body.changes).toMatchObject([
      { fields: ['allowReplies', 'timeline'], reason: 'Nu kendes datoen' },
    ]);
    for (const timeline of [[{ step: 'x', when: '' }], [{ step: 'proposal', when: 'x'.repeat(81) }], [null], 'x'])
      expect((await planner.post('/consultations', { timeline })).status).toBe(422);
  });
});

describe('finding among the comments', () => {
  it('goes by words of what is shown, by public themes and by place, and by nothing else', async () => {
    const { id, slug } = await opened({ visibility: 'atOnce', visibilityReason: 'Prøve' });
    const send = (text: string, more: object = {}) =>
      t.as().post(`/public/consultations/${slug}/comments`, { text, ...more });
    await send('Stien langs åen er for smal', { point: { longitude: 9.55, latitude: 56.17 } });
    await send('Flere bænke ved søen');
    const list = `/public/consultations/${slug}/comments`;
    const texts = async (query: string): Promise<string[]> =>
      ((await t.as().get(`${list}?${query}`)).body.items as Array<{ text: string }>).map(({ text }) => text);
    expect(await texts('q=bænke')).toEqual(['Flere bænke ved søen']);
    expect(await texts('q=smal')).toEqual(['Stien langs åen er for smal']);
    expect(await texts('q=%3A%26!%7C')).toEqual([]);
    expect(await texts('placed=true')).toEqual(['Stien langs åen er for smal']);
    expect(await texts('answered=true')).toEqual([]);
    expect((await t.as().get(`${list}?q=findesikke`)).body).toMatchObject({ items: [], found: 0 });
    expect((await t.as().get(list)).body.found).toBeNull();
    expect((await t.as().get(`${list}?q=${'x'.repeat(201)}`)).status).toBe(422);
    expect((await t.as().get(`${list}?theme=x`)).status).toBe(422);

    const { items } = (await planner.get(`/consultations/${id}/comments`)).body as { items: Array<{ id: string }> };
    const tag = (await planner.post(`/consultations/${id}/tags`, { name: 'Byrum' })).body;
    await planner.put(`/comments/${items[0]?.id}/tags`, { tagIds: [tag.id] });
    expect((await t.as().get(`/public/consultations/${slug}/themes`)).body.items).toEqual([]);
    expect(await texts(`theme=${tag.id}`)).toEqual([]);
    expect((await t.as().get(list)).body.items[0].themes).toEqual([]);
    expect((await planner.patch(`/tags/${tag.id}`, { isPublic: true, version: tag.version })).body.isPublic).toBe(true);
    expect((await t.as().get(`/public/consultations/${slug}/themes`)).body.items).toEqual([
      { id: tag.id, name: 'Byrum', count: 1 },
    ]);
    expect(await texts(`theme=${tag.id}`)).toHaveLength(1);
    expect((await t.as().get(`${list}?theme=${tag.id}`)).body.items[0].themes).toEqual(['Byrum']);
  });
});
