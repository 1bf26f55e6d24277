import type { PublicConsultationView, PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import type { PublicCommentPage } from '@forhoering/shared/contracts/public-comment.contract.js';
import { shownFilter } from './shown-filter';
import type { Language } from '../lib/citizen-words';

const NO_COMMENTS: PublicCommentPage = { items: [], nextCursor: null, found: null };

/** What the public page is given when it is shown before it exists: open, and without comments. */
export function previewData(
  consultation: PublicConsultationView,
  language: Language,
  organisation: PublicOrganisation,
) {
  return {
    consultation: { ...consultation, state: 'open' as const },
    comments: NO_COMMENTS,
    themes: [],
    hasResult: false,
    filter: shownFilter(new URLSearchParams()),
    before: null,
    pins: 0,
    badge: null,
    language,
    organisation,
    path: `/f/${consultation.slug}`,
  };
}
