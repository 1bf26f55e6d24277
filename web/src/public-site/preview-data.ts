import type {
  PublicCommentPage,
  PublicConsultationView,
  PublicOrganisation,
} from '@forhoering/shared/contracts/consultation.contract.js';
import type { Language } from '../lib/citizen-words';

const NO_COMMENTS: PublicCommentPage = { items: [], nextCursor: null };

/** What the public page is given when it is shown before it exists: open, and without comments. */
export function previewData(
  consultation: PublicConsultationView,
  language: Language,
  organisation: PublicOrganisation,
) {
  return {
    consultation: { ...consultation, state: 'open' as const },
    comments: NO_COMMENTS,
    before: null,
    pins: 0,
    language,
    organisation,
    path: `/f/${consultation.slug}`,
  };
}
