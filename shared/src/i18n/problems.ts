import { fieldsDa, problemsDa, type Words } from './problems.da.js';
import { fieldsEn, problemsEn } from './problems.en.js';

export type Language = 'da' | 'en';
type Params = Record<string, string | number | boolean>;

const say = (words: Words, params: Params): string => (typeof words === 'string' ? words : words(params));

/** Title and detail of a refusal. An unknown code reads as "something went wrong", never as the bare code. */
export function problemWords(code: string, language: Language, params: Params): { title: string; detail: string } {
  const table: Record<string, [string, Words]> = language === 'en' ? problemsEn : problemsDa;
  const [title, detail] = table[code] ?? table['internal'] ?? ['', ''];
  return { title, detail: say(detail, params) };
}

/** What to do about one field. */
export function fieldWords(code: string, language: Language, params: Params): string {
  const table: Record<string, Words> = language === 'en' ? fieldsEn : fieldsDa;
  return say(table[code] ?? table['not-allowed-value'] ?? '', params);
}
