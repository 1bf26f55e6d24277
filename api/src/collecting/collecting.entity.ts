import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostNumbers } from '../delivery/channels/connector.rules.js';

/** A post of ours that is read for comments, or a profile that is read for what is said to it elsewhere. */
@Entity('collect_source')
export class CollectSource {
  @PrimaryColumn('uuid') id: string;
  /** Null for a profile: what comes of it belongs to the year's standing register. */
  @Column('uuid', { nullable: true }) consultationId: string | null;
  @Column('uuid') accountId: string;
  @Column('uuid', { nullable: true }) postId: string | null;
  /** '' for a profile. */
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
  /** The post at the top, where the source is a profile. */
  @Column('text', { nullable: true }) rootId: string | null;
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
