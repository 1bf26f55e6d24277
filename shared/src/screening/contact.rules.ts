import { readable, span, type Finding } from './finding.js';

const EMAIL =
  /[\p{L}\p{N}._%+-]{1,64}(?:\s?(?:@|\(at\)|\[at\]|\(a\)|\(snabel-?a\))\s?| snabel-?a )[\p{L}\p{N}-]{1,63}(?:(?:\.|\(dot\)|\[dot\]| ?\(punktum\) ?)[\p{L}\p{N}-]{1,63}){0,5}(?:\.|\(dot\)|\[dot\]| ?\(punktum\) ?)\p{L}{2,24}/giu;

/** Mail addresses, also in the writings that are meant to fool a robot. */
export function findEmails(source: string): Finding[] {
  if (!/@|\((?:at|a)\)|\[at\]|snabel-?a/i.test(source)) return [];
  const text = readable(source);
  return [...text.text.matchAll(EMAIL)].map((match) => ({
    kind: 'email',
    confidence: 'certain',
    ...span(text, match.index, match.index + match[0].length),
  }));
}

/** Words before a number that say what else it is. */
const OTHER_NUMBER =
  /(?:cvr|se|ean|p|sags?|journal|j|jr|id|ref|matr|matrikel|lokalplan|lp|konto|reg|faktura|ordre|kundenr?|bilag|dok|dokument|nummer på listen|bidrag|svar)[-\s]{0,2}(?:nr|nummer|no|id)?[.:]?\s{0,2}$/i;
const MONEY_AFTER =
  /^\s?(?:kr|kroner|dkk|mio|mia|euro|eur|€|%|m2|m²|m3|meter|km|stk|borgere|biler|indbyggere)(?![\p{L}])/iu;
const MONEY_BEFORE = /(?:kr|kroner|dkk|€|\$|£)\.?\s?$/i;

const PHONE =
  /(?<![\d.,/-])(?:(?:\(?\+45\)?|0045)[ -]?)?(?:[2-9]\d(?:[ .-]?\d\d){3}|[2-9]\d{3}[ -]\d{4}|[2-9]\d{2}[ -]\d{2}[ -]\d{3}|[2-9]\d[ -]\d{3}[ -]\d{3})(?![\d]|[-/.,]\d)/g;

/** Danish telephone numbers: eight digits from 2 on, plain or in groups. CVR and case numbers, amounts and years are none. */
export function findPhones(source: string): Finding[] {
  if (!/\p{Nd}/u.test(source)) return [];
  const text = readable(source);
  const found: Finding[] = [];
  for (const match of text.text.matchAll(PHONE)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.text.slice(Math.max(0, start - 30), start);
    const after = text.text.slice(end, end + 12);
    const withCode = /^\(?\+|^0045/.test(match[0]);
    if (
      !withCode &&
      (OTHER_NUMBER.test(before) ||
        MONEY_BEFORE.test(before) ||
        MONEY_AFTER.test(after) ||
        notPhoneShaped(match[0], before))
    )
      continue;
    found.push({
      kind: 'phone',
      confidence: withCode || /[ .-]/.test(match[0]) ? 'certain' : 'possible',
      ...span(text, start, end),
    });
  }
  return found;
}

/** Two years side by side, a date, a date with time, or the tail of a longer number. */
function notPhoneShaped(number: string, before: string): boolean {
  if (/^(?:19|20)\d\d[ -](?:19|20)\d\d$/.test(number)) return true;
  if (/^(?:19|20)\d\d[.-]?(?:0[1-9]|1[0-2])[.-]?(?:0[1-9]|[12]\d|3[01])$/.test(number)) return true;
  if (/^(?:0?[1-9]|[12]\d|3[01])[.-](?:0[1-9]|1[0-2])[.-](?:19|20)\d\d$/.test(number)) return true;
  // A coordinate.
  if (/^\d\d\.\d{6}$/.test(number)) return true;
  if (/[A-Za-z]$/.test(before)) return true;
  return /\d[ .]?$/.test(before);
}
