import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pickQuotes, themesOf } from '../report.rules.js';
import { PdfFailed, PdfRefused } from '../../platform/pdf/pdf-renderer.js';
import { renderReport } from './render-report.js';
import type { ReportComment, ReportData } from './report-data.js';

const HOSTILE = [
  '#set page(width: 1cm) #read("/etc/passwd") $x^2$',
  '<script>alert(1)</script> =cmd|x {{7*7}} *fed* _skrå_ `kode` @ref <label>',
  'x'.repeat(300),
  'https://eksempel.dk/' + 'en-meget-lang-sti/'.repeat(20),
  'Emoji 🎨 👨‍👩‍👧, arabisk مرحبا, kinesisk 計程車, \u0000\u202e skjult \ud800 halvt',
  '\n\n\n- liste\n+ plus\n= overskrift',
  '',
];

const comment = (text: string, i: number): ReportComment => ({
  number: `F-2026-001-${String(i + 1).padStart(4, '0')}`,
  received: '24.11.2026',
  channel: 'Web',
  author: 'Borger',
  text,
  place: i % 3 ? '' : text.slice(0, 200),
  supports: i,
  tags: i % 2 ? ['Bevaring'] : [],
  state: '',
});

function report(comments: ReportComment[], more: Partial<ReportData> = {}): ReportData {
  return {
    edition: 'public',
    organisation: 'Nørreskov Kommune',
    number: 'F-2026-001',
    title: 'Hvad skal der ske på Mejerigrunden?',
    teaser: 'Det gamle mejeri.',
    purpose: 'Baggrund',
    canInfluence: ['Stier'],
    settled: ['Åen'],
    questions: ['Hvad må der ikke ske?'],
    period: '1. til 29. november 2026',
    department: 'Plan og Byg',
    contact: 'tlf. 70 00 00 00',
    caseNumber: '26/004128',
    legalBasis: 'Frivillig',
    privacyNotice: 'Sådan …',
    privacyNoticeVersion: 1,
    publicUrl: 'https://eksempel.dk/f/x',
    date: '2026-11-24',
    madeAt: '24.11.2026 kl. 12.00',
    madeBy: 'Mette',
    numbers: [{ label: 'modtaget i alt', count: comments.length }],
    perDay: comments.length ? [{ label: '24. november', count: comments.length }] : [],
    perDayUnit: 'dag',
    perChannel: comments.length ? [{ label: 'Web', count: comments.length }] : [],
    perState: [],
    answered: [
      {
        questionId: 'q',
        label: `Svar: ${HOSTILE[0] ?? ''}`,
        options: HOSTILE.map((label, count) => ({ label, count })),
        answered: 21,
        skipped: 2,
      },
    ],
    officialAnswers: HOSTILE.map((text) => ({
      question: `Om ${text}`,
      answer: text,
      signature: 'Plan og Byg',
      linkUrl: text,
    })),
    openUntil: '29. november',
    themes: comments.length
      ? [
          {
            name: 'Bevaring',
            description: '',
            level: 0,
            count: 1,
            quotes: [{ number: 'F-2026-001-0001', author: 'Borger', text: 'Et citat' }],
          },
        ]
      : [],
    untagged: 0,
    total: comments.length,
    comments,
    leftOut: 0,
    hiddenReasons: [],
    decisions: [],
    missingGlyphs: 0,
    ...more,
  };
}

describe('the PDF report', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-pdf-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const render = async (data: ReportData, name: string, more: object = {}) => {
    const outFile = path.join(dir, `${name}.pdf`);
    const result = await renderReport({ data, outFile, ...more });
    return { ...result, bytes: readFileSync(outFile), outFile };
  };

  it('takes hostile texts as text, and counts what it cannot draw', async () => {
    const { bytes, missingGlyphs, outFile } = await render(report(HOSTILE.map(comment)), 'hostile');
    expect(missingGlyphs).toBeGreaterThan(0);
    const raw = bytes.toString('latin1');
    for (const active of ['/JavaScript', '/Launch', '/OpenAction', '/EmbeddedFile']) expect(raw).not.toContain(active);
    if (spawnSync('pdftotext', ['-v']).error) {
      process.stdout.write('pdftotext is not installed: the text layer was not compared\n');
      return;
    }
    const text = execFileSync('pdftotext', ['-layout', outFile, '-']).toString();
    for (const literal of ['#set page(width: 1cm)', '<script>alert(1)</script>', '{{7*7}}', '*fed*'])
      expect(text.replace(/\s+/g, ' ')).toContain(literal);
  });

  it.each(['dag', 'uge', 'måned', 'år'] as const)('counts over time per %s', async (perDayUnit) => {
    const { bytes } = await render(report(['Et bidrag'].map(comment), { perDayUnit }), perDayUnit);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is tagged, titled, Danish, and declares PDF/A-2a and PDF/UA-1', async () => {
    const { bytes } = await render(report(['Et bidrag'].map(comment)), 'one');
    const raw = bytes.toString('latin1');
    for (const part of [
      '/StructTreeRoot',
      '/Lang (da-DK)',
      '<pdfaid:part>2</pdfaid:part>',
      '<pdfuaid:part>1</pdfuaid:part>',
      '/DisplayDocTitle true',
      '/Marked true',
    ])
      expect(raw).toContain(part);
  });

  it('is made for no comment at all, and for an internal edition', async () => {
    expect((await render(report([]), 'none')).pages).toBeGreaterThan(3);
    const decisions = [{ at: '24.11.2026', number: 'F-2026-001-0001', what: 'Skjult', reason: 'Reklame', by: 'Jens' }];
    expect(
      (
        await render(
          report([comment('Hej', 0)], { edition: 'internal', decisions, perState: [{ label: 'Vist', count: 1 }] }),
          'internal',
        )
      ).pages,
    ).toBeGreaterThan(3);
  });

  it('is the same to the byte for the same data', async () => {
    const data = report(['Ens'].map(comment));
    expect((await render(data, 'a')).bytes.equals((await render(data, 'b')).bytes)).toBe(true);
  });

  it('is refused rather than written when it would not be accessible', async () => {
    const templateFile = path.join(dir, 'bad.typ');
    writeFileSync(
      templateFile,
      '#set document(title: "x")\n#figure(rect(), caption: [uden alternativ tekst])\n#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"></svg>"))',
    );
    await expect(render(report([]), 'refused', { templateFile })).rejects.toThrow(PdfRefused);
  });

  it('stops when told to, and leaves nothing behind', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 150);
    await expect(
      render(
        report(Array.from({ length: 1_500 }, (_, i) => comment('Et længere bidrag om stien. '.repeat(8), i))),
        'stopped',
        { signal: stop.signal },
      ),
    ).rejects.toThrow(PdfFailed);
    expect(readdirSync(dir).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });
});

describe('what a report counts', () => {
  it('puts children under their theme, and quotes no text twice', () => {
    const row = (text: string, tag_ids: string[]) => ({ text, text_hash: text, tag_ids });
    const long = 'Et bidrag, der er langt nok til at kunne stå som citat';
    const rows = [row(long, ['a']), row(long, ['a']), row('kort', ['a', 'b'])];
    const tag = (id: string, parent_id: string | null) => ({ id, parent_id, name: id, description: '' });
    expect(
      themesOf([tag('b', 'a'), tag('a', null)], rows, (some) =>
        pickQuotes(some).map(({ text }) => ({ number: '', author: '', text })),
      ).map(({ name, level, count, quotes }) => [name, level, count, quotes.length]),
    ).toEqual([
      ['a', 0, 3, 1],
      ['b', 1, 1, 0],
    ]);
  });
});
