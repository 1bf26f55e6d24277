import { parseCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { searchQuery } from './comment.rules.js';

/** What the public can narrow a consultation's comments down by. One more is one more line in `publicConditions`. */
export interface PublicCommentFilter {
  /** Words of the shown text, or a comment's number. */
  q?: string;
  /** A public theme. */
  theme?: string;
  /** Only with a place on the map. */
  placed?: boolean;
  /** Only those the municipality has answered. */
  answered?: boolean;
}

export const isFiltered = ({ q, theme, placed, answered }: PublicCommentFilter): boolean =>
  q !== undefined || theme !== undefined || placed === true || answered === true;

/**
 * The filter as SQL behind `where m.consultation_id = $1 …`, with parameters from `$first` on. Words are looked for in what is
 * shown and nowhere else (index `comment_public_search`); a theme that is not public finds nothing.
 */
export function publicConditions(filter: PublicCommentFilter, first: number): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const next = (value: unknown): string => `$${first - 1 + params.push(value)}`;
  let sql = '';
  if (filter.q !== undefined) {
    const number = parseCommentNumber(filter.q.trim());
    const words = searchQuery(filter.q, true);
    if (number !== null) sql += ` and m.number = ${next(number.number)}`;
    else if (words === null) sql += ' and false';
    else sql += ` and to_tsvector('danish', m.public_text) @@ to_tsquery('danish', ${next(words)})`;
  }
  if (filter.theme !== undefined) {
    const theme = next(filter.theme);
    sql += ` and m.tag_ids @> array[${theme}::uuid] and exists (select 1 from tag t where t.id = ${theme}::uuid and t.is_public)`;
  }
  if (filter.placed === true) sql += ' and m.longitude is not null';
  if (filter.answered === true) sql += ` and m.answers <> '[]'`;
  return { sql, params };
}
