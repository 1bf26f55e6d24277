import { PUBLIC_FIELDS, type PublicField } from '@forhoering/shared/contracts/consultation.contract.js';
import type { Consultation } from '../consultation.entity.js';

/** What the public reads of a consultation, as comparable text. */
export type PublicFacts = Record<PublicField, string>;

export function publicFacts(c: Consultation): PublicFacts {
  const columns = { ...c, privacyNotice: c.privacyNoticeId };
  return Object.fromEntries(PUBLIC_FIELDS.map((field) => [field, JSON.stringify(columns[field])])) as PublicFacts;
}

/** The fields in which two of them differ, in their fixed order. */
export function changedFields(before: PublicFacts, after: PublicFacts): PublicField[] {
  return PUBLIC_FIELDS.filter((field) => before[field] !== after[field]);
}
