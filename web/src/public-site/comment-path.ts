import { parseCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { inLanguage, type Language } from '../lib/citizen-words';

/** Where a comment stands: lists go by number, so the page that begins with it is found without asking. */
export function commentPath(slug: string, number: string, language: Language): string {
  const parsed = parseCommentNumber(number);
  const before = parsed === null ? '' : `?before=${parsed.number + 1}`;
  return `${inLanguage(`/f/${slug}${before}`, language)}#${number}`;
}
