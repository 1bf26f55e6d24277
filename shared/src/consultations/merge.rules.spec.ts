import { describe, expect, it } from '@jest/globals';
import { fitsCaseNumber } from './case-number.rules.js';
import { mergeFields } from './merge.rules.js';

const same = (_: unknown, a: string, b: string): boolean => a.trim() === b.trim();
const base = { title: 'Park', teaser: 'Kort', contact: '' };

describe('two people who edit', () => {
  it('keep both when they changed different fields', () => {
    expect(mergeFields(base, { ...base, title: 'Parken' }, { ...base, teaser: 'Kortere' }, same)).toEqual({
      merged: { title: 'Parken', teaser: 'Kortere', contact: '' },
      taken: ['teaser'],
      conflicts: [],
    });
  });
  it('are asked when both changed the same, and mine stands meanwhile', () => {
    expect(mergeFields(base, { ...base, title: 'Min' }, { ...base, title: 'Din', contact: 'tlf.' }, same)).toEqual({
      merged: { title: 'Min', teaser: 'Kort', contact: 'tlf.' },
      taken: ['contact'],
      conflicts: ['title'],
    });
  });
  it('agree when both wrote the same, give or take a space', () => {
    expect(mergeFields(base, { ...base, title: 'Ny ' }, { ...base, title: 'Ny' }, same)).toMatchObject({
      taken: [],
      conflicts: [],
    });
  });
});

describe('a case number', () => {
  it.each([
    ['26/004128', '26/000000', true],
    ['27/104128', '26/000000', true],
    ['26-00412', '26/000000', false],
    ['26/00412', '26/000000', false],
    ['26/0041288', '26/000000', false],
    ['s2026-12345', 'S0000-00000', true],
    ['X2026-12345', 'S0000-00000', false],
    ['26/00412٣', '26/000000', false],
    ['hvad som helst', '', true],
    ['(a+)+$', '(a+)+$', true],
  ])('%j against %j: %s', (given, pattern, fits) => {
    expect(fitsCaseNumber(given, pattern)).toBe(fits);
  });
});
