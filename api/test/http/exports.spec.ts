import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Question } from '@forhoering/shared/contracts/consultation.contract.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';

let t: TestApp;
let staff: Client;
let id = '';
const LONG = `Hvordan færdes du her, når det regner, og hvad ville få dig til at vælge noget andet end bilen næste gang?`;

beforeAll(async () => {
  t = await startApp({ worker: true });
  staff = await t.admin();
  const made = await staff.post('/consultations', {
    title: 'Udgaver',
    questions: [
      { kind: 'text', label: 'Hvad?' },
      { kind: 'several', label: LONG, options: ['Til fods', 'På cykel'] },
      { kind: 'scale', label: '=Hvor trygt?', options: ['utrygt', 'trygt'] },
      { kind: 'place', label: 'Hvor er det?' },
    ],
    closesAt: '2199-12-31',
    deleteOn: '2199-12-31',
    visibility: 'atOnce',
    visibilityReason: 'Prøve',
  });
  id = made.body.id;
  await staff.post(`/consultations/${id}/publish`);
  await staff.post(`/consultations/${id}/official-answers`, { question: 'Hvornår?', answer: 'I 2028.' });
  const [, several, scale, place] = (made.body.questions as Question[]).map((one) => one.id);
  const say = (text: string, questionAnswers: object[], more: object = {}) =>
    t.as().post(`/public/consultations/${made.body.slug}/comments`, { text, questionAnswers, ...more });
  const full = await say(
    'Krydset er farligt',
    [
      { questionId: several, values: ['Til fods', 'På cykel'] },
      { questionId: scale, values: ['1'] },
      { questionId: place, values: ['Ved skolen'] },
    ],
    { place: 'Krydset', point: { longitude: 12.0812345, latitude: 55.6412345 } },
  );
  expect(full.status).toBe(201);
  await say('Jeg cykler', [{ questionId: several, values: ['På cykel'] }]);
  await say('Ingen svar', []);
  const taken = await say('Trukket', [{ questionId: several, values: ['Til fods'] }]);
  await t.as().post(`/public/private-links/${String(taken.body.privateUrl).split('/').at(-1)}/withdraw`);
});
afterAll(() => t.close());

async function made(format: string, edition: string, dialect = 'excel'): Promise<string> {
  const asked = await staff.post(`/consultations/${id}/exports`, { format, edition, dialect });
  const done = await until(
    async () => (await staff.get(`/exports/${asked.body.id}`)).body,
    (one) => !['queued', 'running'].includes(one.state),
  );
  expect(done.state).toBe('done');
  const file = await staff
    .raw('get', `/exports/${asked.body.id}/file`)
    .buffer(true)
    .parse((response, give) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => give(null, text));
    });
  return file.body as string;
}
const lines = (csv: string): string[] =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');

describe('what was said besides the text', () => {
  it('is counted per closed question, without what was taken back', async () => {
    const { perQuestion } = (await staff.get(`/consultations/${id}/overview`)).body;
    expect(perQuestion).toMatchObject([
      {
        label: LONG,
        options: [
          { label: 'Til fods', count: 1 },
          { label: 'På cykel', count: 2 },
        ],
        answered: 2,
        skipped: 1,
      },
      { label: '=Hvor trygt?', answered: 1, skipped: 2 },
    ]);
    expect(perQuestion[1].options[0]).toEqual({ label: '1 (utrygt)', count: 1 });
    expect(perQuestion[1].options[4]).toEqual({ label: '5 (trygt)', count: 0 });
  });

  it('stands in the internal spreadsheet, whole headings and no formula among them', async () => {
    const [header = '', first = ''] = lines(await made('csv', 'internal'));
    expect(header).toContain(LONG);
    expect(header).toContain(`'=Hvor trygt?`);
    expect(header.startsWith('Nr.;Modtaget;')).toBe(true);
    expect(first).toContain(';Krydset;55,6412345;12,0812345;0;0;');
    expect(first.endsWith(';Til fods, På cykel;1;Ved skolen')).toBe(true);
    const [machine = '', row = ''] = lines(await made('csv', 'internal', 'machine'));
    expect(machine).toContain(`,"${LONG}",=Hvor trygt?,Hvor er det?`);
    expect(row).toContain(',Krydset,55.6412345,12.0812345,0,0,');
  });

  it('is in the public edition only as figures, with pins on the grid that the page shows', async () => {
    const csv = await made('csv', 'public');
    expect(csv).not.toContain('Ved skolen');
    expect(csv).not.toContain('Til fods');
    expect(csv).not.toContain('55,6412');
    expect(lines(csv)[1]).toContain(';Krydset;55,641;12,082;0;0');
    const json = JSON.parse(await made('json', 'public'));
    expect(json.questionCounts[0]).toMatchObject({ answered: 2 });
    expect(json.officialAnswers).toMatchObject([{ question: 'Hvornår?', answer: 'I 2028.' }]);
    expect(json.comments[0]).not.toHaveProperty('questionAnswers');
    const internal = JSON.parse(await made('json', 'internal'));
    expect(internal.comments[0].questionAnswers).toHaveLength(3);
    expect(internal.comments).toHaveLength(4);
  });

  it('is a chapter of the report', async () => {
    expect((await made('pdf', 'public')).startsWith('%PDF-')).toBe(true);
  });
});
