import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client as Sql } from 'pg';
import { startApp, type Client, type TestApp } from '../support/app.js';

const DRAFT = {
  title: 'Hvad skal der ske i Ådalsparken?',
  questions: [{ kind: 'text', label: 'Hvad bruger du parken til?' }],
  closesAt: '2199-12-01',
  deleteOn: '2200-12-01',
};

describe('opening', () => {
  let t: TestApp;
  let planner: Client;
  let admin: Client;

  beforeAll(async () => {
    t = await startApp();
    admin = await t.admin();
    planner = await t.person(['planner'], 'mette@eksempel.dk');
  });
  afterAll(() => t.close());

  const draft = async (more: object = {}): Promise<{ id: string; slug: string; version: number }> =>
    (await planner.post('/consultations', { ...DRAFT, ...more })).body;
  const opened = async (more: object = {}): Promise<{ id: string; slug: string; version: number }> => {
    const { id } = await draft(more);
    expect((await planner.post(`/consultations/${id}/publish`)).status).toBe(200);
    return (await planner.get(`/consultations/${id}`)).body;
  };
  const sql = async (text: string, values: unknown[]): Promise<void> => {
    const client = new Sql({ connectionString: t.databaseUrl });
    await client.connect();
    try {
      await client.query(text, values);
    } finally {
      await client.end();
    }
  };

  const AREA = {
    type: 'Polygon',
    coordinates: [
      [
        [10.2, 56.15],
        [10.21, 56.15],
        [10.21, 56.16],
        [10.2, 56.15],
      ],
    ],
  };

  it('clones without dates and case number', async () => {
    const from = await opened({ caseNumber: '26/004128', contact: 'Ring til os', area: AREA });
    const copy = await planner.post(`/consultations/${from.id}/clone`);
    expect(copy.status).toBe(201);
    expect(copy.body).toMatchObject({
      title: `Kopi af ${DRAFT.title}`,
      state: 'draft',
      contact: 'Ring til os',
      area: { type: 'MultiPolygon' },
      caseNumber: '',
      closesAt: null,
      deleteOn: null,
    });
    expect(copy.body.questions[0].id).not.toBe((await planner.get(`/consultations/${from.id}`)).body.questions[0].id);
  });

  describe('changes after publication', () => {
    it('are versions that everybody sees with date and reason; an extension says from when to when', async () => {
      const { id, slug, version } = await opened();
      const moved = await planner.patch(`/consultations/${id}`, {
        closesAt: '2199-12-15',
        reason: 'Mange har bedt om mere tid',
        version,
      });
      expect(moved.status).toBe(200);
      await planner.patch(`/consultations/${id}`, {
        teaser: 'Rettet',
        contact: 'Ny kontakt',
        reason: 'Telefonnummeret var forkert',
        version: moved.body.version,
      });
      const { changes } = (await t.as().get(`/public/consultations/${slug}`)).body;
      expect(changes).toEqual([
        expect.objectContaining({
          fields: ['teaser', 'contact'],
          reason: 'Telefonnummeret var forkert',
          oldClosesAt: null,
        }),
        expect.objectContaining({
          fields: ['closesAt'],
          reason: 'Mange har bedt om mere tid',
          oldClosesAt: '2199-12-01T23:00:00.000Z',
          newClosesAt: '2199-12-15T23:00:00.000Z',
        }),
      ]);
      expect(JSON.stringify(changes)).not.toContain('mette');
    });

    it('leave no trace while it is a draft, nor when nothing public differs', async () => {
      const { id, version } = await draft();
      const saved = await planner.patch(`/consultations/${id}`, { title: 'Ny', version });
      await planner.post(`/consultations/${id}/publish`);
      const open = (await planner.get(`/consultations/${id}`)).body;
      await planner.patch(`/consultations/${id}`, { deleteOn: '2200-12-02', title: 'Ny', version: open.version });
      expect(saved.body.changes).toEqual([]);
      expect((await planner.get(`/consultations/${id}`)).body.changes).toEqual([]);
    });

    it('say so when it is closed before its time, and refuse a closing that has passed', async () => {
      const { id, slug, version } = await opened();
      const past = await planner.patch(`/consultations/${id}`, { closesAt: '2020-01-01', version, reason: 'x' });
      expect(past.body.errors[0]).toMatchObject({ field: 'closesAt', code: 'closing-in-the-past' });
      await planner.post(`/consultations/${id}/close`, { reason: 'Sagen er taget af dagsordenen' });
      expect((await t.as().get(`/public/consultations/${slug}`)).body.changes).toEqual([
        expect.objectContaining({ fields: ['closesAt'], reason: 'Sagen er taget af dagsordenen' }),
      ]);
    });
  });

  describe('the privacy notice', () => {
    it('of a draft is one version however often it saves itself, and a new one after publication', async () => {
      const { id, version } = await draft();
      const once = await planner.patch(`/consultations/${id}`, { privacyNotice: 'En', version });
      const twice = await planner.patch(`/consultations/${id}`, { privacyNotice: 'To', version: once.body.version });
      expect(twice.body).toMatchObject({ privacyNotice: 'To', privacyNoticeVersion: 1 });
      await planner.post(`/consultations/${id}/publish`);
      const open = (await planner.get(`/consultations/${id}`)).body;
      const third = await planner.patch(`/consultations/${id}`, { privacyNotice: 'Tre', version: open.version });
      expect(third.body).toMatchObject({ privacyNotice: 'Tre', privacyNoticeVersion: 2 });
    });
  });

  describe('preview links', () => {
    it('show the draft to anybody who has one, as citizens will see it', async () => {
      const { id } = await draft({ teaser: 'Udkast til teaser' });
      const made = await planner.post(`/consultations/${id}/preview-links`, { days: 3 });
      expect(made.status).toBe(201);
      expect(made.body.url).toMatch(/\/udkast\/[\w-]{43}$/);
      const token = String(made.body.url).split('/').at(-1);
      const seen = await t.as().get(`/public/drafts/${token}`);
      expect(seen.body).toMatchObject({ published: false, consultation: { teaser: 'Udkast til teaser' } });
      expect(seen.headers['cache-control']).toBe('no-store');
      const { items } = (await planner.get(`/consultations/${id}/preview-links`)).body;
      expect(items).toEqual([expect.objectContaining({ state: 'active', createdBy: 'Prøve Person' })]);
      expect(JSON.stringify(items)).not.toContain(token);
      await planner.post(`/consultations/${id}/publish`);
      expect((await t.as().get(`/public/drafts/${token}`)).body.published).toBe(true);
      expect((await planner.post(`/consultations/${id}/preview-links`)).body.code).toBe('preview-not-draft');
    });

    it('say that they have been closed or have expired, and guess nothing', async () => {
      const { id } = await draft();
      const [one, two] = [
        (await planner.post(`/consultations/${id}/preview-links`)).body,
        (await planner.post(`/consultations/${id}/preview-links`, { days: 1 })).body,
      ];
      expect((await planner.delete(`/preview-links/${one.id}`)).status).toBe(204);
      expect((await planner.delete(`/preview-links/${one.id}`)).status).toBe(204);
      const open = (url: string): ReturnType<Client['get']> => t.as().get(`/public/drafts/${url.split('/').at(-1)}`);
      const closed = await open(one.url);
      expect([closed.status, closed.body.code]).toEqual([410, 'preview-revoked']);
      await sql('update preview_link set expires_at = now() where id = $1', [two.id]);
      expect((await open(two.url)).body.code).toBe('preview-expired');
      expect((await t.as().get(`/public/drafts/${'A'.repeat(43)}`)).status).toBe(404);
      expect((await t.as().get('/public/drafts/%00')).status).toBe(404);
      for (const days of [0, 31, 1.5, '7', null])
        expect((await planner.post(`/consultations/${id}/preview-links`, { days })).status).toBe(
          days === null ? 201 : 422,
        );
    });
  });

  describe('two people', () => {
    it('see who else is there and that the version has moved', async () => {
      const { id, version } = await draft();
      const jens = await t.person(['planner'], 'jens@eksempel.dk');
      expect((await planner.put(`/consultations/${id}/presence`, { field: 'title' })).body).toMatchObject({
        version,
        others: [],
      });
      expect((await jens.put(`/consultations/${id}/presence`, {})).body.others).toEqual([
        { name: 'Prøve Person', field: 'title' },
      ]);
      await jens.patch(`/consultations/${id}`, { teaser: 'Fra Jens', version });
      expect((await planner.put(`/consultations/${id}/presence`, { field: null })).body).toMatchObject({
        version: version + 1,
        updatedBy: 'Prøve Person',
        others: [{ name: 'Prøve Person', field: null }],
      });
      await sql(`update consultation_presence set last_seen = now() - interval '20 seconds'`, []);
      expect((await planner.put(`/consultations/${id}/presence`, {})).body.others).toEqual([]);
      expect((await planner.put(`/consultations/${id}/presence`, { field: '<b>' })).status).toBe(422);
    });
  });

  describe('questions', () => {
    it('keep their ids when they are moved and reworded at once', async () => {
      const { id } = await draft({
        questions: [
          { kind: 'text', label: 'Den ene' },
          { kind: 'place', label: 'Hvor?' },
        ],
      });
      const before = (await planner.get(`/consultations/${id}`)).body;
      const [one, two] = before.questions;
      const saved = await planner.patch(`/consultations/${id}`, {
        version: before.version,
        questions: [
          { id: two.id, kind: 'place', label: 'Hvor er det?' },
          { id: one.id, kind: 'text', label: 'Den første' },
          { id: one.id, kind: 'text', label: 'En ny med samme id' },
        ],
      });
      const ids = saved.body.questions.map((question: { id: string }) => question.id);
      expect(ids.slice(0, 2)).toEqual([two.id, one.id]);
      expect(new Set(ids).size).toBe(3);
    });

    it('about a place are answered in words', async () => {
      const { id, slug } = await opened({ questions: [{ kind: 'place', label: 'Hvor?' }] });
      const [question] = (await planner.get(`/consultations/${id}`)).body.questions;
      const send = (values: string[]): ReturnType<Client['post']> =>
        t.as().post(`/public/consultations/${slug}/comments`, {
          text: `Her er det farligt ${values.join()}`,
          questionAnswers: [{ questionId: question.id, values }],
        });
      expect((await send(['Krydset ved\nSkolestien'])).status).toBe(201);
      for (const values of [['a', 'b'], ['  '], ['x'.repeat(201)]]) expect((await send(values)).status).toBe(422);
      const { items } = (await admin.get(`/consultations/${id}/comments`)).body;
      expect((await admin.get(`/comments/${items[0].id}`)).body.questionAnswers).toEqual([
        { questionId: question.id, values: ['Krydset ved Skolestien'] },
      ]);
    });
  });

  it('doubts a case number that does not look like the municipality’s own, and still opens', async () => {
    const { version, ...organisation } = (await admin.get('/organisation')).body;
    await admin.put('/organisation', { ...organisation, caseNumberPattern: '26/000000', version });
    const { id } = await draft({ caseNumber: '26-00412' });
    const codes = (await planner.get(`/consultations/${id}/checklist`)).body.findings.map(
      (one: { level: string; code: string }) => `${one.level} ${one.code}`,
    );
    expect(codes).toContain('warns case-number-pattern');
    expect((await planner.post(`/consultations/${id}/publish`)).status).toBe(200);
  });

  it('shows what the municipality adds to the house rules, without CPR numbers', async () => {
    const shown = () => t.as().get('/public/house-rules');
    expect((await shown()).body).toEqual({ text: '' });
    const organisation = (await admin.get('/organisation')).body;
    const put = (houseRules: string, who = admin) => who.put('/organisation', { ...organisation, houseRules });
    expect((await put('Vi læser med på hverdage.', planner)).status).toBe(403);
    expect((await put('Skriv til 010190-1234')).body.errors).toMatchObject([{ field: 'houseRules', code: 'has-cpr' }]);
    expect((await put('x'.repeat(1_501))).status).toBe(422);
    expect((await put('Vi læser med på hverdage.\n\nVej og Park svarer.')).status).toBe(200);
    expect((await shown()).body).toEqual({ text: 'Vi læser med på hverdage.\n\nVej og Park svarer.' });
  });
});
