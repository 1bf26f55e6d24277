import { createHash } from 'node:crypto';
import type { CommentState, SpeaksAs } from '@forhoering/shared/comments/comment-states.js';
import { nextCommentState } from '@forhoering/shared/comments/comment-states.js';
import type { CommentFinding, QuestionAnswer } from '@forhoering/shared/contracts/comment.contract.js';
import { SCALE_STEPS, type Question, type Visibility } from '@forhoering/shared/contracts/consultation.contract.js';
import type { Point } from '@forhoering/shared/geo/denmark.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { maskFindings } from '@forhoering/shared/screening/screen-comment.js';
import { cleanText, countCharacters } from '@forhoering/shared/text/clean-text.js';

/** The state a new comment gets, for each visibility: the statement that stores it picks by the consultation's. */
export function statesAfterScreening(hold: boolean): Record<Visibility, CommentState> {
  const step = (action: 'hold' | 'queue' | 'show'): CommentState => nextCommentState('received', action) ?? 'received';
  if (hold) return { afterReview: step('hold'), atOnce: step('hold'), staffOnly: step('hold') };
  return { afterReview: step('queue'), atOnce: step('show'), staffOnly: 'received' };
}

/** What screening reads of a comment: an organisation is looked at as a name is. */
export function screenedFields(said: Pick<Publishable, 'text' | 'authorName' | 'organisation' | 'place'>): {
  text: string;
  name: string | null;
  place: string | null;
} {
  const names = [said.authorName, said.organisation].filter((name) => name !== null);
  return { text: said.text, name: names.length === 0 ? null : names.join(' / '), place: said.place };
}

/** The same for words that replace others. What somebody hid, or a person must see first, does not come out by being edited. */
export function statesAfterEdit(state: CommentState, hold: boolean): Record<Visibility, CommentState> {
  const step = (action: 'editHold' | 'editQueue' | 'editShow' | 'editKeep'): CommentState | null =>
    nextCommentState(state, action);
  const held = step('editHold') ?? 'held';
  if (hold) return { afterReview: held, atOnce: held, staffOnly: held };
  const queued = step('editQueue') ?? 'waiting';
  return { afterReview: queued, atOnce: step('editShow') ?? queued, staffOnly: step('editKeep') ?? queued };
}

/** Answers as they are kept: those to questions that exist, in their order. Null when one of them is not an answer to its question. */
export function acceptAnswers(
  questions: readonly Question[],
  given: readonly QuestionAnswer[],
): QuestionAnswer[] | null {
  const byQuestion = new Map(
    given.filter(({ values }) => values.length > 0).map((answer) => [answer.questionId, answer.values]),
  );
  const kept: QuestionAnswer[] = [];
  for (const question of questions) {
    const values = byQuestion.get(question.id);
    if (values === undefined) continue;
    byQuestion.delete(question.id);
    if (question.kind === 'place') {
      const place = placeAnswer(values);
      if (place === null) return null;
      kept.push({ questionId: question.id, values: [place] });
      continue;
    }
    const allowed = question.kind === 'scale' ? SCALE_STEPS : question.kind === 'text' ? [] : question.options;
    const atMost = question.kind === 'several' ? allowed.length : 1;
    if (values.length > atMost || new Set(values).size < values.length || !values.every((one) => allowed.includes(one)))
      return null;
    kept.push({ questionId: question.id, values });
  }
  return byQuestion.size === 0 ? kept : null;
}

/** A place in words: one line of them, or null. */
function placeAnswer(values: readonly string[]): string | null {
  const place = cleanText(values[0] ?? '').replaceAll('\n', ' ');
  return values.length === 1 && place !== '' && countCharacters(place) <= LIMITS.place ? place : null;
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

/** Where the comment is about, as it was set. */
export function pointOf({ longitude, latitude }: { longitude: number | null; latitude: number | null }): Point | null {
  return longitude === null || latitude === null ? null : { longitude, latitude };
}

/**
 * What a comment with an id of its network is known by, whether it was imported or collected: the same id and text is the same comment.
 * @param textHash hex
 * @returns SHA-256
 */
export function importKey(channel: string, externalId: string, textHash: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([channel, externalId, textHash]))
    .digest();
}

export interface Publishable {
  text: string;
  authorName: string | null;
  organisation: string | null;
  speaksAs: SpeaksAs;
  nameProtected: boolean;
  showName: boolean;
  place: string | null;
  findings: readonly CommentFinding[];
}

/**
 * What the public gets: the text as it is or with the marked parts replaced; the name that was chosen to be shown, where nothing
 * private stands in it, else null ("Borger"); the place, where nothing private stands in it.
 */
export function publicVersion(
  c: Publishable,
  withoutMarked: boolean,
): { text: string; author: string | null; place: string | null } {
  const { text, findings } = c;
  const safe = (field: CommentFinding['field']): boolean => !findings.some((finding) => finding.field === field);
  const name =
    c.speaksAs !== 'private' && c.organisation !== null ? c.organisation : c.nameProtected ? null : c.authorName;
  return {
    place: safe('place') ? c.place : null,
    author: c.showName && safe('name') ? name : null,
    text: withoutMarked
      ? maskFindings(
          text,
          findings.filter((finding) => finding.field === 'text'),
        )
      : text,
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
