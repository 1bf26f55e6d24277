import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { DeliveryView, SettleDeliveryInput } from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/sql.js';
import { conflict, invalidField, notFound } from '../platform/http/problem-error.js';
import { ChannelAccountsRepository } from './accounts/channel-accounts.repository.js';
import type { DeliveryContent, ReplyTarget } from './channels/connector.rules.js';
import { DeliveryCustomers } from './delivery-customers.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { Delivery } from './delivery.entity.js';
import { isCancellable } from './delivery.rules.js';

export interface Order {
  subjectKind: string;
  subjectId: string;
  accountId: string;
  content: DeliveryContent;
  replyTo: ReplyTarget | null;
  /** Not before. */
  dueAt: Date;
}

/** The desk: things are ordered, approved, taken back and settled here. Sending is the runner's. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: DeliveriesRepository,
    private readonly accounts: ChannelAccountsRepository,
    private readonly customers: DeliveryCustomers,
    private readonly audit: AuditService,
  ) {}

  /**
   * Puts something on its way. Pressed twice it is on its way once.
   * @param actor null: the product itself, for something a person has already decided
   * @throws 422 for an account that is not connected or of another channel; 409 `delivery-under-way`
   */
  async order(tx: Tx, actor: Actor | null, channel: PostChannel, order: Order): Promise<Delivery> {
    const account = await this.accounts.forChange(tx, order.accountId);
    if (!account || account.channel !== channel || account.state === 'disconnected')
      throw invalidField('accountId', 'not-allowed-value');
    const before = await this.repository.active(tx, order.subjectKind, order.subjectId);
    if (before) throw conflict('delivery-under-way', { state: before.state });
    const now = this.clock.now();
    // An answer is a person's word already; only posts wait for a second one.
    const waits = account.needsApproval && order.replyTo === null;
    const delivery: Delivery = {
      ...order,
      id: uuidv7(),
      revision: (await this.repository.lastRevision(tx, order.subjectKind, order.subjectId)) + 1,
      state: waits ? 'awaitingApproval' : 'scheduled',
      nextAt: waits ? null : order.dueAt,
      attempt: 0,
      prepared: null,
      sendStartedAt: null,
      absentAt: null,
      externalId: null,
      permalink: null,
      fault: null,
      deliveredAt: null,
      orderedAt: now,
      orderedBy: actor?.accountId ?? null,
      orderedByName: actor?.name ?? null,
      approvedByName: null,
    };
    await this.repository.insert(tx, delivery);
    return delivery;
  }

  /** Other words or another time for something that nobody has begun to send: it is taken back and ordered anew. @throws 409 */
  async revise(
    tx: Tx,
    actor: Actor,
    channel: PostChannel,
    before: Delivery,
    change: Pick<Order, 'content' | 'dueAt'>,
  ): Promise<void> {
    await this.withdraw(tx, before);
    const { subjectKind, subjectId, accountId, replyTo } = before;
    await this.order(tx, actor, channel, { subjectKind, subjectId, accountId, replyTo, ...change });
  }

  /** @throws 409 `delivery-under-way` for what somebody is sending, or may have sent */
  async withdraw(tx: Tx, delivery: Delivery): Promise<void> {
    if (!isCancellable(delivery.state)) throw conflict('delivery-under-way', { state: delivery.state });
    await this.repository.move(tx, delivery, 'cancelled');
  }

  active(tx: Tx, subjectKind: string, subjectId: string): Promise<Delivery | null> {
    return this.repository.active(tx, subjectKind, subjectId);
  }

  latest(subjectKind: string, subjectIds: readonly string[], tx?: Tx): Promise<Map<string, DeliveryView>> {
    return this.repository.latest(subjectKind, subjectIds, tx);
  }

  /** Whether a picture belongs to something that is being sent, or has been. */
  async isGoingOut(sha256: string): Promise<boolean> {
    const row = await this.db.queryOne(
      `select 1 from delivery where content -> 'picture' ->> 'sha256' = $1
       and state in ('preparing', 'ready', 'sending', 'waiting', 'unknown', 'needsHuman', 'delivered') limit 1`,
      [sha256],
    );
    return row !== null;
  }

  /** A second person has read it. @throws 403-like 409 `approve-by-another` for whoever ordered it */
  approve(actor: Actor, id: string): Promise<DeliveryView> {
    return this.change(actor, id, 'delivery.approve', async (tx, delivery) => {
      if (delivery.state !== 'awaitingApproval') throw conflict('delivery-moved-on');
      if (delivery.orderedBy === actor.accountId) throw conflict('approve-by-another');
      await this.repository.move(tx, delivery, 'scheduled', { nextAt: delivery.dueAt, approvedByName: actor.name });
    });
  }

  /** Takes back what nobody has begun to send. @throws 409 `delivery-moved-on` */
  cancel(actor: Actor, id: string): Promise<DeliveryView> {
    return this.change(actor, id, 'delivery.cancel', async (tx, delivery) => {
      if (!isCancellable(delivery.state)) throw conflict('delivery-moved-on');
      const after = await this.repository.move(tx, delivery, 'cancelled');
      // Whoever waits for it to arrive hears that it will not.
      await this.customers.of(delivery.subjectKind).stuck?.(tx, after);
    });
  }

  /** A person has looked at the network: it is there, or it is sent again. @throws 409 `delivery-moved-on` */
  settle(actor: Actor, id: string, { there, permalink }: SettleDeliveryInput): Promise<DeliveryView> {
    return this.change(actor, id, there ? 'delivery.found' : 'delivery.again', async (tx, delivery) => {
      if (delivery.state !== 'needsHuman') throw conflict('delivery-moved-on');
      const now = this.clock.now();
      if (!there) {
        await this.repository.move(tx, delivery, 'ready', { nextAt: now, absentAt: null, fault: null });
        return;
      }
      const change = { deliveredAt: now, permalink: permalink || null, fault: null };
      await this.customers
        .of(delivery.subjectKind)
        .delivered(tx, await this.repository.move(tx, delivery, 'delivered', change));
    });
  }

  /** @throws 404 */
  private async change(
    actor: Actor,
    id: string,
    action: string,
    apply: (tx: Tx, delivery: Delivery) => Promise<void>,
  ): Promise<DeliveryView> {
    return this.db.transaction(async (tx) => {
      const delivery = await this.repository.forChange(tx, id);
      if (!delivery) throw notFound();
      await apply(tx, delivery);
      await this.audit.record(tx, {
        actor,
        action,
        subjectKind: 'delivery',
        subjectId: id,
        data: { subject: delivery.subjectKind, subjectId: delivery.subjectId, from: delivery.state },
      });
      const { subjectKind, subjectId } = delivery;
      const view = (await this.repository.latest(subjectKind, [subjectId], tx)).get(subjectId);
      if (!view) throw notFound();
      return view;
    });
  }
}
