import type { ConsultationState } from '../consultations/consultation-states.js';
import type { PublicOfficialAnswer } from './official-answer.contract.js';
import type { PublicFile } from './file.contract.js';

/** Who sees a comment, and when. `atOnce` records who chose it and why. */
export const VISIBILITIES = ['afterReview', 'atOnce', 'staffOnly'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** `text` is answered in the one text box, `place` with a place; the others have options, or a scale of five steps. */
export const QUESTION_KINDS = ['text', 'one', 'several', 'scale', 'place'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface QuestionInput {
  /** Of a question that has been saved: it keeps its answers when it is moved or reworded. Unknown ids are ignored. */
  id?: string;
  kind: QuestionKind;
  label: string;
  /** For `one` and `several`: at least two. For `scale`: what the two ends mean. */
  options?: string[];
}

/** Steps of a scale, from its first end to its last. */
export const SCALE_STEPS: readonly string[] = ['1', '2', '3', '4', '5'];

/** GeoJSON in WGS84: what is asked about. */
export interface Area {
  type: 'MultiPolygon';
  coordinates: number[][][][];
}

/** The way from a consultation to a decision, in its order. */
export const TIMELINE_STEPS = ['consultation', 'proposal', 'hearing', 'adoption'] as const;
export type TimelineStep = (typeof TIMELINE_STEPS)[number];

/** When a step is expected, in words: "Efteråret 2027". */
export interface TimelineEntry {
  step: TimelineStep;
  when: string;
}

/** A question that has been saved. */
export interface Question {
  id: string;
  kind: QuestionKind;
  label: string;
  options: string[];
}

/** What the public reads: changes to these after publication are shown with date and reason. */
export const PUBLIC_FIELDS = [
  'title',
  'teaser',
  'purpose',
  'canInfluence',
  'settled',
  'questions',
  'area',
  'opensAt',
  'closesAt',
  'contact',
  'caseNumber',
  'legalBasis',
  'privacyNotice',
  'visibility',
  'allowReplies',
  'timeline',
] as const;
export type PublicField = (typeof PUBLIC_FIELDS)[number];

/** Everything has a default; publishing asks for title, one question, closesAt and deleteOn. */
export interface ConsultationInput {
  title?: string;
  teaser?: string;
  purpose?: string;
  /** What people can change, a line each. */
  canInfluence?: string[];
  /** What is settled, a line each. */
  settled?: string[];
  questions?: QuestionInput[];
  /** Date, local date-time (Europe/Copenhagen) or instant. A date is open from its first minute. Null = from publication. */
  opensAt?: string | null;
  /** Date, local date-time (Europe/Copenhagen) or instant. A date counts to its end. */
  closesAt?: string | null;
  departmentId?: string | null;
  contact?: string;
  caseNumber?: string;
  legalBasis?: string;
  privacyNotice?: string;
  /** GeoJSON with a polygon, in WGS84 or EPSG:25832; null = no area. */
  area?: Record<string, unknown> | null;
  /** Citizens may reply to each other, one level. */
  allowReplies?: boolean;
  /** When the steps are expected; a step that is left out is not known. */
  timeline?: TimelineEntry[];
  visibility?: Visibility;
  /** Needed with `atOnce`. */
  visibilityReason?: string;
  /** Date (`2027-04-30`) by which the comments must be deleted. */
  deleteOn?: string | null;
}

export interface UpdateConsultationInput extends ConsultationInput {
  /** The version that was read; another one gives 409 `version-conflict` with who and when. */
  version: number;
  /** Why, when something the public reads is changed after publication. Shown to the public. */
  reason?: string;
}

/** A draft from nothing, or from a template; what is sent besides counts instead of the template's. */
export interface CreateConsultationInput extends ConsultationInput {
  /** A built-in template's name or an own one's id; one that is gone gives 409 `template-gone`. */
  templateId?: string;
}

export interface CloseConsultationInput {
  /** Why it closes before its time. Shown to the public. */
  reason?: string;
}

/** Something that was changed after publication, as everybody may see it. */
export interface ConsultationChange {
  at: string;
  /** `files`: a picture or document came or went; the reason says which. */
  fields: Array<PublicField | 'files'>;
  /** When the deadline was moved: exclusive ends. */
  oldClosesAt: string | null;
  newClosesAt: string | null;
  reason: string;
}

/** What staff and the public both see. */
interface ConsultationFacts {
  /** `F-2026-014`; comments are numbered under it. */
  number: string;
  slug: string;
  state: ConsultationState;
  title: string;
  teaser: string;
  purpose: string;
  canInfluence: string[];
  settled: string[];
  questions: Question[];
  /** Exclusive end as an instant. */
  closesAt: string | null;
  opensAt: string | null;
  contact: string;
  caseNumber: string;
  legalBasis: string;
  privacyNotice: string;
  privacyNoticeVersion: number;
  visibility: Visibility;
  area: Area | null;
  allowReplies: boolean;
  /** In the order of the steps; only what is known. */
  timeline: TimelineEntry[];
  publicUrl: string;
  /** The same page by an address that can be typed: `https://…/k/h7k2m4p`. */
  shortUrl: string;
  /** Newest first; empty for a draft. */
  changes: ConsultationChange[];
}

export interface ConsultationView extends ConsultationFacts {
  id: string;
  /** What was written: a day or a minute; `opensAt` and `closesAt` are the instants it means. */
  opensOn: string | null;
  closesOn: string | null;
  departmentId: string | null;
  visibilityReason: string | null;
  visibilityChosenBy: string | null;
  deleteOn: string | null;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  /** The template it began with, by the name it had then. */
  templateName: string | null;
  version: number;
}

/** A line of the staff list. */
export interface ConsultationSummary {
  id: string;
  number: string;
  slug: string;
  state: ConsultationState;
  title: string;
  departmentName: string | null;
  opensAt: string | null;
  closesAt: string | null;
  commentCount: number;
  /** Held or waiting for a decision. */
  undecidedCount: number;
  /** Comments a day, oldest first, the last 16 days. */
  recentDays: number[];
  updatedAt: string;
}

/** `code` is stable: `title-missing`, `question-missing`, `closing-missing`, `delete-date-missing` block; the rest warn. */
export interface PublishFinding {
  code: string;
  level: 'blocks' | 'warns';
  field: string;
}

/** A consultation that asked about the same area within the last 12 months. */
export interface AskedBefore {
  id: string;
  number: string;
  title: string;
  publishedAt: string;
}

export interface PublishResult {
  id: string;
  slug: string;
  state: ConsultationState;
  warnings: PublishFinding[];
}

/** What everybody may read of a consultation. */
export interface PublicConsultationView extends ConsultationFacts {
  departmentName: string | null;
  publishedAt: string | null;
  updatedAt: string;
  /** Comments shown now. */
  commentCount: number;
  /** Of them with a place on the map. */
  placeCount: number;
  /** Of them answered by the municipality below the comment. */
  answeredCount: number;
  organisation: PublicOrganisation;
  files: PublicFile[];
  officialAnswers: PublicOfficialAnswer[];
}

export interface PublicOrganisation {
  name: string;
  address: string;
  phone: string;
  email: string;
  accessibilityUrl: string;
  /** Whom the background map is from; null = there is none, and maps show area and places only. */
  mapAttribution: string | null;
}

export const POSTER_SIZES = ['a4', 'a3'] as const;
export type PosterSize = (typeof POSTER_SIZES)[number];

/** oEmbed 1.0, type `rich`: names are the standard's. */
export interface OembedAnswer {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  html: string;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** Where a short link leads. */
export interface ShortLinkView {
  slug: string;
}

export interface PublicConsultationSummary {
  slug: string;
  departmentName: string | null;
  publishedAt: string;
  updatedAt: string;
  /** Coarse: enough for a small map of all of them. */
  area: Area | null;
  title: string;
  teaser: string;
  state: ConsultationState;
  opensAt: string | null;
  closesAt: string | null;
  commentCount: number;
}
