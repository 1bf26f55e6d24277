import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportView } from '@forhoering/shared/contracts/import.contract.js';
import { described, startApp, type Client, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';

const FIXTURES = path.join(import.meta.dirname, '../fixtures');

describe('import', () => {
  let t: TestApp;
  let staff: Client;
  let id = '';
  beforeAll(async () => {
    t = await startApp({ worker: true });
    staff = await t.admin();
    id = (await staff.post('/consultations', { title: 'Import' })).body.id;
  });
  afterAll(() => t.close());

  const run = async (
    file: Buffer | string,
    fields: Record<string, string> = {},
    name = 'fil.csv',
  ): Promise<ImportView> => {
    const asked = await staff.upload(`/consultations/${id}/imports`, Buffer.from(file), fields, name);
    expect(asked.status).toBe(201);
    return until(
      async () => (await staff.get(`/imports/${asked.body.id}`)).body as ImportView,
      (one) => !['queued', 'running'].includes(one.state),
    );
  };

  it.each(readdirSync(FIXTURES).filter((name) => name.endsWith('.csv')))(
    'reads the real file %s: dry run, import, and nothing new the second time',
    async (name) => {
      const file = readFileSync(path.join(FIXTURES, name));
      const before = (await staff.get(`/consultations/${id}/comment-counts`)).body.total;
      const tried = await run(file, { dryRun: 'true' }, name);
      expect(tried).toMatchObject({ state: 'done', failed: 0, encoding: 'UTF-8' });
      expect((await staff.get(`/consultations/${id}/comment-counts`)).body.total).toBe(before);
      const done = await run(file, {}, name);
      expect(done).toMatchObject({ state: 'done', imported: tried.imported, alreadyThere: 0 });
      expect((await staff.get(`/consultations/${id}/comment-counts`)).body.total).toBe(before + done.imported);
      expect(await run(file, {}, `kopi af ${name}`)).toMatchObject({ imported: 0, alreadyThere: done.total });
    },
  );

  it('keeps Chinese, the time on the channel, the id, and starts no answer clock', async () => {
    const { items } = (await staff.get(`/consultations/${id}/comments?limit=200`)).body;
    const chinese = items.find((item: { text: string }) => item.text.includes('計程車'));
    expect(chinese).toMatchObject({ channel: 'import', upstreamAt: expect.stringMatching(/^201\d-/) });
    expect((await staff.get(`/comments/${chinese.id}`)).body).toMatchObject({
      externalId: expect.any(String),
      importId: expect.any(String),
    });
  });

  it('keeps a campaign of equal letters apart and knows them again', async () => {
    const campaign = `tekst\n${'Bevar skorstenen!\n'.repeat(5)}`;
    expect(await run(campaign)).toMatchObject({ imported: 5 });
    expect(await run(campaign)).toMatchObject({ imported: 0, alreadyThere: 5 });
  });

  it('takes a mapping either way round, and Danish dates and semicolons', async () => {
    const done = await run('Dato;Hvad;Hvem\r\n29-03-2026 21:14;Mere lys på stien;Åse\r\n', {
      mapping: '{"Hvad":"text","Dato":"upstreamAt","Hvem":"author"}',
    });
    expect(done).toMatchObject({
      separator: ';',
      imported: 1,
      preview: [
        { line: 2, text: 'Mere lys på stien', author: 'Åse', externalId: null, upstreamAt: '2026-03-29T19:14:00.000Z' },
      ],
    });
  });

  it('reads Windows-1252, and reports broken characters by line', async () => {
    expect(await run(Buffer.from('tekst\nBlåbærgrød på Ærø\n', 'latin1'))).toMatchObject({
      encoding: 'Windows-1252',
      preview: [expect.objectContaining({ text: 'Blåbærgrød på Ærø' })],
    });
    const broken = await run(
      Buffer.concat([Buffer.from('tekst\nØrsted på åen og '), Buffer.from([0xff]), Buffer.from('\n')]),
    );
    expect(broken.problems).toEqual([
      expect.objectContaining({ line: 2, level: 'warning', code: 'row-broken-characters' }),
    ]);
  });

  it('tells per line what is wrong, and lets the other lines in', async () => {
    const done = await run(
      'id,text,timestamp\n1,,\n2,God idé,ikke en tid\n3,"010190-1234 er mit nummer",1518501496471\n',
    );
    expect(done).toMatchObject({ imported: 2, failed: 1, held: 1 });
    expect(done.problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 row-text-empty',
      '3 row-time-unreadable',
    ]);
  });

  it.each([
    ['a zip file', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), {}, 'import-not-csv'],
    ['null bytes', Buffer.from('tekst\na\u0000b'), {}, 'import-wrong-encoding'],
    ['nothing', Buffer.from('tekst\n'), {}, 'import-empty'],
    ['the wrong separator', Buffer.from('id,text\n1,hej'), { mapping: '{"separator":";"}' }, 'import-wrong-separator'],
    ['no text column', Buffer.from('a,b\n1,2'), {}, 'import-column-missing'],
    [
      'a column that is not there',
      Buffer.from('id,text\n1,hej'),
      { mapping: '{"text":"kommentaren"}' },
      'import-column-missing',
    ],
    ['quotes that do not match', Buffer.from('id,text\n1,"hej\n2,hov\n'), {}, 'import-broken-quotes'],
  ])('refuses %s as a whole, in words', async (_, file, fields, code) => {
    const failed = await run(file, fields);
    expect(failed).toMatchObject({ state: 'failed', error: { code, message: expect.stringMatching(/\p{L}{3}/u) } });
  });

  it('says where the quotes do not match', async () => {
    const failed = await run('id,text\n1,hej\n2,"hov\n3,hej\n');
    expect(failed.error?.message).toContain('linje 3');
  });

  it('cuts what is too long between characters, never through one', async () => {
    const row = ['a'.repeat(199) + '🎨', 'b'.repeat(79) + '🎨', 'c'.repeat(399) + '🎨d'].join(',');
    const done = await run(`id,navn,tekst\n${row}\n`, { mapping: JSON.stringify({ source: 'e'.repeat(199) + '🎨' }) });
    expect(done).toMatchObject({ state: 'done', imported: 1 });
    expect(done.preview[0]?.text.endsWith('🎨')).toBe(true);
  });

  it('refuses null bytes in UTF-16 as well', async () => {
    const failed = await run(Buffer.from('\ufeffid,tekst\n1,a\0b\n', 'utf16le'));
    expect(failed.error?.code).toBe('import-wrong-encoding');
  });

  it('reads a mapping that is a JSON part of its own, and refuses one that cannot be stored', async () => {
    const path = `/consultations/${id}/imports`;
    const file = Buffer.from('a,b\n1,som del af formularen\n');
    const part = { contentType: 'application/json' };
    for (const options of [part, { ...part, filename: 'mapping.json' }]) {
      const request = staff.raw('post', path).field('mapping', '{"text":"b"}', options as never);
      const asked = described('post', path, await request.attach('file', file, 'fil.csv'));
      expect(asked.body).toMatchObject({ mapping: { text: 'b' } });
    }
    for (const source of ['\\u0000', '\\ud800'])
      expect((await staff.upload(path, file, { mapping: `{"source":"${source}"}` })).body.errors[0].field).toBe(
        'mapping',
      );
  });

  it('refuses a broken form in words', async () => {
    const path = `/consultations/${id}/imports`;
    const half = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\ntekst\r\n';
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=b', 'x'],
      ['multipart/form-data; boundary=b', half],
    ] as const) {
      const answer = described('post', path, await staff.raw('post', path).set('content-type', type).send(body));
      expect(answer.status).toBe(400);
    }
  });

  it('refuses a request without a file, and a mapping that is none', async () => {
    expect((await staff.post(`/consultations/${id}/imports`, {})).status).toBe(415);
    expect(
      (await staff.upload(`/consultations/${id}/imports`, Buffer.from('text\nhej'), { mapping: 'nej' })).body.errors[0]
        .field,
    ).toBe('mapping');
  });
});
