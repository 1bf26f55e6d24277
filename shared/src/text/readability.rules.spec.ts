import { describe, expect, it } from '@jest/globals';
import { readability, sentencesOf } from './readability.rules.js';

describe('sentences', () => {
  it.each([
    ['Vi mødes kl. 10.30 på pladsen. Kom bare!', 2],
    ['Der er plads til 1.300 børn. Det koster 4,5 mio. kr. om året.', 2],
    ['Det gælder bl.a. stier, f.eks. Skolestien, m.m. Skriv til os.', 2],
    ['Fristen er mandag d. 29. marts 2026 kl. 23.59.', 1],
    ['Vi bor på 1. sal, st. tv. i nr. 14.', 1],
    ['Det skete i 2024. Vi begynder nu.', 2],
    ['Hr. Hansen og P. Jensen sagde ja. Andre sagde nej.', 2],
    ['Træer, bænke osv. Vi vil vide det hele.', 2],
    ['Er det farligt? Ja! Meget…', 3],
    ['Han sagde: “Det går ikke.” Og gik.', 2],
    ['Stier\nTræer\nBænke', 3],
    ['Planloven § 1, stk. 2, nr. 6 gælder.', 1],
    ['', 0],
  ])('of %j are %i', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });
});

describe('LIX', () => {
  it('is words per sentence plus the share of long words', () => {
    // 10 words, 2 sentences, 2 long words (kommunen, daginstitution): 5 + 20.
    expect(readability('Vi bygger et hus til kommunen. Det er en daginstitution.')).toMatchObject({
      lix: 25,
      words: 10,
      sentences: 2,
      longest: { words: 6 },
    });
  });
  it('counts a number or a time as one short word', () => {
    expect(readability('Den 1.300.000. gang kl. 10.30 gik det helt galt her.')).toMatchObject({
      sentences: 1,
      words: 10,
    });
  });
  it('says nothing about a few words', () => {
    expect(readability('Kort tekst.')).toBeNull();
    expect(readability('')).toBeNull();
    expect(readability('… … …')).toBeNull();
  });
  it('finds the sentence to split', () => {
    const long = `Vi ${'og hun '.repeat(14)}gik.`;
    expect(readability(`Kort sætning her. ${long}`)?.longest).toEqual({ text: long, words: 30 });
  });
  it('is quick with a hostile text', () => {
    const started = Date.now();
    readability('a.'.repeat(50_000));
    readability('. '.repeat(50_000));
    readability('ord '.repeat(50_000));
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});
