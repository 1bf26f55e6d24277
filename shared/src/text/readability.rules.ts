/** How easy a text is to read. */
export interface Readability {
  /** Björnsson's LIX: words per sentence + percentage of words with more than six letters. Rounded. */
  lix: number;
  words: number;
  sentences: number;
  /** The sentence with most words. */
  longest: { text: string; words: number };
}

/** Plain Danish for everybody stays at or below this. */
export const LIX_GOAL = 40;
/** A sentence with more words is worth splitting. */
export const LONG_SENTENCE = 25;
/** Fewer words than this give a number that jumps at every key. */
const FEWEST_WORDS = 8;

const WORD = /[\p{L}\p{N}]+(?:[-'’.,:/][\p{L}\p{N}]+)*/gu;

/** Never the end of a sentence, whatever follows. */
const ABBREVIATIONS = new Set(
  'f.eks fx bl.a kl nr ca stk tlf inkl ekskl evt ift iht jf pga dvs d.v.s hhv mht vedr ang pr pct hr fr dr sdr ndr afd adr st art litra § lbk bek cirk chr sct skt max maks min red s p.t i.f.t m.h.t t.o.m o.lign'.split(
    ' ',
  ),
);
/** The end when a capital letter follows. */
const CLOSING_ABBREVIATIONS = new Set(
  'osv tv th mf mv m.v m.m m.fl mfl etc kr mio mia km m kvm m2 o.l o.a ha'.split(' '),
);

/** `null` for a text too short to say anything about. */
export function readability(text: string): Readability | null {
  const sentences = sentencesOf(text).map((sentence) => ({ text: sentence, words: wordsOf(sentence) }));
  const words = sentences.flatMap((sentence) => sentence.words);
  if (words.length < FEWEST_WORDS) return null;
  const filled = sentences.filter((sentence) => sentence.words.length > 0);
  const long = words.filter((word) => [...word.replace(/\P{L}/gu, '')].length > 6).length;
  const longest = filled.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  return {
    lix: Math.round(words.length / filled.length + (long * 100) / words.length),
    words: words.length,
    sentences: filled.length,
    longest: { text: longest.text, words: longest.words.length },
  };
}

const wordsOf = (sentence: string): string[] => sentence.match(WORD) ?? [];

/** Splits at full stops that end something, at ! ? and … and at line breaks. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split(/\n+/)) {
    let from = 0;
    for (const match of line.matchAll(/[.!?…]+["”’»)]*(?=\s|$)/gu)) {
      const end = match.index + match[0].length;
      if (
        match[0].startsWith('.') &&
        match[0].length === 1 &&
        !endsHere(line.slice(Math.max(from, match.index - 24), match.index), line.slice(end, end + 24))
      )
        continue;
      sentences.push(line.slice(from, end).trim());
      from = end;
    }
    sentences.push(line.slice(from).trim());
  }
  return sentences.filter((sentence) => sentence !== '');
}

/** Whether the full stop between `before` and `after`, a few characters each, ends a sentence. */
function endsHere(before: string, after: string): boolean {
  const next = after.trimStart().replace(/^["“”»«’(–-]+\s*/u, '');
  if (next === '') return true;
  const word = (/\S+$/u.exec(before)?.[0] ?? '').replace(/^["“”»«(]+/u, '').toLowerCase();
  if (ABBREVIATIONS.has(word)) return false;
  const capital = /^\p{Lu}/u.test(next);
  if (CLOSING_ABBREVIATIONS.has(word)) return capital;
  // `29. marts` and `1. sal` go on; `i 2024. Vi` does not.
  if (/\p{N}$/u.test(word)) return capital;
  // A lone letter is an initial: `P. Hansen`.
  return !/^\p{L}$/u.test(word);
}
