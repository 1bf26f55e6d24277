import type { CommentFinding, FindingKind } from '../contracts/comment.contract.js';
import { findAddresses } from './address.rules.js';
import { findEmails, findPhones } from './contact.rules.js';
import { findCpr } from './cpr.rules.js';
import type { Finding } from './finding.js';
import { spamSignals } from './spam.rules.js';

export interface ScreeningInput {
  text: string;
  name: string | null;
  place?: string | null;
  honeypot: string;
  /** False switches the spam signals off (tests under load); private information is always looked for. */
  spamHold: boolean;
}

export interface Screening {
  findings: CommentFinding[];
  /** Spam signals. */
  flags: string[];
  /** True when a person must decide before anybody else sees it. */
  hold: boolean;
}

/** Everything that is looked for before anybody sees a comment. Pure, so that browser, intake, import and answers use the same. */
export function screenComment({ text, name, place = null, honeypot, spamHold }: ScreeningInput): Screening {
  const findings: CommentFinding[] = [
    ...findAll(text).map((finding) => ({ field: 'text' as const, ...finding })),
    ...(name === null ? [] : findAll(name).map((finding) => ({ field: 'name' as const, ...finding }))),
    ...(place === null ? [] : findAll(place).map((finding) => ({ field: 'place' as const, ...finding }))),
  ];
  const flags = spamHold ? spamSignals(text, honeypot) : [];
  return { findings, flags, hold: findings.length > 0 || flags.length > 0 };
}

/** All findings in one text, in order; where two overlap the weightier one stands. */
export function findAll(text: string): Finding[] {
  const all = [...findCpr(text), ...findEmails(text), ...findPhones(text), ...findAddresses(text)];
  const kept: Finding[] = [];
  for (const finding of all.sort(byWeight)) {
    if (!kept.some((other) => other.start < finding.end && finding.start < other.end)) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const WEIGHT: Record<FindingKind, number> = { cpr: 4, email: 3, address: 2, phone: 1 };

function byWeight(a: Finding, b: Finding): number {
  const certainty = Number(b.confidence === 'certain') - Number(a.confidence === 'certain');
  return WEIGHT[b.kind] - WEIGHT[a.kind] || certainty || a.start - b.start;
}

const REMOVED: Record<FindingKind, string> = {
  cpr: '[cpr-nummer fjernet]',
  phone: '[telefonnummer fjernet]',
  email: '[mailadresse fjernet]',
  address: '[adresse fjernet]',
};

type Marked = Pick<CommentFinding, 'kind' | 'start' | 'end'>;

/** The text with each marked part replaced by what it was. */
export function maskFindings(text: string, findings: readonly Marked[]): string {
  return replaceMarked(text, findings, ({ kind }) => REMOVED[kind]);
}

/** The text with the digits of CPR numbers after the date as bullets: for search, mail and whatever is not the register itself. */
export function maskForIndex(
  text: string,
  findings: ReadonlyArray<Marked & { field?: CommentFinding['field'] }>,
): string {
  const cpr = findings.filter((finding) => finding.kind === 'cpr' && (finding.field ?? 'text') === 'text');
  return replaceMarked(text, cpr, ({ start, end }) => {
    let seen = 0;
    return text.slice(start, end).replace(/\p{Nd}/gu, (digit) => ((seen += 1) > 6 ? '•' : digit));
  });
}

function replaceMarked<M extends Marked>(
  text: string,
  findings: readonly M[],
  replacement: (finding: M) => string,
): string {
  let result = '';
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (finding.start < at) continue;
    result += text.slice(at, finding.start) + replacement(finding);
    at = finding.end;
  }
  return result + text.slice(at);
}
