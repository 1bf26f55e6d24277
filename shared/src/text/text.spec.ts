import { describe, expect, it } from '@jest/globals';
import { formatCommentNumber, parseCommentNumber } from '../comments/comment-number.js';
import { COMMENT_STATES, nextCommentState } from '../comments/comment-states.js';
import { consultationStateAt, nextConsultationState } from '../consultations/consultation-states.js';
import { citizenDa } from '../i18n/citizen.da.js';
import { citizenEn } from '../i18n/citizen.en.js';
import { problemsDa } from '../i18n/problems.da.js';
import { problemWords } from '../i18n/problems.js';
import { isTagKey, proposeKey, WORKBENCH_KEYS } from '../tags/tag-keys.js';
import { cleanText, countCharacters, textProblem } from './clean-text.js';
import { FORMULA_DANGER_SQL, neutraliseFormula } from './csv-safety.js';

describe('a text', () => {
  it('keeps everything a person wrote but line ends and what nobody sees', () => {
    expect(cleanText('  Hej\r\n<b>du</b>\rDer\u0007\u202e  ')).toBe('Hej\n<b>du</b>\nDer');
    expect(cleanText('A\u030a')).toBe('Å');
  });
  it('is counted in characters, not in code units', () => {
    expect(countCharacters('æøå🎨')).toBe(4);
    expect(textProblem('🎨'.repeat(10), { min: 1, max: 10 })).toBeNull();
    expect(textProblem('🎨'.repeat(11), { min: 1, max: 10 })).toMatchObject({
      code: 'text-too-long',
      params: { max: 10, length: 11 },
    });
  });
  it('is refused when empty, with a null byte, or with half a character', () => {
    expect(textProblem(' \u200b\n', { min: 1, max: 10 })?.code).toBe('text-empty');
    expect(textProblem('a\u0000', { min: 1, max: 10 })?.code).toBe('text-null-byte');
    expect(textProblem('a\ud83c', { min: 1, max: 10 })?.code).toBe('text-lone-surrogate');
  });
});

describe('a cell', () => {
  const sql = new RegExp(FORMULA_DANGER_SQL.replaceAll('\\uFEFF', '\ufeff'), 'u');
  it.each([
    '=1+1',
    '+45',
    '-1',
    '@x',
    '|x',
    '%x',
    ' =1',
    '\t=1',
    '\n=1',
    '\u200b=1',
    '\ufeff=1',
    '＝1',
    '=1+1\nlinje',
    "=cmd|' /C calc'!A0",
  ])('that a spreadsheet would run is made text: %j', (value) => {
    expect(neutraliseFormula(value)).toBe(`'${value}`);
    expect(sql.test(value)).toBe(true);
  });
  it.each(['Hej', '1+1', 'a=b', '', 'x\n=1', '“=1”'])('that is text stays as it is: %j', (value) => {
    expect(neutraliseFormula(value)).toBe(value);
    expect(sql.test(value)).toBe(false);
  });
});

describe('states', () => {
  it('move only by the table', () => {
    expect(nextCommentState('held', 'publish')).toBe('public');
    expect(nextCommentState('withdrawn', 'publish')).toBeNull();
    expect(nextCommentState('received', 'publish')).toBeNull();
    expect(nextCommentState('hidden', 'hide')).toBeNull();
    for (const state of COMMENT_STATES)
      expect(nextCommentState(state, 'withdraw')).toBe(state === 'withdrawn' ? null : 'withdrawn');
    expect(nextConsultationState('draft', 'publish')).toBe('published');
    expect(nextConsultationState('published', 'discard')).toBeNull();
  });
  it('of a published consultation are read off the clock, to the millisecond', () => {
    const at = (now: string) =>
      consultationStateAt('published', '2026-03-01T00:00:00Z', '2026-03-29T22:00:00Z', Date.parse(now));
    expect([
      at('2026-02-28T23:59:59.999Z'),
      at('2026-03-01T00:00:00Z'),
      at('2026-03-29T21:59:59.999Z'),
      at('2026-03-29T22:00:00Z'),
    ]).toEqual(['scheduled', 'open', 'open', 'closed']);
    expect(consultationStateAt('closed', null, null, 0)).toBe('closed');
  });
});

describe('numbers, keys and words', () => {
  it('are written and read alike', () => {
    expect(formatCommentNumber(2026, 14, 123)).toBe('F-2026-014-0123');
    expect(formatCommentNumber(2026, 1400, 12345)).toBe('F-2026-1400-12345');
    expect(parseCommentNumber('f-2026-014-0123')).toEqual({ year: 2026, consultation: 14, number: 123 });
    expect(parseCommentNumber('0123')?.number).toBe(123);
    expect(parseCommentNumber('cykelsti 2026')).toBeNull();
  });
  it('never give a tag a key that the workbench uses', () => {
    const taken = new Set<string>();
    for (let i = 0; i < 30; i += 1) {
      const key = proposeKey('Høring og kultur', taken);
      expect(WORKBENCH_KEYS.has(key)).toBe(false);
      expect(isTagKey(key)).toBe(true);
      if (key !== '') expect(taken.has(key)).toBe(false);
      taken.add(key);
    }
    expect(isTagKey('j')).toBe(false);
  });
  it('exist in both languages, and an unknown code still says something', () => {
    expect(Object.keys(citizenEn).sort()).toEqual(Object.keys(citizenDa).sort());
    for (const code of Object.keys(problemsDa))
      for (const language of ['da', 'en'] as const)
        expect(problemWords(code, language, {}).detail.length).toBeGreaterThan(5);
    expect(problemWords('noget-nyt', 'da', {}).title).toBe('Noget gik galt hos os');
  });
});
