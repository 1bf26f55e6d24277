import type {
  ConsultationInput,
  ConsultationView,
  Visibility,
} from '@forhoering/shared/contracts/consultation.contract.js';

/** The editor's fields, all as text. */
export interface Draft {
  title: string;
  teaser: string;
  purpose: string;
  canInfluence: string[];
  settled: string[];
  questions: string[];
  opensOn: string;
  closesOn: string;
  departmentId: string;
  contact: string;
  caseNumber: string;
  legalBasis: string;
  privacyNotice: string;
  visibility: Visibility;
  visibilityReason: string;
  deleteOn: string;
}

export function draftOf(c: ConsultationView): Draft {
  return {
    title: c.title,
    teaser: c.teaser,
    purpose: c.purpose,
    canInfluence: [...c.canInfluence],
    settled: [...c.settled],
    questions: c.questions.length === 0 ? [''] : c.questions.map((question) => question.label),
    opensOn: danish(c.opensOn),
    closesOn: danish(c.closesOn ?? c.closesAt),
    departmentId: c.departmentId ?? '',
    contact: c.contact,
    caseNumber: c.caseNumber,
    legalBasis: c.legalBasis,
    privacyNotice: c.privacyNotice,
    visibility: c.visibility,
    visibilityReason: c.visibilityReason ?? '',
    deleteOn: danish(c.deleteOn),
  };
}

/** Only what was changed goes to the server, so that two people who edit different fields do not undo each other. */
export function changesOf(draft: Draft, before: Draft): ConsultationInput {
  const input: ConsultationInput = {};
  const changed = (field: keyof Draft): boolean => JSON.stringify(draft[field]) !== JSON.stringify(before[field]);
  for (const field of ['title', 'teaser', 'purpose', 'contact', 'caseNumber', 'legalBasis', 'privacyNotice'] as const)
    if (changed(field)) input[field] = draft[field];
  for (const field of ['canInfluence', 'settled'] as const)
    if (changed(field)) input[field] = draft[field].map((line) => line.trim()).filter((line) => line !== '');
  if (changed('questions'))
    input.questions = draft.questions
      .map((label) => label.trim())
      .filter((label) => label !== '')
      .map((label) => ({ kind: 'text', label }));
  if (changed('opensOn')) input.opensAt = draft.opensOn.trim() || null;
  if (changed('closesOn')) input.closesAt = draft.closesOn.trim() || null;
  if (changed('deleteOn')) input.deleteOn = draft.deleteOn.trim() || null;
  if (changed('departmentId')) input.departmentId = draft.departmentId || null;
  if (changed('visibility') || changed('visibilityReason')) {
    input.visibility = draft.visibility;
    if (draft.visibility === 'atOnce') input.visibilityReason = draft.visibilityReason;
  }
  return input;
}

/** `2026-03-29T12:00` -> `29.03.2026 kl. 12.00`, as the field shows and takes it. */
function danish(written: string | null): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(written ?? '');
  if (!match) return '';
  const [, year, month, day, hour, minute] = match;
  return `${day}.${month}.${year}${hour === undefined || written?.endsWith('Z') ? '' : ` kl. ${hour}.${minute}`}`;
}
