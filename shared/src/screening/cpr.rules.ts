import { readable, span, type Finding, type ReadableText } from './finding.js';

/**
 * Danish civil registration numbers (CPR) in a text.
 *
 * DDMMYY and four digits, in whatever writing: with hyphen, dash, dot, slash, spaces or a line break between the two parts,
 * digit by digit, in full-width or other digits, with invisible characters in between. A valid date decides; modulus 11 only
 * tells `certain` from `possible`, since numbers without it have been issued since 2007 (cpr.dk, "personnumre uden kontrolciffer").
 *
 * A run of more than ten digits, a telephone number with country code and an EAN are none.
 */
export function findCpr(source: string): Finding[] {
  if (!/\p{Nd}/u.test(source)) return [];
  const text = readable(source);
  const found: Finding[] = [];
  // One pass over runs of digits with at most a short separator between them; each window of ten digits is tried.
  for (const run of digitRuns(text.text)) {
    for (const candidate of windows(text.text, run)) {
      const confidence = cprConfidence(candidate.digits);
      if (confidence === null) continue;
      found.push({ kind: 'cpr', confidence, ...span(text, candidate.start, candidate.end) });
    }
  }
  return found;
}

interface Run {
  start: number;
  end: number;
}

/** Stretches of digits and separators that begin and end with a digit. */
function* digitRuns(text: string): Generator<Run> {
  const pattern = /\d(?:[ \t\r\n./_-]{0,3}\d)*/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}

interface Group {
  start: number;
  end: number;
  digits: string;
}

/** Groups of digits that together make exactly ten, and stand as such. */
function* windows(text: string, run: Run): Generator<Group> {
  const groups = [...text.slice(run.start, run.end).matchAll(/\d+/g)].map((match) => ({
    start: run.start + match.index,
    end: run.start + match.index + match[0].length,
    digits: match[0],
  }));
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 10; last += 1) {
      const group = groups[last];
      const head = groups[first];
      if (!group || !head) break;
      digits += group.digits;
      if (digits.length === 10 && standsAlone(text, groups, first, last))
        yield { start: head.start, end: group.end, digits };
    }
  }
}

/** Ways to cut ten digits that people use for a CPR number; `0 1 0 1 …` digit by digit is one as well. */
const SHAPES = new Set([
  '10',
  '6-4',
  '2-2-2-4',
  '2-2-6',
  '4-2-4',
  '2-4-4',
  '6-2-2',
  '2-2-2-2-2',
  '6-1-3',
  '6-3-1',
  '3-3-4',
  '5-5',
  '4-6',
  '2-8',
]);

function standsAlone(text: string, groups: Group[], first: number, last: number): boolean {
  const inside = groups.slice(first, last + 1);
  const shape = inside.map((group) => group.digits.length);
  const digitByDigit = shape.every((length) => length === 1);
  if (!digitByDigit && !SHAPES.has(shape.join('-'))) return false;
  if (shape.length > 1 && !separatorsFit(text, inside)) return false;
  return edgeIsFree(text, groups, first, last, digitByDigit);
}

/** `12.5.2026 1430` is a date and a time, `1.250.000` a price: groups of two and four need one kind of separator inside the date. */
function separatorsFit(text: string, inside: Group[]): boolean {
  const gaps = inside.slice(1).map((group, i) => text.slice(inside[i]?.end ?? 0, group.start));
  const dateGaps = new Set(gaps.slice(0, -1).map((gap) => gap.trim()));
  if (gaps.some((gap) => gap.includes('\n') && /\n\s*\n/.test(gap))) return false;
  return dateGaps.size <= 1;
}

/** More digits that belong to the same number make it something else: an account, an EAN, a telephone number with country code. */
function edgeIsFree(text: string, groups: Group[], first: number, last: number, digitByDigit: boolean): boolean {
  const head = groups[first];
  const tail = groups[last];
  if (!head || !tail) return false;
  const before = text.slice(Math.max(0, head.start - 3), head.start);
  const after = text.slice(tail.end, tail.end + 2);
  if (/\+\s?$|\+\d{0,2}\s?$/.test(before)) return false;
  if (/[A-Za-z0-9]$/.test(before) && /[A-Za-z0-9]$/.test(before.slice(-1)) && /\d$/.test(before)) return false;
  if (/^\d/.test(after)) return false;
  const previous = groups[first - 1];
  const following = groups[last + 1];
  const joined = (a: Group | undefined, b: Group | undefined): boolean =>
    a !== undefined && b !== undefined && /^[ ]$|^[-./_]$/.test(text.slice(a.end, b.start));
  if (digitByDigit)
    return (
      !(joined(previous, head) && previous?.digits.length === 1) &&
      !(joined(tail, following) && following?.digits.length === 1)
    );
  // Four groups of four, or groups that go on with the same tight separator, are card and account numbers.
  const continues = (group: Group | undefined, near: boolean): boolean =>
    near && group !== undefined && group.digits.length >= 3;
  return !continues(previous, joined(previous, head)) && !continues(following, joined(tail, following));
}

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

/** `certain`: a valid date and modulus 11; `possible`: a valid date; null: no date, so no CPR number. */
export function cprConfidence(digits: string): 'certain' | 'possible' | null {
  if (!/^\d{10}$/.test(digits)) return null;
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const year = centuryOf(Number(digits[6]), Number(digits.slice(4, 6))) + Number(digits.slice(4, 6));
  // Replacement numbers have 60 added to the day.
  if (!isDate(year, month, day) && !isDate(year, month, day - 60)) return null;
  const sum = WEIGHTS.reduce<number>((total, weight, i) => total + weight * Number(digits[i]), 0);
  return sum % 11 === 0 ? 'certain' : 'possible';
}

/** Digit 7 and the year give the century (CPR-kontoret, "opbygning af CPR-nummeret"). */
function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export type { ReadableText };
