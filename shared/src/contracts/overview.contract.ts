import type { Channel, CommentState } from '../comments/comment-states.js';

/** Figures of one consultation; all counts are comments. */
export interface OverviewView {
  total: number;
  distinctTexts: number;
  tagged: number;
  early: number;
  late: number;
  /** Local dates (Europe/Copenhagen) with comments, first to last; a day without any is left out. */
  perDay: Array<{ date: string; count: number }>;
  perChannel: Array<{ channel: Channel; count: number }>;
  perState: Array<{ state: CommentState; count: number }>;
  perTag: Array<{ tagId: string; name: string; parentId: string | null; colour: number; count: number }>;
  /** Visits by the channel of the shared link; counted without cookies. */
  perLink: Array<{ via: string; visits: number; comments: number }>;
  /** Closed questions (choices and scales), in the form's order. */
  perQuestion: QuestionCounts[];
  generatedAt: string;
}

/** How a closed question was answered. What the citizen took back is not counted. */
export interface QuestionCounts {
  questionId: string;
  label: string;
  /** Every option, also one that nobody chose; a scale's steps 1–5 with the words of its ends. */
  options: Array<{ label: string; count: number }>;
  /** People who answered it. With several choices the options add up to more. */
  answered: number;
  /** People who wrote, but left it out. */
  skipped: number;
}

export interface AuditEventView {
  id: string;
  at: string;
  actorName: string | null;
  departmentName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  consultationId: string | null;
  data: Record<string, unknown>;
}
export interface AuditPage {
  items: AuditEventView[];
  nextCursor: string | null;
}
