import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostNumbers } from '../delivery/channels/connector.rules.js';

/** A post of ours that is read for comments. */
@Entity('collect_source')
export class CollectSource {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('uuid') accountId: string;
  @Column('uuid') postId: string;
  @Column('text') externalId: string;
  @Column('timestamptz') postedAt: Date;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
  @Column('jsonb', { nullable: true }) fault: Fault | null;
  @Column('jsonb', { nullable: true }) numbers: PostNumbers | null;
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
}

/** What the register's comment is on the network. */
@Entity('collected_comment')
export class CollectedCommentRow {
  @PrimaryColumn('uuid') commentId: string;
  @Column('uuid') sourceId: string;
  @Column('text') externalId: string;
  @Column('text') authorRef: string;
  @Column('bytea') seenHash: Buffer;
  @Column('timestamptz', { nullable: true }) goneAt: Date | null;
}

/** What the municipality wrote below its own post, on the network. */
@Entity('collected_reply')
export class CollectedReply {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sourceId: string;
  @Column('text') externalId: string;
  @Column('text') parentExternalId: string;
  @Column('text') text: string;
  @Column('text', { nullable: true }) permalink: string | null;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) answerId: string | null;
}
