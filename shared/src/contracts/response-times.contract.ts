import type { ClockPolicy } from '../inbox/clock.rules.js';

export interface ResponseTimesGroup {
  /** null = all */
  key: string | null;
  label: string;
  /** Conversations whose first answer was due in the period. */
  due: number;
  /** Of them answered within the promise. */
  inTime: number;
  /** 0–1; null when nothing was due. */
  share: number | null;
  /** Milliseconds from question to first delivered answer, of those answered. */
  medianMs: number | null;
  p90Ms: number | null;
  /** The same to the full answer. */
  fullMedianMs: number | null;
  fullP90Ms: number | null;
  fullAnswered: number;
}
export const CONTACT_WAYS = ['web', 'social', 'phone', 'mail', 'other'] as const;
/** How people reach the municipality; `other`: letters, meetings, files. */
export type ContactWay = (typeof CONTACT_WAYS)[number];
export interface MonthNumbers {
  /** `2026-11` */
  month: string;
  ways: Record<ContactWay, number>;
  /** Official answers that were opened and read: questions that need not be asked. */
  answersRead: number;
  /** Self-service links in them that were followed. */
  linksFollowed: number;
}
/** What everybody may read: of the questions that were due, how many were answered in time. */
export interface ResponseBadge {
  /** 0–1 */
  share: number;
  due: number;
  inTime: number;
  medianMs: number | null;
  policy: ClockPolicy;
}
export interface ResponseTimes {
  total: ResponseTimesGroup;
  perChannel: ResponseTimesGroup[];
  perDepartment: ResponseTimesGroup[];
  perWeek: ResponseTimesGroup[];
  breached: Array<{
    conversationId: string;
    number: string;
    dueAt: string;
    answeredAt: string | null;
    why: 'collected-late' | 'answered-late' | 'not-answered';
  }>;
  policy: ClockPolicy;
  generatedAt: string;
}
