/** What became of what was said: taken in, partly, or not. */
export const RESULT_OUTCOMES = ['included', 'partly', 'notIncluded'] as const;
export type ResultOutcome = (typeof RESULT_OUTCOMES)[number];

export interface ResultThemeInput {
  tagId: string;
  outcome: ResultOutcome | null;
  /** What the municipality did. A theme without it is not shown. */
  did: string;
  why: string;
  /** `F-2026-014-0123` or `0123`: a public comment that says it well; '' = none. */
  quote?: string;
}

export interface ResultInput {
  intro: string;
  themes: ResultThemeInput[];
  /** The version that was read; 0 before the first. */
  version: number;
}

/** One theme: you said, we did. */
export interface ResultTheme {
  name: string;
  /** 1–8: colour and shape of the code book. */
  colour: number;
  /** Comments that carry it, without hidden and withdrawn ones. */
  count: number;
  outcome: ResultOutcome | null;
  did: string;
  why: string;
  /** As long as everybody may read it. */
  quote: { number: string; text: string } | null;
}

/** As staff write it: every theme of the code book, written about or not. */
export interface ResultView {
  themes: Array<ResultTheme & { tagId: string }>;
  intro: string;
  publishedAt: string | null;
  updatedAt: string | null;
  version: number;
  /** Mail addresses that have asked to be told and have not been yet. */
  followers: number;
}

/** As everybody reads it. */
export interface PublicResult {
  intro: string;
  themes: ResultTheme[];
  publishedAt: string;
  updatedAt: string;
  commentCount: number;
}

/** Where one comment ended: what was done about its themes. */
export interface CommentTreatment {
  publishedAt: string;
  themes: Array<Pick<ResultTheme, 'name' | 'outcome' | 'did' | 'why'>>;
}
