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
  generatedAt: string;
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
