import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublicAnswer } from '@forhoering/shared/contracts/public-comment.contract.js';
import type { Channel, CommentState, SpeaksAs } from '@forhoering/shared/comments/comment-states.js';
import type { CommentFinding, CommentLanguage, QuestionAnswer } from '@forhoering/shared/contracts/comment.contract.js';

/** A line of the register, from whatever channel. */
@Entity('comment')
export class Comment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('integer') number: number;
  @Column('text') state: CommentState;
  @Column('text') channel: Channel;
  @Column('text', { nullable: true }) via: string | null;
  /** What the citizen last wrote; staff never edit it, and what it replaced is in `comment_version`. */
  @Column('text') text: string;
  /** The only text that public outputs read; there exactly while the state is public. */
  @Column('text', { nullable: true }) publicText: string | null;
  @Column('text', { nullable: true }) authorName: string | null;
  /** The name beside `publicText`; null shows "Borger". */
  @Column('text', { nullable: true }) publicAuthor: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('timestamptz') receivedAt: Date;
  @Column('timestamptz', { nullable: true }) upstreamAt: Date | null;
  /** The time was told from words like "2 d.". */
  @Column('boolean', { default: false }) upstreamApprox: boolean;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { nullable: true }) externalId: string | null;
  @Column('text', { nullable: true }) permalink: string | null;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text', { nullable: true }) parentExternalId: string | null;
  @Column('boolean', { default: false }) early: boolean;
  @Column('boolean', { default: false }) late: boolean;
  @Column('text', { array: true, default: '{}' }) flags: string[];
  @Column('jsonb', { default: [] }) findings: CommentFinding[];
  @Column('text', { nullable: true }) hiddenReason: string | null;
  @Column('uuid', { nullable: true }) enteredBy: string | null;
  @Column('text', { nullable: true }) entryNote: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('uuid', { nullable: true }) privacyNoticeId: string | null;
  @Column('text', { nullable: true }) idempotencyKey: string | null;
  @Column('bytea', { nullable: true }) networkHash: Buffer | null;
  @Column('bytea') textHash: Buffer;
  @Column('bytea', { nullable: true }) dedupeKey: Buffer | null;
  @Column('timestamptz', { nullable: true }) clockStartedAt: Date | null;
  @Column('tsvector') search: string;
  @Column('uuid', { array: true, default: '{}' }) tagIds: string[];
  @Column('text', { default: 'da' }) language: CommentLanguage;
  @Column('text', { default: 'private' }) speaksAs: SpeaksAs;
  @Column('text', { nullable: true }) organisation: string | null;
  @Column('boolean', { default: false }) nameProtected: boolean;
  /** The writer's choice, by the private link. */
  @Column('boolean', { default: true }) showName: boolean;
  /** Mails the writer wants besides the receipt, by the private link. */
  @Column('boolean', { default: true }) followAnswers: boolean;
  @Column('boolean', { default: false }) followResult: boolean;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { nullable: true }) publicPlace: string | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  /** Photos that nobody has decided about. */
  @Column('integer', { default: 0 }) photosWaiting: number;
  @Column('integer', { default: 0 }) supportCount: number;
  @Column('jsonb', { default: [] }) questionAnswers: QuestionAnswer[];
  /** What the municipality answered: a projection that the inbox writes. */
  @Column('jsonb', { default: [] }) answers: PublicAnswer[];
  @Column('timestamptz', { nullable: true }) editedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}

/** Words that the citizen has replaced. */
@Entity('comment_version')
export class CommentVersion {
  @PrimaryColumn('uuid') commentId: string;
  @PrimaryColumn('integer') versionNumber: number;
  @Column('text') text: string;
  @Column('text', { nullable: true }) authorName: string | null;
  @Column('jsonb') findings: CommentFinding[];
  @Column('timestamptz') replacedAt: Date;
}
