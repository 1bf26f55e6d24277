import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type Client, type TestApp } from '../support/app.js';

const DRAFT = {
  title: 'Hvad skal der ske i Ådalsparken?',
  questions: [{ kind: 'text', label: 'Hvad bruger du parken til?' }],
  closesAt: '2199-12-01',
  deleteOn: '2200-12-01',
};

describe('what a consultation begins with', () => {
  let t: TestApp;
  let planner: Client;
  let admin: Client;

  beforeAll(async () => {
    t = await startApp();
    admin = await t.admin();
    planner = await t.person(['planner']);
  });
  afterAll(() => t.close());

  const draft = async (more: object = {}): Promise<{ id: string }> =>
    (await planner.post('/consultations', { ...DRAFT, ...more })).body;

  describe('templates', () => {
    it('come with five built-in ones, the blank one last', async () => {
      const { items } = (await planner.get('/templates')).body;
      expect(items.map((one: { id: string }) => one.id)).toEqual(['idea-phase', 'traffic', 'park', 'school', 'blank']);
    });

    it('give a new consultation its texts, questions, length and name', async () => {
      const made = await planner.post('/consultations', { templateId: 'traffic', title: 'Egen titel' });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        title: 'Egen titel',
        templateName: 'Trafik og trafiksikkerhed',
        closesOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        deleteOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      });
      expect(made.body.questions.map((one: { kind: string }) => one.kind)).toEqual([
        'place',
        'several',
        'scale',
        'text',
      ]);
      const blank = await planner.post('/consultations', { templateId: 'blank' });
      expect(blank.body).toMatchObject({ title: '', questions: [], closesAt: null });
    });

    it('can be saved from a consultation, renamed and deleted, and a consultation made from one stays as it is', async () => {
      const { id } = await draft({ contact: 'tlf. 70 00 00 00', caseNumber: '26/1' });
      const saved = await planner.post('/templates', { name: 'Vores parker', consultationId: id });
      expect(saved.status).toBe(201);
      expect(saved.body).toMatchObject({ builtIn: false, savedBy: 'Prøve Person', input: { title: DRAFT.title } });
      expect(JSON.stringify(saved.body.input)).not.toContain('26/1');
      const again = await planner.post('/templates', { name: 'vores PARKER', consultationId: id });
      expect(again.body.code).toBe('template-name-taken');
      const { id: templateId, version } = saved.body;
      const renamed = await planner.patch(`/templates/${templateId}`, { name: 'Parker', version });
      expect(renamed.body).toMatchObject({ name: 'Parker', version: 2 });
      expect((await planner.patch(`/templates/${templateId}`, { name: 'X', version })).body.code).toBe(
        'version-conflict',
      );
      const made = (await planner.post('/consultations', { templateId })).body;
      expect((await planner.delete(`/templates/${templateId}`)).status).toBe(204);
      expect((await planner.get(`/consultations/${made.id}`)).body).toMatchObject({
        title: DRAFT.title,
        templateName: 'Parker',
      });
      const late = await planner.post('/consultations', { templateId });
      expect([late.status, late.body.code]).toEqual([409, 'template-gone']);
      expect((await planner.patch(`/templates/${templateId}`, { name: 'Y', version: 3 })).body.code).toBe(
        'template-gone',
      );
      expect((await planner.delete(`/templates/${templateId}`)).body.code).toBe('template-gone');
    });

    it('refuse what never was one, and who may not', async () => {
      for (const templateId of ['findes-ikke', '00000000-0000-7000-8000-000000000000', '', "'; drop table x; --"])
        expect((await planner.post('/consultations', { templateId })).body.errors[0]).toMatchObject({
          field: 'templateId',
          code: 'not-found',
        });
      const { id } = await draft();
      const caseworker = await t.person(['caseworker']);
      expect((await caseworker.post('/templates', { name: 'Min', consultationId: id })).status).toBe(403);
      expect((await planner.post('/templates', { name: ' ', consultationId: id })).status).toBe(422);
    });
  });

  describe('standard texts', () => {
    it('begin with three for the legal basis and none that claims a duty; the first is what a draft begins with', async () => {
      const { items } = (await planner.get('/text-presets')).body;
      expect(items.map((one: { kind: string }) => one.kind)).toEqual([
        'legalBasis',
        'legalBasis',
        'legalBasis',
        'privacyNotice',
      ]);
      expect(JSON.stringify(items)).not.toMatch(/23 ?c/);
      const made = (await planner.post('/consultations', {})).body;
      expect(made.legalBasis).toBe(items[0].text);
      expect(made.privacyNotice).toBe(items[3].text);
    });

    it('can be added, changed and removed by those who may', async () => {
      const input = { kind: 'privacyNotice', name: 'Vores', text: 'Vi passer på det, I skriver.' };
      const made = await admin.post('/text-presets', input);
      expect(made.status).toBe(201);
      expect((await planner.post('/consultations', {})).body.privacyNotice).toBe(input.text);
      const changed = await admin.patch(`/text-presets/${made.body.id}`, { name: 'Vores egen', version: 1 });
      expect(changed.body).toMatchObject({ name: 'Vores egen', version: 2 });
      expect((await admin.patch(`/text-presets/${made.body.id}`, { name: 'X', version: 1 })).body.code).toBe(
        'version-conflict',
      );
      const long = await admin.post('/text-presets', { kind: 'legalBasis', name: 'Lang', text: 'x'.repeat(2_001) });
      expect(long.body.errors[0]).toMatchObject({ field: 'text', code: 'too-long' });
      const caseworker = await t.person(['caseworker']);
      expect((await caseworker.delete(`/text-presets/${made.body.id}`)).status).toBe(403);
      expect((await admin.delete(`/text-presets/${made.body.id}`)).status).toBe(204);
      expect((await admin.delete(`/text-presets/${made.body.id}`)).status).toBe(404);
    });
  });
});
