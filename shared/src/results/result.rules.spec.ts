import { describe, expect, it } from '@jest/globals';
import type { ResultThemeInput } from '../contracts/result.contract.js';
import { resultGaps } from './result.rules.js';

const theme = (more: Partial<ResultThemeInput>): ResultThemeInput => ({
  tagId: 't',
  outcome: null,
  did: '',
  why: '',
  ...more,
});
const gaps = (intro: string, ...themes: Array<Partial<ResultThemeInput>>): string[] =>
  resultGaps({ intro, themes: themes.map(theme) }).map(({ field }) => field);

describe('what a result lacks', () => {
  it('is the words about it all, and nothing of themes that nobody wrote about', () => {
    expect(gaps(' ', {})).toEqual(['intro']);
    expect(gaps('Tak', {}, {})).toEqual([]);
  });

  it('is what was done, what became of it, and a reason unless it was taken in', () => {
    expect(gaps('Tak', {}, { outcome: 'included' })).toEqual(['themes.1.did']);
    expect(gaps('Tak', { did: 'Krydset laves om' })).toEqual(['themes.0.outcome']);
    expect(gaps('Tak', { did: 'Krydset laves om', outcome: 'included' })).toEqual([]);
    expect(gaps('Tak', { did: 'Ingen butik', outcome: 'notIncluded' })).toEqual(['themes.0.why']);
    expect(gaps('Tak', { did: 'Én indkørsel', outcome: 'partly', why: 'Grundvandet' })).toEqual([]);
    expect(gaps('Tak', { why: 'Fordi' })).toEqual(['themes.0.did', 'themes.0.outcome']);
  });
});
