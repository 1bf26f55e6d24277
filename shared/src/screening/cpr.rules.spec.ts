import { describe, expect, it } from '@jest/globals';
import { cprConfidence, findCpr } from './cpr.rules.js';
import { maskForIndex } from './screen-comment.js';

/** 010101-0007 and 211062-5629 satisfy modulus 11; 010190-1234 and 311299-1234 only have valid dates. None is anybody's. */
const FOUND: Array<[string, 'certain' | 'possible']> = [
  ['010101-0007', 'certain'],
  ['211062-5629', 'certain'],
  ['2110625629', 'certain'],
  ['211062 5629', 'certain'],
  ['211062–5629', 'certain'],
  ['211062—5629', 'certain'],
  ['211062−5629', 'certain'],
  ['211062.5629', 'certain'],
  ['211062/5629', 'certain'],
  ['211062\u00a05629', 'certain'],
  ['211062\u202f5629', 'certain'],
  ['211062 - 5629', 'certain'],
  ['211062\n5629', 'certain'],
  ['21 10 62 5629', 'certain'],
  ['21.10.62-5629', 'certain'],
  ['21-10-62-5629', 'certain'],
  ['21/10/62 5629', 'certain'],
  ['2 1 1 0 6 2 5 6 2 9', 'certain'],
  ['2-1-1-0-6-2-5-6-2-9', 'certain'],
  ['２１１０６２－５６２９', 'certain'],
  ['٢١١٠٦٢-٥٦٢٩', 'certain'],
  ['211062-\u200b5629', 'certain'],
  ['21\u00ad1062-5629', 'certain'],
  ['cpr:211062-5629', 'certain'],
  ['CPR-nr. 211062-5629.', 'certain'],
  ['(211062-5629)', 'certain'],
  ['mit nummer er 211062-5629, tak', 'certain'],
  ['cpr2110625629', 'certain'],
  ['010190-1234', 'possible'],
  ['0101901234', 'possible'],
  ['010190 1234', 'possible'],
  ['311299-1234', 'possible'],
  ['290200-4123', 'possible'],
  ['610190-1234', 'possible'],
  ['910190-1234', 'possible'],
  ['010136-4123', 'possible'],
  ['Født 010190-1234 i Nørreskov', 'possible'],
  ['010190-1234 og 010191-1234', 'possible'],
  ['01 01 90 12 34', 'possible'],
  ['010190  1234', 'possible'],
];

const CLEAN: string[] = [
  '',
  'Ingen tal her',
  '1234',
  '22 33 44 55',
  '22334455',
  '+45 22 33 44 55',
  '+4522334455',
  '0045 22334455',
  'CVR 12345678',
  '320190-1234',
  '011390-1234',
  '000190-1234',
  '310290-1234',
  '290201-1234',
  '290201-4123',
  '999999-9999',
  '1234567890123',
  '5798001234567',
  '01019012345',
  '101019012345',
  'DK5000400440116243',
  '2026-03-29',
  '29.03.2026',
  '29-03-2026 21.14',
  '24-01793',
  'S2024-12345',
  'sag 26/004128',
  'F-2026-014-0123',
  '1.250.000 kr.',
  '12.500.000.000',
  'kl. 12.30-14.45',
  '2024-2025',
  'matrikel 15a Gedved By',
  '8999 Nørreskov',
  'lokalplan 1145',
  '56,1629 10,2039',
  '1472552518501',
  '4571 1234 5678 9012',
  '123456-7890',
  '660190-1234 m2'.replace('66', '96'),
  'version 1.2.3.4',
  '192.168.100.200',
  'ISBN 978-87-02-12345-6',
  '100 000 000',
  '0101',
  'abc010190',
];

describe('a CPR number', () => {
  it.each(FOUND)('is found in %j (%s)', (text, confidence) => {
    const found = findCpr(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.confidence).toBe(confidence);
  });

  it.each(CLEAN)('is not seen in %j', (text) => {
    expect(findCpr(text)).toEqual([]);
  });

  it('is found by number however many strings there are to tell apart', () => {
    expect(FOUND.length + CLEAN.length).toBeGreaterThanOrEqual(60);
  });

  it('is marked exactly, also after emoji and with invisible characters inside', () => {
    const text = '👨‍👩‍👧 cpr 211062-\u200b5629!';
    const [found] = findCpr(text);
    expect(text.slice(found?.start, found?.end)).toBe('211062-\u200b5629');
  });

  it('is certain by modulus 11, and never clean for failing it', () => {
    expect(cprConfidence('2110625629')).toBe('certain');
    expect(cprConfidence('2110625628')).toBe('possible');
    expect(cprConfidence('3213901234')).toBeNull();
  });

  it('is masked after the date for search and mail', () => {
    const text = 'cpr 211062-5629 her';
    expect(maskForIndex(text, findCpr(text))).toBe('cpr 211062-•••• her');
  });

  it('is looked for in linear time', () => {
    const started = Date.now();
    for (const hostile of [
      '1'.repeat(100_000),
      '1 '.repeat(50_000),
      '01 '.repeat(33_000),
      '010190-'.repeat(14_000),
      '0-'.repeat(50_000),
    ])
      findCpr(hostile);
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});
