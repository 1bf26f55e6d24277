import type { Channel, SpeaksAs } from '../comments/comment-states.js';
import type { ConsultationState } from '../consultations/consultation-states.js';
import type { Point } from '../geo/denmark.js';
import type { PublicFile, PublicPhoto } from './file.contract.js';

/** Who sees a comment, and when. `atOnce` records who chose it and why. */
export const VISIBILITIES = ['afterReview', 'atOnce', 'staffOnly'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** `text` is answered in the one text box; the others have options, or a scale of five steps. */
export const QUESTION_KINDS = ['text', 'one', 'several', 'scale'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface QuestionInput {
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
  /** In the order of the steps; only what is known. */
  timeline: TimelineEntry[];
  publicUrl: string;
  /** The same page by an address that can be typed: `https://…/k/h7k2m4p`. */
  shortUrl: string;
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
  organisation: PublicOrganisation;
  files: PublicFile[];
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

/** A place that a public comment is about. */
export interface PublicPlace {
  number: string;
  point: Point;
  place: string | null;
  /** The beginning of what was said. */
  excerpt: string;
}

export interface PublicAnswer {
  /** "Nørreskov Kommune, Vej og Park" */
  signature: string;
  text: string;
  answeredAt: string;
}

export interface PublicComment {
  number: string;
  text: string;
  /** The name the person chose to show, or null: "Borger". */
  author: string | null;
  speaksAs: SpeaksAs;
  /** Where it is about, in words. */
  place: string | null;
  /** Where it is about, rounded to a grid of about a hundred metres. */
  point: Point | null;
  photos: PublicPhoto[];
  /** Names of the themes that the staff show to everybody. */
  themes: string[];
  channel: Channel;
  receivedAt: string;
  /** When the person last changed the words. */
  editedAt: string | null;
  answers: PublicAnswer[];
}

export interface PublicCommentPage {
  items: PublicComment[];
  nextCursor: string | null;
  /** How many fit the filter; null without one. */
  found: number | null;
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
