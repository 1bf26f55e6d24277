import type { ConsultationInput } from '@forhoering/shared/contracts/consultation.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { dayAfter, periodDays } from '@forhoering/shared/time/period.rules.js';
import type { Consultation } from '../consultation.entity.js';

/** A consultation's texts, without its dates, its case and its privacy notice: those belong to one case. */
export function templateInput(c: Consultation): ConsultationInput {
  return {
    title: c.title,
    teaser: c.teaser,
    purpose: c.purpose,
    canInfluence: c.canInfluence,
    settled: c.settled,
    questions: c.questions.map(({ kind, label, options }) => ({ kind, label, options: options ?? [] })),
    contact: c.contact,
    legalBasis: c.legalBasis,
    ...(c.visibility === 'staffOnly' ? { visibility: c.visibility } : {}),
  };
}

/** How long it lasts, as a suggestion for the next one; null when it has no length. */
export function lengthOf(c: Consultation): number | null {
  if (c.closesAt === null) return null;
  const days = periodDays((c.opensAt ?? c.publishedAt ?? c.updatedAt).toISOString(), c.closesAt.toISOString());
  return days > 0 && days <= 366 ? days : null;
}

/** Closing and delete date for somebody who begins now: `days` from today, and a year after that. */
export function suggestedDates(days: number | null, now: Date): Pick<ConsultationInput, 'closesAt' | 'deleteOn'> {
  if (days === null) return {};
  return { closesAt: dayAfter(now.toISOString(), days), deleteOn: dayAfter(now.toISOString(), days + 365) };
}

/** A copy to work on: everything but dates and case number, with a title that says so. */
export function cloneInput(c: Consultation, privacyNotice: string): ConsultationInput {
  const title = c.title === '' ? '' : [...`Kopi af ${c.title}`].slice(0, LIMITS.title).join('').trim();
  const area = c.area === null ? {} : { area: { ...c.area } };
  return { ...templateInput(c), ...area, title, departmentId: c.departmentId, privacyNotice };
}
