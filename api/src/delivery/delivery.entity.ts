import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountState, DeliveryState, Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import type { DeliveryContent, Prepared, ReplyTarget } from './channels/connector.rules.js';

/** A profile of the municipality's on a network. Its lease lets one process at a time send in its name. */
@Entity('channel_account')
export class ChannelAccount {
  @PrimaryColumn('uuid') id: string;
  @Column('text') channel: PostChannel;
  @Column('text') server: string;
  /** The network's own id of the profile. */
  @Column('text') remoteId: string;
  @Column('text') handle: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text') state: AccountState;
  @Column('boolean', { default: false }) needsApproval: boolean;
  /** What is said to it outside of our posts comes home as well. */
  @Column('boolean', { default: true }) readsEnquiries: boolean;
  /** Credentials as JSON, sealed; '' once disconnected. */
  @Column('text') sealed: string;
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { nullable: true }) checkedAt: Date | null;
  @Column('jsonb', { nullable: true }) fault: Fault | null;
  @Column('timestamptz', { nullable: true }) waitUntil: Date | null;
  /** What is done once a day was done then. */
  @Column('timestamptz', { nullable: true }) dailyAt: Date | null;
  /** Whether the network tells when somebody writes: 'on', or why not. */
  @Column('text', { nullable: true }) hints: string | null;
  @Column('uuid', { nullable: true }) leaseBy: string | null;
  /** On the database's own clock. */
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** One thing on its way to one account. */
@Entity('delivery')
export class Delivery {
  @PrimaryColumn('uuid') id: string;
  @Column('text') subjectKind: string;
  @Column('uuid') subjectId: string;
  @Column('integer') revision: number;
  @Column('uuid') accountId: string;
  @Column('jsonb', { nullable: true }) replyTo: ReplyTarget | null;
  @Column('jsonb') content: DeliveryContent;
  @Column('text') state: DeliveryState;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('integer', { default: 0 }) attempt: number;
  @Column('jsonb', { nullable: true }) prepared: Prepared | null;
  @Column('timestamptz', { nullable: true }) sendStartedAt: Date | null;
  @Column('timestamptz', { nullable: true }) absentAt: Date | null;
  @Column('text', { nullable: true }) externalId: string | null;
  @Column('text', { nullable: true }) permalink: string | null;
  @Column('jsonb', { nullable: true }) fault: Fault | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz') orderedAt: Date;
  @Column('uuid', { nullable: true }) orderedBy: string | null;
  @Column('text', { nullable: true }) orderedByName: string | null;
  @Column('text', { nullable: true }) approvedByName: string | null;
}
