import type { SavedAnswerView } from '@forhoering/shared/contracts/saved-answer.contract.js';

/** In use and with all of the words in it; the own department's first, then those of all. */
export function matching(
  answers: readonly SavedAnswerView[],
  words: string,
  departmentId: string | null,
): SavedAnswerView[] {
  const wanted = words
    .toLocaleLowerCase('da')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const rank = ({ departmentId: of }: SavedAnswerView): number =>
    of !== null && of === departmentId ? 0 : of === null ? 1 : 2;
  return answers
    .filter(({ retiredAt }) => retiredAt === null)
    .filter(({ title, text, departmentName }) => {
      const all = `${title} ${text} ${departmentName ?? ''}`.toLocaleLowerCase('da');
      return wanted.every((word) => all.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'da'));
}

/** What may be left open in one, as the list beside the field says it. */
export const PLACEHOLDER_DA = {
  nummer: 'bidragets nummer',
  forhøring: 'forhøringens titel',
  frist: 'hvornår den lukker',
  afdeling: 'afdelingen, der svarer',
  kommune: 'kommunens navn',
  link: 'forhøringens adresse',
} as const;
