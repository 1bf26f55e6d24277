import { readFileSync } from 'node:fs';
import { glyphsOf } from '../fonts/font-tables.js';

/** Line breaks, spaces, soft hyphen, joiners: drawn by no font and yet welcome. */
const INVISIBLE = [0x0a, 0x20, 0xa0, 0xad, 0x200b, 0x200d, 0xfe0f];
const HIDDEN = new RegExp(
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffc\\ufffe\\uffff\\ue000-\\uf8ff]',
  'g',
);

export interface Cleaner {
  clean<T>(value: T): T;
  /** Characters replaced so far. */
  missing(): number;
}

/** One negated character class over everything that can be drawn: one pass per text. */
function foreignPattern(known: Set<number>): RegExp {
  const sorted = [...known].filter((code) => code < 0xd800 || code > 0xf8ff).sort((a, b) => a - b);
  let ranges = '';
  for (let i = 0; i < sorted.length;) {
    let j = i;
    while (sorted[j + 1] === (sorted[j] ?? 0) + 1) j += 1;
    ranges += `\\u{${(sorted[i] ?? 0).toString(16)}}-\\u{${(sorted[j] ?? 0).toString(16)}}`;
    i = j + 1;
  }
  return new RegExp(`[^${ranges}]`, 'gu');
}

/**
 * Makes texts such that no character can stop the document: under PDF/UA Typst refuses what no font draws.
 * What cannot be drawn becomes U+FFFD and is counted; runs without a break get invisible ones so that they stay in their column.
 */
export function createCleaner(fontFiles: string[]): Cleaner {
  const known = new Set<number>(INVISIBLE);
  for (const file of fontFiles) for (const code of glyphsOf(readFileSync(file)).keys()) known.add(code);
  known.add(0xfffd);
  const foreign = foreignPattern(known);
  let missing = 0;
  const text = (value: string): string =>
    breakLongRuns(
      value
        .toWellFormed()
        .normalize('NFC')
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(/\t/g, ' ')
        .replace(/\u200b/g, '')
        .replace(HIDDEN, '')
        .replace(foreign, () => {
          missing += 1;
          return '\ufffd';
        }),
    );
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return { clean: <T>(value: T) => walk(value) as T, missing: () => missing };
}

/** Breaks after the marks of an address, else every 48 characters; shorter would get in the way of Danish hyphenation. */
function breakLongRuns(text: string): string {
  return text.replace(/[^\s\u00ad]{64,}/g, (run) =>
    run
      .replace(/([/?&=._,;:-]{1,3})(?=[^/?&=._,;:-])/g, '$1\u200b')
      .replace(/[^\s\u200b]{48}(?=[^\s\u200b]{6})/g, '$&\u200b'),
  );
}
