import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import type { ChannelAnswer, ChannelReply } from './channel-http.js';
import type { Looked, Outcome } from './connector.rules.js';

/** What a network's answer means; the connector knows its own codes. */
export type Judge = (answer: ChannelAnswer) => Exclude<Outcome<never>, { kind: 'ok' }> | null;

/**
 * A reply as an outcome. The network's own judge decides first; else 401 means signed out, 429 waits, 4xx is refused, and with 5xx or
 * a lost connection nobody knows.
 */
export function outcomeOf<T>(reply: ChannelReply, judge: Judge, read: (answer: ChannelAnswer) => T | null): Outcome<T> {
  if (reply.kind === 'failure')
    return reply.sent ? { kind: 'unknown', fault: reply.fault } : { kind: 'notSent', fault: reply.fault };
  const { answer } = reply;
  const judged = judge(answer);
  if (judged) return judged;
  const detail = detailOf(answer);
  if (answer.status >= 200 && answer.status < 300) {
    const value = read(answer);
    return value === null
      ? { kind: 'unknown', fault: { code: 'server-error', detail: 'the answer was not understood' } }
      : { kind: 'ok', value };
  }
  if (answer.status === 401) return { kind: 'reauth', fault: { code: 'signed-out', ...detail } };
  if (answer.status === 429) return limited(answer);
  if (answer.status === 403) return { kind: 'rejected', fault: { code: 'permission', ...detail } };
  if (answer.status === 404 || answer.status === 410) return { kind: 'rejected', fault: { code: 'gone', ...detail } };
  if (answer.status >= 500) return { kind: 'unknown', fault: { code: 'server-error', ...detail } };
  return { kind: 'rejected', fault: { code: 'refused', ...detail } };
}

/** Waits as long as the network asks for. */
export function limited(answer: ChannelAnswer): Exclude<Outcome<never>, { kind: 'ok' }> {
  const retryAt = resetOf(answer);
  return { kind: 'notSent', fault: { code: 'rate-limited', ...detailOf(answer) }, ...(retryAt ? { retryAt } : {}) };
}

/** Networks speak of `Retry-After` in seconds or as a date, and of resets in epoch seconds or ISO 8601. */
function resetOf({ headers }: ChannelAnswer): Date | null {
  const after = headers['retry-after'];
  if (after !== undefined) return dateOf(after, true);
  for (const name of ['ratelimit-reset', 'x-ratelimit-reset', 'x-rate-limit-reset']) {
    const value = headers[name];
    if (typeof value === 'string') return dateOf(value, false);
  }
  return null;
}

function dateOf(value: string, relative: boolean): Date | null {
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 + (relative ? Date.now() : 0) : Date.parse(value);
  // A day is the longest that any network asks for; more is a mistake of theirs.
  return Number.isFinite(ms) ? new Date(Math.min(ms, Date.now() + 86_400_000)) : null;
}

/** What the network said, cut, and without anything that looks like a token. */
export function detailOf({ status, body }: ChannelAnswer): { detail: string } {
  const error = body['error'];
  const inner = typeof error === 'object' && error !== null ? (error as Record<string, unknown>)['message'] : error;
  const said = [inner, body['message'], body['error_description']].filter((part) => typeof part === 'string');
  return { detail: redact([String(status), ...new Set(said)].join(' · ')).slice(0, 300) };
}

/** Long runs without a space are tokens, or of no use to a reader. */
export const redact = (text: string): string => text.replace(/[\w\-.~+/=]{40,}/g, '…');

/** Looking sends nothing: what is unclear is looked at later. */
export function lookedOf<T>(outcome: Outcome<T>, found: (value: T) => Looked): Looked {
  switch (outcome.kind) {
    case 'ok':
      return found(outcome.value);
    case 'reauth':
      return outcome;
    case 'rejected':
      return { kind: 'cannotTell', fault: outcome.fault };
    case 'notSent':
    case 'unknown':
      return { ...outcome, kind: 'later' };
  }
}

/** Where nothing visible can have happened, an unclear end is the same as none. */
export const harmless = <T>(outcome: Outcome<T>): Outcome<T> =>
  outcome.kind === 'unknown' ? { kind: 'notSent', fault: outcome.fault } : outcome;

export const rejected = (code: Fault['code'], detail?: string): Outcome<never> => ({
  kind: 'rejected',
  fault: { code, ...(detail ? { detail } : {}) },
});

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
export const listOf = (value: unknown): Array<Record<string, unknown>> =>
  Array.isArray(value) ? value.map(objectOf) : [];
export const countOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
