import type { AnswererView } from '@forhoering/shared/contracts/inbox.contract.js';

/** What stands after the last @ of a text, as long as it can be the beginning of a name; null: nobody is being named. */
export const namedAtEnd = (text: string): string | null =>
  /@([\p{L}][\p{L}\p{N} .'’-]{0,40})?$/u.exec(text)?.[0].slice(1) ?? null;

/** Whose names begin so, or have a word that does. */
export function beginningWith(people: readonly AnswererView[], begin: string): AnswererView[] {
  const wanted = begin.toLocaleLowerCase('da');
  const fits = (name: string): boolean => {
    const low = name.toLocaleLowerCase('da');
    return low.startsWith(wanted) || low.split(' ').some((word) => word.startsWith(wanted));
  };
  // A name that is written out needs no offer.
  return people.filter(({ name }) => fits(name) && name.toLocaleLowerCase('da') !== wanted.trim()).slice(0, 5);
}

/** Everybody whose whole name stands behind an @. */
export const mentionedIn = (text: string, people: readonly AnswererView[]): string[] =>
  people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
