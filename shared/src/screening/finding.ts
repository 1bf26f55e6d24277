import type { CommentFinding, FindingKind } from '../contracts/comment.contract.js';

/** What one rule found in one text. Offsets are UTF-16. */
export interface Finding {
  kind: FindingKind;
  confidence: 'certain' | 'possible';
  start: number;
  end: number;
}

export type { CommentFinding };

/** Characters that look like nothing: people paste them, and they must not hide a number. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/u;

/**
 * A text as rules read it: every decimal digit of any script as 0–9, every kind of space as one blank, every dash as `-`,
 * invisible characters gone. `origin[i]` is where the i-th character stands in the text itself.
 */
export interface ReadableText {
  text: string;
  origin: number[];
}

export function readable(source: string): ReadableText {
  let text = '';
  const origin: number[] = [];
  for (let i = 0; i < source.length;) {
    const code = source.codePointAt(i) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const plain = code < 128 ? source.charAt(i) : plainOf(String.fromCodePoint(code), code);
    for (let k = 0; k < plain.length; k += 1) origin.push(i);
    text += plain;
    i += size;
  }
  origin.push(source.length);
  return { text, origin };
}

function plainOf(char: string, code: number): string {
  if (INVISIBLE.test(char)) return '';
  if (/\p{Nd}/u.test(char)) return String(digitOf(code));
  if (/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u.test(char)) return '-';
  if (/\p{Zs}/u.test(char)) return ' ';
  if (char === '／' || char === '∕') return '/';
  if (char === '．' || char === '·' || char === '•') return '.';
  return char.length === 1 ? char : '\ufffc';
}

/** Decimal digits stand in runs of ten in Unicode: the place in the run is the value. */
function digitOf(code: number): number {
  let zero = code;
  while (zero > 0 && code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  // Runs may stand side by side (mathematical digits): count from the start of the block's run of ten.
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : (code - zero) % 10;
}

/** The part `[start, end)` of a readable text, as offsets into the text itself. */
export function span(text: ReadableText, start: number, end: number): { start: number; end: number } {
  const last = text.origin[end - 1] ?? 0;
  // The next character that stands somewhere else: a few steps at most, since only one source character can have become several.
  let at = end;
  while (at < text.origin.length && (text.origin[at] ?? 0) <= last) at += 1;
  return { start: text.origin[start] ?? 0, end: text.origin[at] ?? last + 1 };
}
