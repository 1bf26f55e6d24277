import type {
  ConsultationChange,
  ConsultationView,
  PublicConsultationView,
  PublicOrganisation,
} from '@forhoering/shared/contracts/consultation.contract.js';
import type { PublicFile } from '@forhoering/shared/contracts/file.contract.js';
import type { PublicOfficialAnswer } from '@forhoering/shared/contracts/official-answer.contract.js';
import { consultationStateAt } from '@forhoering/shared/consultations/consultation-states.js';
import { formatConsultationNumber } from '@forhoering/shared/comments/comment-number.js';
import type { ConsultationWithNames, PublicCounts } from './consultations.repository.js';

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** What both readers see. Answers are allow-lists: what is not named here does not leave the server. */
function common(
  { consultation: c, notice }: ConsultationWithNames,
  changes: ConsultationChange[],
  publicUrl: string,
  nowMs: number,
) {
  return {
    number: formatConsultationNumber(c.year, c.number),
    slug: c.slug,
    state: consultationStateAt(c.state, iso(c.opensAt), iso(c.closesAt), nowMs),
    title: c.title,
    teaser: c.teaser,
    purpose: c.purpose,
    canInfluence: c.canInfluence,
    settled: c.settled,
    questions: c.questions.map(({ id, kind, label, options }) => ({ id, kind, label, options: options ?? [] })),
    opensAt: iso(c.opensAt),
    closesAt: iso(c.closesAt),
    contact: c.contact,
    caseNumber: c.caseNumber,
    legalBasis: c.legalBasis,
    privacyNotice: notice.text,
    privacyNoticeVersion: notice.version,
    visibility: c.visibility,
    area: c.area,
    allowReplies: c.allowReplies,
    timeline: c.timeline,
    publicUrl: `${publicUrl}/f/${c.slug}`,
    shortUrl: `${publicUrl}/k/${c.shortCode}`,
    changes,
  };
}

export function consultationView(
  found: ConsultationWithNames,
  changes: ConsultationChange[],
  publicUrl: string,
  nowMs: number,
): ConsultationView {
  const c = found.consultation;
  return {
    ...common(found, changes, publicUrl, nowMs),
    id: c.id,
    opensOn: c.opensOn,
    closesOn: c.closesOn,
    departmentId: c.departmentId,
    visibilityReason: c.visibilityReason,
    visibilityChosenBy: found.visibilityByName,
    deleteOn: c.deleteOn,
    createdAt: c.createdAt.toISOString(),
    updatedAt: c.updatedAt.toISOString(),
    publishedAt: iso(c.publishedAt),
    templateName: c.templateName,
    version: c.version,
  };
}

interface PublicParts {
  found: ConsultationWithNames;
  changes: ConsultationChange[];
  publicUrl: string;
  nowMs: number;
  counts: PublicCounts;
  organisation: PublicOrganisation;
  files: PublicFile[];
  officialAnswers: PublicOfficialAnswer[];
}

export function publicView({
  found,
  changes,
  publicUrl,
  nowMs,
  counts,
  organisation,
  files,
  officialAnswers,
}: PublicParts): PublicConsultationView {
  return {
    ...common(found, changes, publicUrl, nowMs),
    departmentName: found.departmentName,
    publishedAt: iso(found.consultation.publishedAt),
    updatedAt: found.consultation.updatedAt.toISOString(),
    commentCount: counts.comments,
    placeCount: counts.places,
    answeredCount: counts.answered,
    organisation,
    files,
    officialAnswers,
  };
}
