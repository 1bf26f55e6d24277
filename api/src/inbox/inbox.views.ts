import type { Channel, CommentState } from '@forhoering/shared/comments/comment-states.js';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { ConversationItem, ConversationState } from '@forhoering/shared/contracts/inbox.contract.js';
import { lookOf, shareLeft, type ClockPolicy, type ClockSettings } from '@forhoering/shared/inbox/clock.rules.js';
import type { PlaceholderValues } from '@forhoering/shared/inbox/placeholders.rules.js';
import { formatDeadline } from '@forhoering/shared/time/format-time.js';
import type { NeedsReason } from '@forhoering/shared/inbox/needs-answer.rules.js';

/** A line of the inbox, as SQL gives it. */
export interface LineRow {
  id: string;
  comment_id: string;
  consultation_id: string;
  state: ConversationState;
  reason: NeedsReason;
  department_id: string | null;
  owner_id: string | null;
  started_at: Date;
  policy: ClockPolicy;
  due_at: Date;
  promised_at: Date | null;
  collected_late: boolean;
  version: number;
  round: number;
  comment_number: number;
  year: number;
  consultation_number: number;
  title: string;
  channel: Channel;
  author_name: string | null;
  excerpt: string;
  owner_name: string | null;
  department_name: string | null;
  draft_by: string | null;
  draft_name: string | null;
  proposed_by: string | null;
  proposed_name: string | null;
  mentioned: boolean;
  sort_at: string;
}

/** The same with all that is shown of its comment. */
export interface ConversationRow extends LineRow {
  text: string;
  comment_state: CommentState;
  email: string | null;
  permalink: string | null;
  tag_ids: string[];
  /** Null where there is no page: what was said outside consultations. */
  slug: string | null;
  end_reason: string | null;
  closes_at: Date | null;
}

/** What words in braces stand for in a conversation that `department` answers. */
export function valuesOf(
  row: ConversationRow,
  department: string | null,
  organisation: string,
  publicUrl: string,
): PlaceholderValues {
  return {
    nummer: formatCommentNumber(row.year, row.consultation_number, row.comment_number),
    forhøring: row.slug === null ? null : row.title,
    frist: row.closes_at === null ? null : formatDeadline(row.closes_at.toISOString(), 'da'),
    afdeling: department,
    kommune: organisation,
    link: row.slug === null ? null : `${publicUrl}/f/${row.slug}`,
  };
}

/** Characters of a text that a line shows. */
export const EXCERPT = 240;

/** One line of the inbox. Whether it is overdue is read off the clock here and now. */
export function itemOf(row: LineRow, nowMs: number, closedDays: readonly string[]): ConversationItem {
  const open = row.state === 'new' || row.state === 'assigned';
  const due = row.promised_at ?? row.due_at;
  return {
    id: row.id,
    commentId: row.comment_id,
    number: formatCommentNumber(row.year, row.consultation_number, row.comment_number),
    consultationId: row.consultation_id,
    consultationTitle: row.title,
    channel: row.channel,
    state: row.state,
    reason: row.reason,
    author: row.author_name,
    excerpt: row.excerpt,
    startedAt: row.started_at.toISOString(),
    dueAt: open ? due.toISOString() : null,
    promisedAt: row.promised_at?.toISOString() ?? null,
    look: lookAt(row, nowMs, { policy: row.policy, closedDays }),
    collectedLate: row.collected_late,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    draft: row.draft_by === null || row.draft_name === null ? null : { accountId: row.draft_by, name: row.draft_name },
    proposedBy:
      row.proposed_by === null || row.proposed_name === null
        ? null
        : { accountId: row.proposed_by, name: row.proposed_name },
    mentioned: row.mentioned,
    version: row.version,
  };
}

function lookAt(row: LineRow, nowMs: number, settings: ClockSettings): ConversationItem['look'] {
  if (row.state === 'waiting') return 'paused';
  if (row.state === 'answered') return 'answered';
  if (row.state === 'no_answer_needed') return 'none';
  const due = (row.promised_at ?? row.due_at).getTime();
  // After a holding reply the second clock counts from the first deadline's start all the same: it shows what is left of the promise.
  return lookOf(shareLeft(row.started_at.getTime(), due, nowMs, settings), due - nowMs);
}
