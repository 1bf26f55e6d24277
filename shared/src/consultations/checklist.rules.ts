import type { PublishFinding, Visibility } from '../contracts/consultation.contract.js';
import { holidaySeasons } from '../time/holidays.rules.js';
import { earliestDelete, lastDay, periodDays } from '../time/period.rules.js';
import { localDate } from '../time/wall-time.js';
import { fitsCaseNumber } from './case-number.rules.js';
import { hasBlanks } from './templates.js';

/** What the checklist looks at: the same for a draft in the browser and a row on the server. */
export interface ChecklistFacts {
  title: string;
  teaser: string;
  purpose: string;
  canInfluence: readonly string[];
  settled: readonly string[];
  /** What they ask. */
  questions: readonly string[];
  /** Instants; a closing is exclusive. */
  opensAt: string | null;
  closesAt: string | null;
  contact: string;
  departmentId: string | null;
  caseNumber: string;
  /** How the municipality's numbers look; empty = anything. */
  caseNumberPattern: string;
  legalBasis: string;
  privacyNotice: string;
  visibility: Visibility;
  /** `2027-04-30` */
  deleteOn: string | null;
}

/** A shorter period is worth a second look. */
export const SHORT_PERIOD_DAYS = 14;

/** What stands in the way of publishing, and what is worth a second look. Only the first four block. */
export function publishFindings(c: ChecklistFacts, nowMs: number): PublishFinding[] {
  const findings: PublishFinding[] = [];
  const add = (level: PublishFinding['level'], code: string, field: string): number =>
    findings.push({ level, code, field });
  if (c.title === '') add('blocks', 'title-missing', 'title');
  if (c.questions.length === 0) add('blocks', 'question-missing', 'questions');
  if (c.closesAt === null) add('blocks', 'closing-missing', 'closesAt');
  if (c.deleteOn === null) add('blocks', 'delete-date-missing', 'deleteOn');
  if (c.teaser === '') add('warns', 'teaser-missing', 'teaser');
  if (c.canInfluence.length === 0) add('warns', 'can-influence-missing', 'canInfluence');
  if (c.settled.length === 0) add('warns', 'settled-missing', 'settled');
  for (const field of fieldsWithBlanks(c)) add('warns', 'blanks-left', field);
  for (const code of periodWarnings(c, nowMs)) add('warns', code, code.startsWith('delete') ? 'deleteOn' : 'closesAt');
  if (c.contact === '') add('warns', 'contact-missing', 'contact');
  if (c.departmentId === null) add('warns', 'department-missing', 'departmentId');
  if (c.caseNumber === '') add('warns', 'case-number-missing', 'caseNumber');
  else if (!fitsCaseNumber(c.caseNumber, c.caseNumberPattern)) add('warns', 'case-number-pattern', 'caseNumber');
  if (c.visibility === 'atOnce') add('warns', 'shown-at-once', 'visibility');
  if (c.legalBasis === '') add('warns', 'legal-basis-missing', 'legalBasis');
  if (c.privacyNotice === '') add('warns', 'privacy-notice-missing', 'privacyNotice');
  return findings;
}

const WRITTEN = ['title', 'teaser', 'purpose', 'canInfluence', 'settled', 'questions'] as const;
const ABOUT_US = ['contact', 'legalBasis', 'privacyNotice'] as const;

/** Texts that still hold a template's `[stedet]`. */
export function fieldsWithBlanks(c: ChecklistFacts): string[] {
  return [...WRITTEN, ...ABOUT_US].filter((field) => [c[field]].flat().some(hasBlanks));
}

function periodWarnings(c: ChecklistFacts, nowMs: number): string[] {
  if (c.closesAt === null) return [];
  const now = new Date(nowMs).toISOString();
  const opensAt = c.opensAt ?? now;
  const warnings: string[] = [];
  if (Date.parse(c.closesAt) <= nowMs) warnings.push('closing-in-the-past');
  else if (periodDays(opensAt, c.closesAt) < SHORT_PERIOD_DAYS) warnings.push('period-short');
  if (seasonsOf(opensAt, c.closesAt).length > 0) warnings.push('holiday-in-period');
  if (c.deleteOn !== null && c.deleteOn <= lastDay(c.closesAt)) warnings.push('delete-before-closing');
  else if (c.deleteOn !== null && c.deleteOn < earliestDelete(c.closesAt)) warnings.push('delete-too-early');
  return warnings;
}

/** Holiday seasons between opening and closing, empty when the order is wrong. */
export function seasonsOf(opensAt: string, closesAt: string): ReturnType<typeof holidaySeasons> {
  return Date.parse(opensAt) < Date.parse(closesAt) ? holidaySeasons(localDate(opensAt), lastDay(closesAt)) : [];
}
