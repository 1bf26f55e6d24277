import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConversationState } from '@forhoering/shared/contracts/inbox.contract.js';
import type { ClockPolicy } from '@forhoering/shared/inbox/clock.rules.js';
import type { NeedsReason } from '@forhoering/shared/inbox/needs-answer.rules.js';

/**
 * A comment that waits for an answer, has one, or needs none. A comment is in one conversation at most; hidden ones only leave
 * the views.
 */
@Entity('conversation')
export class Conversation {
  @PrimaryColumn('uuid') id: string;
  /** What waits for the answer: the question, and in later rounds what was written below the answer. */
  @Column('uuid') commentId: string;
  @Column('uuid') consultationId: string;
  @Column('text') state: ConversationState;
  @Column('text') reason: NeedsReason;
  /** 1, and one more each time it is opened anew: each round has room for one holding reply and one answer. */
  @Column('integer', { default: 1 }) round: number;
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('timestamptz') startedAt: Date;
  @Column('text') policy: ClockPolicy;
  @Column('timestamptz') dueAt: Date;
  /** Until when the professional answer was promised by a holding reply. */
  @Column('timestamptz', { nullable: true }) promisedAt: Date | null;
  /** Counted milliseconds that were left when it began to wait for the citizen. */
  @Column('bigint', { nullable: true }) pausedLeftMs: string | null;
  /** First delivered answer of either kind, and the full one. */
  @Column('timestamptz', { nullable: true }) firstAnsweredAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('boolean', { default: false }) collectedLate: boolean;
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
