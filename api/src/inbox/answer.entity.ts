import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnswerDestination, AnswerKind } from '@forhoering/shared/contracts/inbox.contract.js';

/** What the municipality answered. The database keeps it to one of each kind in a round. */
@Entity('answer')
export class Answer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conversationId: string;
  @Column('uuid') commentId: string;
  @Column('integer') round: number;
  @Column('text') kind: AnswerKind;
  @Column('text') text: string;
  @Column('text') signature: string;
  /** Null: it was written on the network itself, by whoever has the profile. */
  @Column('uuid', { nullable: true }) authorId: string | null;
  @Column('text') authorName: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) editedAt: Date | null;
  @Column('text', { nullable: true }) idempotencyKey: string | null;
  /** The text of the library that it came from. */
  @Column('uuid', { nullable: true }) savedAnswerId: string | null;
  /** What another person read before it went out. */
  @Column('uuid', { nullable: true }) proposalId: string | null;
}

/** One place that an answer goes to. */
@Entity('answer_delivery')
export class AnswerDelivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') answerId: string;
  @Column('text') destination: AnswerDestination;
  @Column('text') state: 'queued' | 'delivered';
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('uuid', { nullable: true }) deliveredBy: string | null;
  @Column('text', { nullable: true }) permalink: string | null;
}
