import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { startApp, described, type Client, type TestApp } from '../support/app.js';

let t: TestApp;
let staff: Client;
let id = '';
let slug = '';

const jpeg = (width = 900, height = 600): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3a6ea5' } })
    .withExif({ IFD0: { Make: 'Kamera', Model: 'X1' }, IFD3: { GPSLatitude: '55/1 38/1 0/1' } })
    .jpeg()
    .toBuffer();
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);
const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');

beforeAll(async () => {
  t = await startApp();
  staff = await t.admin();
  ({ id, slug } = await opened());
});
afterAll(() => t.close());

async function opened(): Promise<{ id: string; slug: string }> {
  const made = await staff.post('/consultations', {
    title: `Billeder ${Math.random().toString(36).slice(2)}`,
    questions: [{ kind: 'text', label: 'Hvad?' }],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    visibility: 'atOnce',
    visibilityReason: 'Prøve',
  });
  await staff.post(`/consultations/${made.body.id}/publish`);
  return made.body as { id: string; slug: string };
}
const add = (file: Buffer, fields: Record<string, string> = {}, name = 'IMG_0001.jpg') =>
  staff.upload(`/consultations/${id}/files`, file, fields, name);
const photo = (file: Buffer, at = slug) => t.as().upload(`/public/consultations/${at}/photos`, file, {}, 'foto.jpg');
const path = (url: string): string => url.replace('/api/v1', '');
const bytes = async (client: Client, url: string) => {
  const answer = await client.raw('get', path(url)).buffer(true);
  return described('get', path(url), answer);
};

describe('pictures and documents of a consultation', () => {
  it('are written anew: upright, in two sizes, without what the camera told', async () => {
    const sideways = await sharp(await jpeg())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const added = await add(sideways, { altText: 'En blå flade' });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      kind: 'picture',
      title: 'IMG 0001',
      altText: 'En blå flade',
      width: 600,
      height: 900,
    });
    const large = await bytes(t.as(), added.body.url.replace('/files/', '/public/files/'));
    expect(large.headers['content-type']).toBe('image/webp');
    const meta = await sharp(large.body as Buffer).metadata();
    expect(meta).toMatchObject({ format: 'webp', width: 600, height: 900 });
    expect(meta.exif).toBeUndefined();
    const small = await bytes(staff, added.body.smallUrl);
    expect((await sharp(small.body as Buffer).metadata()).height).toBe(640);
    const page = await t.as().get(`/public/consultations/${slug}`);
    expect(page.body.files.map((file: { title: string }) => file.title)).toContain('IMG 0001');
  });

  it('serve a PDF for download only, under its own name', async () => {
    const added = await add(PDF, { title: 'Helhedsplan: Ådalen' }, 'plan.pdf');
    expect(added.body).toMatchObject({ kind: 'document', title: 'Helhedsplan: Ådalen', smallUrl: null });
    const got = await bytes(t.as(), added.body.url.replace('/files/', '/public/files/'));
    expect(got.headers['content-disposition']).toMatch(
      /^attachment; filename="Helhedsplan- _dalen.pdf"; filename\*=UTF-8''/,
    );
    expect(got.headers['content-security-policy']).toContain('sandbox');
    const again = await t
      .as()
      .raw('get', path(added.body.url.replace('/files/', '/public/files/')))
      .set('if-none-match', got.headers['etag'] ?? '');
    expect(again.status).toBe(304);
  });

  it('can be named, arranged and removed; what is removed is gone from everywhere at once', async () => {
    const first = (await add(await jpeg(), {}, 'a.jpg')).body;
    const moved = await staff.patch(`/files/${first.id}`, { position: 0, title: 'Først', altText: 'Bro' });
    expect(moved.body).toMatchObject({ title: 'Først', altText: 'Bro' });
    const list = (await staff.get(`/consultations/${id}/files`)).body.items;
    expect(list[0].id).toBe(first.id);
    expect((await staff.delete(`/files/${first.id}`)).status).toBe(204);
    expect((await staff.delete(`/files/${first.id}`)).status).toBe(404);
    expect((await bytes(t.as(), first.url.replace('/files/', '/public/files/'))).status).toBe(404);
    // It was published: everybody can read that a file came and went, newest first.
    const { changes } = (await t.as().get(`/public/consultations/${slug}`)).body;
    expect(changes.slice(0, 2)).toMatchObject([
      { fields: ['files'], reason: 'Først er taget ned' },
      { fields: ['files'], reason: 'a er lagt op' },
    ]);
  });

  it('are refused by what they are, not by what they are called', async () => {
    expect(await add(SVG, {}, 'pæn.png')).toMatchObject({ status: 415, body: { code: 'file-type' } });
    expect(await add(Buffer.from('MZ'), {}, 'billede.jpg')).toMatchObject({ status: 415 });
    expect((await add(HEIC)).body.errors[0]).toMatchObject({ field: 'file', code: 'picture-heic' });
    const cut = (await jpeg()).subarray(0, 700);
    expect((await add(cut)).body.errors[0].code).toBe('picture-unreadable');
    const huge = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect((await add(huge)).body.errors[0].code).toBe('picture-too-large');
  }, 60_000);

  it('are not for strangers before the consultation is open, nor for roles without the right', async () => {
    const draft = await staff.post('/consultations', { title: 'Kladde' });
    const added = await staff.upload(`/consultations/${draft.body.id}/files`, PDF, {}, 'x.pdf');
    expect((await bytes(t.as(), added.body.url.replace('/files/', '/public/files/'))).status).toBe(404);
    expect((await bytes(t.as(), added.body.url)).status).toBe(401);
    const caseworker = await t.person(['caseworker']);
    const refused = await caseworker.upload(`/consultations/${id}/files`, PDF, {}, 'x.pdf');
    expect(refused.status).toBe(403);
  });
});

describe('photos of a comment', () => {
  const send = (photos: string[], text = 'Se selv') =>
    t.as().post(`/public/consultations/${slug}/comments`, { text, photos });

  it('come with the comment, wait for a person although texts are shown at once, and leave with the comment', async () => {
    const { token } = (await photo(await jpeg())).body;
    const sent = await send([token]);
    expect(sent).toMatchObject({ status: 201, body: { state: 'public' } });
    const [item] = (await staff.get(`/consultations/${id}/comments?limit=1`)).body.items;
    expect(item.photosWaiting).toBe(1);
    const [waiting] = (await staff.get(`/comments/${item.id}`)).body.photos;
    const publicUrl = waiting.url.replace('/photos/', '/public/photos/');
    expect((await bytes(t.as(), publicUrl)).status).toBe(404);
    const blind = await staff.post(`/photos/${waiting.id}/decision`, { action: 'publish' });
    expect(blind.body.errors[0]).toMatchObject({ field: 'altText', code: 'required' });
    await staff.post(`/photos/${waiting.id}/decision`, { action: 'publish', altText: 'Hul i asfalten' });
    const shown = (await t.as().get(`/public/consultations/${slug}/comments?limit=1`)).body.items[0];
    expect(shown.photos).toEqual([expect.objectContaining({ altText: 'Hul i asfalten', url: publicUrl })]);
    expect((await bytes(t.as(), publicUrl)).status).toBe(200);
    await staff.post(`/comments/${item.id}/decision`, { action: 'hide', reason: 'Prøve' });
    expect((await bytes(t.as(), publicUrl)).status).toBe(404);
    const events = (await staff.get(`/comments/${item.id}`)).body.history.map((one: { action: string }) => one.action);
    expect(events).toContain('comment.photoPublish');
  });

  it('belong to one comment only, and nobody guesses a token', async () => {
    const { token } = (await photo(await jpeg())).body;
    expect((await send([token], 'Den første')).status).toBe(201);
    const second = await send([token], 'Den anden');
    expect(second.body.errors[0]).toMatchObject({ field: 'photos', code: 'photo-gone' });
    const forged = `${token.split('.')[0]}.${'A'.repeat(22)}`;
    expect((await send([forged], 'Den tredje')).status).toBe(422);
    expect((await send(['x', 'y', 'z', 'æ'], 'Den fjerde')).status).toBe(422);
  });

  it('are not taken for a consultation that is closed or unknown', async () => {
    const other = await opened();
    await staff.post(`/consultations/${other.id}/close`);
    expect(await photo(await jpeg(), other.slug)).toMatchObject({ status: 409, body: { code: 'consultation-closed' } });
    expect((await photo(await jpeg(), 'findes-ikke')).status).toBe(404);
  });

  it('need somebody who may decide', async () => {
    const { token } = (await photo(await jpeg())).body;
    await send([token], 'Til en anden rolle');
    const [item] = (await staff.get(`/consultations/${id}/comments?limit=1`)).body.items;
    const [waiting] = (await staff.get(`/comments/${item.id}`)).body.photos;
    const dpo = await t.person(['dpo']);
    expect((await dpo.post(`/photos/${waiting.id}/decision`, { action: 'hide' })).status).toBe(403);
    expect((await bytes(t.as(), waiting.url)).status).toBe(401);
  });
});

describe('area and place', () => {
  const ring = [
    [12.08, 55.64],
    [12.09, 55.64],
    [12.09, 55.65],
    [12.08, 55.64],
  ];

  it('keeps an area in WGS84 and shows it to everybody; a wrong one is refused by name', async () => {
    const { version } = (await staff.get(`/consultations/${id}`)).body;
    const saved = await staff.patch(`/consultations/${id}`, {
      version,
      area: { type: 'Polygon', coordinates: [ring] },
    });
    expect(saved.body.area).toEqual({ type: 'MultiPolygon', coordinates: [[ring]] });
    expect((await t.as().get(`/public/consultations/${slug}`)).body.area).toEqual(saved.body.area);
    const sweden = ring.map(([x = 0, y = 0]) => [x + 1, y]);
    const refused = await staff.patch(`/consultations/${id}`, {
      version: saved.body.version,
      area: { type: 'Polygon', coordinates: [sweden] },
    });
    expect(refused.body.errors[0]).toMatchObject({ field: 'area', code: 'area-outside-denmark' });
  });

  it('says when the same area was asked within a year, and not when only a neighbouring one was', async () => {
    const area = { type: 'Polygon', coordinates: [ring] };
    const again = await staff.post('/consultations', { title: 'Igen', area });
    const before = (await staff.get(`/consultations/${again.body.id}/same-area`)).body.items;
    expect(before.map((one: { id: string }) => one.id)).toEqual([id]);
    const { findings } = (await staff.get(`/consultations/${again.body.id}/checklist`)).body;
    expect(findings).toContainEqual({ code: 'same-area-recently', level: 'warns', field: 'area' });
    const aside = ring.map(([x = 0, y = 0]) => [x + 0.05, y]);
    const other = await staff.post('/consultations', {
      title: 'Ved siden af',
      area: { type: 'Polygon', coordinates: [aside] },
    });
    expect((await staff.get(`/consultations/${other.body.id}/same-area`)).body.items).toEqual([]);
    expect((await t.as().get(`/consultations/${other.body.id}/same-area`)).status).toBe(401);
  });

  it('keeps the exact place for staff and gives everybody else the square it lies in', async () => {
    const point = { longitude: 12.0812345, latitude: 55.6412345 };
    const sent = await t
      .as()
      .post(`/public/consultations/${slug}/comments`, { text: 'Her er hullet', point, place: 'Ved broen' });
    expect(sent.status).toBe(201);
    const [item] = (await staff.get(`/consultations/${id}/comments?limit=1`)).body.items;
    expect((await staff.get(`/comments/${item.id}`)).body.point).toEqual(point);
    const coarse = { longitude: 12.082, latitude: 55.641 };
    expect((await t.as().get(`/public/consultations/${slug}/comments?limit=1`)).body.items[0].point).toEqual(coarse);
    expect((await t.as().get(`/public/consultations/${slug}/places`)).body.items).toEqual([
      { number: sent.body.number, point: coarse, place: 'Ved broen', excerpt: 'Her er hullet' },
    ]);
    await staff.post(`/comments/${item.id}/decision`, { action: 'hide', reason: 'Prøve' });
    expect((await t.as().get(`/public/consultations/${slug}/places`)).body.items).toEqual([]);
    const abroad = await t
      .as()
      .post(`/public/consultations/${slug}/comments`, { text: 'Malmø', point: { longitude: 13, latitude: 55.6 } });
    expect(abroad.body.errors[0]).toMatchObject({ field: 'point', code: 'place-outside-denmark' });
  });
});
