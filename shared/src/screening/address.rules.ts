import { readable, span, type Finding } from './finding.js';

/** A street and a house number, with floor, postcode and town if they are there. */
const STREET =
  /(?<!\p{L})\p{Lu}[\p{L}.'-]{0,40}(?: (?:\p{Lu}|de[nt]? |gl\. )[\p{L}.'-]{0,40}){0,3}(?:vej|vejen|gade|gaden|allé|alle|alléen|stræde|strædet|plads|pladsen|torv|torvet|bakken|bakke|parken|park|vænget|vænge|haven|have|stien|sti|boulevarden|boulevard|toften|toft|marken|mark|høj|højen|dal|dalen|skoven|engen|eng|lunden|lund|kaj|kajen|brygge|krogen|krog|svinget|ager|ageren|banke|banken|led|leddet|kær|kæret|holmen|holm|gården|gård|agre|volden|vold)[ ,]{1,2}(?:nr\.? ?)?\d{1,3} ?[A-Za-zÆØÅæøå]?(?![\p{L}\d])(?:,? ?(?:(?:st|kl|\d{1,2})\.?,? ?(?:sal)?,? ?(?:tv|th|mf|\d{1,3})?\.?))?(?:,? \d{4} \p{Lu}\p{L}+)?/gu;

const FIRST_PERSON =
  /(?<!\p{L})(?:jeg bor|vi bor|bor (?:jeg|vi)|bor selv|bor her|jeg har boet|vi har boet|mit hus|vores hus|min bolig|vores bolig|min lejlighed|vores lejlighed|min adresse|vores adresse|mit hjem|vores hjem|min matrikel|min have|vores have|min ejendom|vores ejendom|hos os|hos mig|undertegnede|jeg ejer|vi ejer|mit sommerhus|vores sommerhus|beboer på|ejer af|nabo til os|min indkørsel|vores indkørsel|som beboer|som ejer|mvh|med venlig hilsen|venlig hilsen|hilsen)(?!\p{L})/iu;

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
  return found;
}
