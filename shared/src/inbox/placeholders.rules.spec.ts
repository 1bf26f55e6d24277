import { describe, expect, it } from '@jest/globals';
import { fillPlaceholders, unknownPlaceholders, type PlaceholderValues } from './placeholders.rules.js';

const VALUES: PlaceholderValues = {
  nummer: 'F-2026-014-0007',
  forhøring: 'Stien ved søen',
  frist: null,
  afdeling: 'Vej og Park',
  kommune: 'Nørreskov Kommune',
  link: 'https://eksempel.dk/f/stien',
};

describe('words in braces', () => {
  it.each([
    ['Dit nummer er {nummer}.', 'Dit nummer er F-2026-014-0007.', []],
    ['{Forhøring} og { afdeling }', 'Stien ved søen og Vej og Park', []],
    // Written with a letter and a stroke of its own.
    ['{forho\u0338ring}', '{forho\u0338ring}', []],
    ['{AFDELING}, {kommune}: {link}', 'Vej og Park, Nørreskov Kommune: https://eksempel.dk/f/stien', []],
    ['Skriv inden {frist}, {frist}', 'Skriv inden {frist}, {frist}', ['frist']],
    ['{navn} bliver stående', '{navn} bliver stående', []],
    ['{}, { og } og {\n}', '{}, { og } og {\n}', []],
    ['{{nummer}}', '{F-2026-014-0007}', []],
    ['', '', []],
  ])('%s', (text, filled, missing) => {
    expect(fillPlaceholders(text, VALUES)).toEqual({ text: filled, missing });
  });

  it('a value is never read for placeholders itself', () => {
    expect(fillPlaceholders('{forhøring}', { ...VALUES, forhøring: '{nummer}$&' }).text).toBe('{nummer}$&');
  });

  it.each([
    ['{nummer} {FRIST}', []],
    ['{navn} og {navn} og {number}', ['{navn}', '{number}']],
    ['Uden klammer', []],
  ])('unknown in %s', (text, unknown) => {
    expect(unknownPlaceholders(text)).toEqual(unknown);
  });
});
