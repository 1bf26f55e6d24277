import {
  TIMELINE_STEPS,
  type PublishFinding,
  type TimelineEntry,
  type UpdateConsultationInput,
} from '@forhoering/shared/contracts/consultation.contract.js';
import type { Consultation } from './consultation.entity.js';

/** What stands in the way of publishing, and what is worth a second look. Only the four first block. */
export function publishFindings(c: Consultation, nowMs: number): PublishFinding[] {
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
  if (c.contact === '') add('warns', 'contact-missing', 'contact');
  if (c.caseNumber === '') add('warns', 'case-number-missing', 'caseNumber');
  if (c.departmentId === null) add('warns', 'department-missing', 'departmentId');
  if (c.visibility === 'atOnce') add('warns', 'shown-at-once', 'visibility');
  for (const code of periodWarnings(c, nowMs))
    add('warns', code, code === 'delete-before-closing' ? 'deleteOn' : 'closesAt');
  return findings;
}

const DAY_MS = 86_400_000;

function periodWarnings(c: Consultation, nowMs: number): string[] {
  if (c.closesAt === null) return [];
  const closes = c.closesAt.getTime();
  const opens = c.opensAt?.getTime() ?? nowMs;
  const warnings: string[] = [];
  if (closes <= nowMs) warnings.push('closing-in-the-past');
  else if (closes - opens < 14 * DAY_MS) warnings.push('period-short');
  if (c.deleteOn !== null && Date.parse(c.deleteOn) < closes) warnings.push('delete-before-closing');
  return warnings;
}

/** `Hvad skal der ske på Mejerigrunden?` -> `hvad-skal-der-ske-paa-mejerigrunden`. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

/** One entry a step, in the steps' order; what is blank is not known. */
export function orderedTimeline(entries: TimelineEntry[]): TimelineEntry[] {
  return TIMELINE_STEPS.flatMap((step) => {
    const when = entries.findLast((entry) => entry.step === step)?.when.trim() ?? '';
    return when === '' ? [] : [{ step, when }];
  });
}

/** The sequence that hands out a consultation's comment numbers. */
export function numberSequence(consultationId: string): string {
  return `comment_number_${consultationId.replaceAll('-', '')}`;
}

/** The plain columns of an update: what was sent, nothing else. */
export function plainFields(input: Partial<UpdateConsultationInput>): Partial<Consultation> {
  const { title, teaser, purpose, canInfluence, settled, departmentId, contact, caseNumber, legalBasis } = input;
  const given = { title, teaser, purpose, canInfluence, settled, departmentId, contact, caseNumber, legalBasis };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
