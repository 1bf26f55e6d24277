import type { CommentState } from '@forhoering/shared/comments/comment-states.js';
import { nextCommentState } from '@forhoering/shared/comments/comment-states.js';
import type { CommentFinding } from '@forhoering/shared/contracts/comment.contract.js';
import type { Visibility } from '@forhoering/shared/contracts/consultation.contract.js';
import { maskFindings } from '@forhoering/shared/screening/screen-comment.js';

/** The state a new comment gets, for each visibility: the statement that stores it picks by the consultation's. */
export function statesAfterScreening(hold: boolean): Record<Visibility, CommentState> {
  const step = (action: 'hold' | 'queue' | 'show'): CommentState => nextCommentState('received', action) ?? 'received';
  if (hold) return { afterReview: step('hold'), atOnce: step('hold'), staffOnly: step('hold') };
  return { afterReview: step('queue'), atOnce: step('show'), staffOnly: 'received' };
}

/** Refusals of a publication. A certain CPR number is never published: only the rest of the text can be. */
export function publicationRefusal(
  findings: readonly CommentFinding[],
  visibility: Visibility,
  withoutMarked: boolean,
): 'cpr-blocks-publication' | 'staff-only' | null {
  if (visibility === 'staffOnly') return 'staff-only';
  const certain = findings.some(
    (finding) => finding.kind === 'cpr' && finding.confidence === 'certain' && finding.field === 'text',
  );
  return certain && !withoutMarked ? 'cpr-blocks-publication' : null;
}

interface Publishable {
  text: string;
  authorName: string | null;
  findings: readonly CommentFinding[];
}

/** What the public gets: the text as it is or with the marked parts replaced. A name with something private in it becomes "Borger". */
export function publicVersion(
  { text, authorName, findings }: Publishable,
  withoutMarked: boolean,
): { text: string; author: string | null } {
  const nameIsSafe = !findings.some((finding) => finding.field === 'name');
  return {
    text: withoutMarked
      ? maskFindings(
          text,
          findings.filter((finding) => finding.field === 'text'),
        )
      : text,
    author: nameIsSafe ? authorName : null,
  };
}

/**
 * The search as a `to_tsquery` text: every word must occur (in any form, or only its beginning), and aa/å, ae/æ, oe/ø are one.
 * Only letters and digits get through, so nothing in it can be an operator. Null when there is no word.
 */
export function searchQuery(q: string, beginnings: boolean): string | null {
  const words =
    q
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 12) ?? [];
  const terms = words.map(
    (word) => `(${[...spellings(word)].map((spelling) => (beginnings ? `${spelling}:*` : spelling)).join(' | ')})`,
  );
  return terms.length === 0 ? null : terms.join(' & ');
}

const PAIRS: ReadonlyArray<[string, string]> = [
  ['aa', 'å'],
  ['ae', 'æ'],
  ['oe', 'ø'],
];

function spellings(word: string): Set<string> {
  const found = new Set([word]);
  for (const [plain, letter] of PAIRS) {
    for (const spelling of Array.from(found)) {
      found.add(spelling.replaceAll(plain, letter));
      found.add(spelling.replaceAll(letter, plain));
    }
  }
  return found;
}
