import { readable, span, type Finding } from './finding.js';

/** What Danish street names end in. */
const ENDINGS =
  'vej|vejen|gade|gaden|allé|alle|alléen|stræde|strædet|plads|pladsen|torv|torvet|bakken|bakke|parken|park|vænget|vænge|haven|have|stien|sti|boulevarden|boulevard|toften|toft|marken|mark|høj|højen|dal|dalen|skoven|engen|eng|lunden|lund|kaj|kajen|brygge|krogen|krog|svinget|ager|ageren|banke|banken|led|leddet|kær|kæret|holmen|holm|gården|gård|agre|volden|vold';
/** `Store Torv` as well as `Kultorvet`. */
const ENDING = ENDINGS.replace(
  /(^|\|)(\p{Ll})/gu,
  (_, bar: string, first: string) => `${bar}[${first}${first.toUpperCase()}]`,
);
/** What is counted or measured where one lives: `vi bor på vejen 12 meter fra …`. */
const MEASURE =
  'meter|m|km|kilometer|år|måneder|uger|dage|timer|minutter|min|personer|mennesker|børn|voksne|familier|husstande|huse|etager|kr|kroner|gange|procent|pct';

/** A house number that is no measure, with floor, postcode and town if they are there. */
const HOUSE = String.raw`[ ,]{1,2}(?:nr\.? ?)?\d{1,3}(?!\d)(?! ?(?:%|(?:${MEASURE})(?!\p{L}))) ?[A-Za-zÆØÅæøå]?(?![\p{L}\d])(?:,? ?(?:(?:st|kl|\d{1,2})\.?,? ?(?:sal)?,? ?(?:tv|th|mf|\d{1,3})?\.?))?(?:,? \d{4} \p{Lu}\p{L}+)?`;

/** A street and a house number. */
const STREET = new RegExp(
  String.raw`(?<!\p{L})\p{Lu}[\p{L}.'-]{0,40}(?: (?:\p{Lu}|de[nt]? |gl\. )[\p{L}.'-]{0,40}){0,3}(?:${ENDING})${HOUSE}`,
  'gu',
);

/** "Jeg bor på …" says it: then the street may be written in small letters, or have a name like no other. */
const RESIDENCE = new RegExp(
  String.raw`(?:(?:jeg|vi) bor(?: selv| også)? (?:på|i|ved)|(?:min|vores) adresse er) ((?!vejen|gaden|stien)\p{L}[\p{L}.'-]{2,40}(?: [\p{L}.'-]{1,40}){0,2}${HOUSE})`,
  'giu',
);

const FIRST_PERSON =
  /(?<!\p{L})(?:jeg bor|vi bor|bor (?:jeg|vi)|bor selv|bor her|jeg har boet|vi har boet|mit hus|vores hus|min bolig|vores bolig|min lejlighed|vores lejlighed|min adresse|vores adresse|mit hjem|vores hjem|min matrikel|min have|vores have|min ejendom|vores ejendom|hos os|hos mig|undertegnede|jeg ejer|vi ejer|mit sommerhus|vores sommerhus|beboer på|ejer af|nabo til os|min indkørsel|vores indkørsel|som beboer|som ejer|som nabo på|(?:^|[.!?\n] ?)bor på|i live|we live|my house|our house|my home|our home|my address|our address|mvh|med venlig hilsen|venlig hilsen|hilsen)(?!\p{L})/iu;

/** How far from the address the first person may stand: about the sentence beside it. */
const NEAR = 160;

/**
 * Addresses where somebody says that they live there. A street alone is usually what a planning comment is about,
 * so it takes a house number and the first person near it.
 */
export function findAddresses(source: string): Finding[] {
  if (!/\p{Nd}/u.test(source)) return [];
  const text = readable(source);
  const found: Finding[] = [];
  for (const match of text.text.matchAll(STREET)) {
    const start = match.index;
    const end = start + match[0].length;
    const around = text.text.slice(Math.max(0, start - NEAR), Math.min(text.text.length, end + NEAR / 2));
    if (FIRST_PERSON.test(around)) found.push({ kind: 'address', confidence: 'possible', ...span(text, start, end) });
  }
  for (const match of text.text.matchAll(RESIDENCE)) {
    const end = match.index + match[0].length;
    const start = end - (match[1]?.length ?? 0);
    if (!found.some((other) => overlaps(other, span(text, start, end))))
      found.push({ kind: 'address', confidence: 'possible', ...span(text, start, end) });
  }
  return found;
}

const overlaps = (a: Pick<Finding, 'start' | 'end'>, b: Pick<Finding, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end;
