import type { AnswerInput } from '@forhoering/shared/contracts/inbox.contract.js';
import { usualPromiseDay } from '@forhoering/shared/inbox/clock.rules.js';
import { contactsIn, type OwnContact } from '@forhoering/shared/screening/answer-contact.rules.js';
import { fillPlaceholders, type PlaceholderValues } from '@forhoering/shared/inbox/placeholders.rules.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { cleanText, countCharacters } from '@forhoering/shared/text/clean-text.js';
import { COPENHAGEN, parseDeadline, parseOpening } from '@forhoering/shared/time/wall-time.js';
import { invalidField } from '../platform/http/problem-error.js';
import { refuseCpr } from '../platform/http/refuse-cpr.js';

/** @throws 422: an answer is public, and a CPR number never is */
export function acceptAnswer(given: string): string {
  const text = cleanText(given);
  if (text === '') throw invalidField('text', 'required');
  refuseCpr('text', text);
  return text;
}

/** The text with its values filled in. @throws 422 `placeholder-without-value` for a word in braces that has none here; `too-long` */
export function acceptFilled(given: string, values: PlaceholderValues): string {
  const { text, missing } = fillPlaceholders(given, values);
  if (missing[0] !== undefined) throw invalidField('text', 'placeholder-without-value', { word: `{${missing[0]}}` });
  if (countCharacters(text) > LIMITS.answer) throw invalidField('text', 'too-long', { max: LIMITS.answer });
  return text;
}

/** @throws 422 `has-contact` when somebody's contact details stand in it and nobody has said that they may */
export function requireNoContact(text: string, said: string, own: OwnContact, checked: boolean | undefined): void {
  const [found] = checked === true ? [] : contactsIn(text, said, own);
  if (found !== undefined) throw invalidField('text', 'has-contact', { found });
}

/**
 * Until when the professional answer is promised: the end of the day that was given, or of the usual one.
 * @throws 422 for a day that is none, or over
 */
export function promiseOf(
  { kind, promisedOn }: Pick<AnswerInput, 'kind' | 'promisedOn'>,
  nowMs: number,
  closedDays: readonly string[],
): Date | null {
  if (kind === 'full') return null;
  const parsed = parseDeadline(promisedOn ?? usualPromiseDay(nowMs, closedDays), COPENHAGEN);
  if (!parsed) throw invalidField('promisedOn', 'not-a-date');
  const at = new Date(parsed.instant);
  if (at.getTime() <= nowMs) throw invalidField('promisedOn', 'in-the-past');
  return at;
}

/** A local day as people write it. @throws 422; @returns `2026-11-27` */
export function dayOf(text: string, field: string): string {
  const day = parseOpening(text, COPENHAGEN)?.wall.slice(0, 10);
  if (day === undefined) throw invalidField(field, 'not-a-date');
  return day;
}
