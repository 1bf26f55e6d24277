import type { QuestionCounts } from '@forhoering/shared/contracts/overview.contract.js';
import type { PeriodUnit } from '@forhoering/shared/time/periods.js';
/** Everything the report's template needs, as words and numbers ready to be set: plain JSON, no markup. */
export interface ReportData {
  edition: 'public' | 'internal';
  organisation: string;
  number: string;
  title: string;
  teaser: string;
  purpose: string;
  canInfluence: string[];
  settled: string[];
  questions: string[];
  /** `2.–29. marts 2026` in words. */
  period: string;
  department: string;
  contact: string;
  caseNumber: string;
  legalBasis: string;
  privacyNotice: string;
  privacyNoticeVersion: number;
  publicUrl: string;
  /** ISO date of the document, and the same in words with the person who asked. */
  date: string;
  madeAt: string;
  madeBy: string;
  numbers: Array<{ label: string; count: number }>;
  perDay: Array<{ label: string; count: number }>;
  /** `dag` or `uge`: more than two months of days are put together to weeks. */
  perDayUnit: PeriodUnit;
  perChannel: Array<{ label: string; count: number }>;
  perState: Array<{ label: string; count: number }>;
  /** Closed questions: every option with its count, and how many answered. */
  answered: QuestionCounts[];
  officialAnswers: Array<{ question: string; answer: string; signature: string; linkUrl: string }>;
  /** Until when people can still write, in words; empty once it is closed. Before that the report is provisional. */
  openUntil: string;
  themes: ReportTheme[];
  untagged: number;
  total: number;
  comments: ReportComment[];
  /** Comments that the table leaves out because the register is too long for a document. */
  leftOut: number;
  hiddenReasons: Array<{ label: string; count: number }>;
  /** Internal edition only. */
  decisions: Array<{ at: string; number: string; what: string; reason: string; by: string }>;
  /** Filled by the renderer: characters that no font has. */
  missingGlyphs: number;
}

export interface ReportTheme {
  name: string;
  description: string;
  level: 0 | 1;
  count: number;
  quotes: Array<{ number: string; author: string; text: string }>;
}

export interface ReportComment {
  number: string;
  received: string;
  channel: string;
  author: string;
  text: string;
  /** Where it is about, in words; empty when nothing was said. */
  place: string;
  supports: number;
  tags: string[];
  /** Internal edition: the state in words; empty in the public edition. */
  state: string;
}
