import type { ChecklistFacts } from '@forhoering/shared/consultations/checklist.rules.js';
import {
  TIMELINE_STEPS,
  type TimelineEntry,
  type UpdateConsultationInput,
} from '@forhoering/shared/contracts/consultation.contract.js';
import type { Consultation } from './consultation.entity.js';

/** The checklist's view of a row. */
export function checklistFacts(c: Consultation, privacyNotice: string, caseNumberPattern: string): ChecklistFacts {
  return {
    title: c.title,
    teaser: c.teaser,
    purpose: c.purpose,
    canInfluence: c.canInfluence,
    settled: c.settled,
    questions: c.questions.map(({ label }) => label),
    opensAt: c.opensAt?.toISOString() ?? null,
    closesAt: c.closesAt?.toISOString() ?? null,
    contact: c.contact,
    departmentId: c.departmentId,
    caseNumber: c.caseNumber,
    caseNumberPattern,
    legalBasis: c.legalBasis,
    privacyNotice,
    visibility: c.visibility,
    deleteOn: c.deleteOn,
  };
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
  const { allowReplies } = input;
  const given = {
    title,
    teaser,
    purpose,
    canInfluence,
    settled,
    departmentId,
    contact,
    caseNumber,
    legalBasis,
    allowReplies,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
