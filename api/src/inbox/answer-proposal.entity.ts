import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalState } from '@forhoering/shared/contracts/answer-proposal.contract.js';
import type { AnswerKind } from '@forhoering/shared/contracts/inbox.contract.js';

/** An answer that waits for another person to read it. The database keeps it to one that waits per conversation. */
@Entity('answer_proposal')
export class AnswerProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conversationId: string;
  /** The answer whose words it replaces; null: a new one. */
  @Column('uuid', { nullable: true }) answerId: string | null;
  @Column('integer') round: number;
  @Column('text') kind: AnswerKind;
  @Column('text') text: string;
  @Column('timestamptz', { nullable: true }) promisedAt: Date | null;
  @Column('uuid', { nullable: true }) savedAnswerId: string | null;
  @Column('boolean') contactChecked: boolean;
  @Column('text', { nullable: true }) idempotencyKey: string | null;
  @Column('uuid') authorId: string;
  @Column('text') authorName: string;
  @Column('timestamptz') createdAt: Date;
  @Column('text') state: ProposalState;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) decidedName: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) words: string | null;
}
