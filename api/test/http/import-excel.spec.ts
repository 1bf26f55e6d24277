import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportView } from '@forhoering/shared/contracts/import.contract.js';
import { startApp, type Client, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';
import { xlsx, zip } from '../support/xlsx.js';

describe('a spreadsheet of Excel', () => {
  let t: TestApp;
  let staff: Client;
  let id = '';
  beforeAll(async () => {
    t = await startApp({ worker: true });
    staff = await t.admin();
    id = (await staff.post('/consultations', { title: 'Import fra Excel' })).body.id;
  });
  afterAll(() => t.close());

  const run = async (file: Buffer, fields: Record<string, string> = {}): Promise<ImportView> => {
    const asked = await staff.upload(`/consultations/${id}/imports`, file, fields, 'kommentarer.xlsx');
    expect(asked.status).toBe(201);
    return until(
      async () => (await staff.get(`/imports/${asked.body.id}`)).body as ImportView,
      (one) => !['queued', 'running'].includes(one.state),
    );
  };
  const mapping = JSON.stringify({
    channel: 'facebook',
    // Left over from a CSV file.
    separator: ';',
    columns: { text: 'Kommentar', author: 'Navn', upstreamAt: 'Tidspunkt', externalId: 'Id' },
  });

  it('is read by its columns, with times as the clock on the wall said, and nothing new the second time', async () => {
    const file = xlsx([
      ['Id', 'Navn', 'Kommentar', 'Tidspunkt'],
      [101, 'Åse', 'Flere bænke, "tak"; og\ntræer & lys', new Date(Date.UTC(2026, 6, 1, 14, 30))],
      [102, null, '=1+1 er ingen formel', new Date(Date.UTC(2026, 11, 1, 14, 30))],
      [103, 'Bo', null, null],
    ]);
    const done = await run(file, { mapping });
    expect(done).toMatchObject({ state: 'done', encoding: 'Excel', imported: 2, failed: 1 });
    expect(done.columns).toEqual(['Id', 'Navn', 'Kommentar', 'Tidspunkt']);
    const { items } = (await staff.get(`/consultations/${id}/comments?order=oldest`)).body;
    expect(items).toMatchObject([
      {
        text: 'Flere bænke, "tak"; og\ntræer & lys',
        author: 'Åse',
        channel: 'facebook',
        upstreamAt: '2026-07-01T12:30:00.000Z',
      },
      { text: '=1+1 er ingen formel', author: null, upstreamAt: '2026-12-01T13:30:00.000Z' },
    ]);
    expect(await run(file, { mapping })).toMatchObject({ imported: 0, alreadyThere: 2 });
  });

  it('that is none, or unpacks to more than it can be, is refused in words', async () => {
    const code = async (file: Buffer): Promise<string | undefined> => (await run(file)).error?.code;
    expect(await code(zip({ 'hej.txt': 'hej' }))).toBe('import-not-csv');
    expect(await code(zip({ 'xl/workbook.xml': 'x'.repeat(1_000) }, 500 * 1024 * 1024))).toBe('import-too-large');
    expect(await code(xlsx([['tekst'], ['hej']]).subarray(0, 300))).toBe('import-not-csv');
    expect(await code(xlsx([['tekst']]))).toBe('import-empty');
  });
});
