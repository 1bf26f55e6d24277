import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '@forhoering/shared/contracts/delivery.contract.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import { DeliveryCustomers } from './delivery-customers.service.js';
import { DeliveriesRepository, type Change } from './deliveries.repository.js';
import { ChannelAccount, Delivery } from './delivery.entity.js';
import { mayBecome, WORKED_ON } from './delivery.rules.js';

/** Longer than any step takes: what a connector does in one step ends within a minute. */
const LEASE = '120 seconds';

/** Leases and records: every short transaction of the runner. Nothing here talks to a network. */
@Injectable()
export class SendingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: DeliveriesRepository,
    private readonly customers: DeliveryCustomers,
    private readonly audit: AuditService,
  ) {}

  /** An account with something due that nobody else is at; its lease is the caller's now. */
  async claimAccount(worker: string): Promise<ChannelAccount | null> {
    return this.db.transaction(async (tx) => {
      const row = await queryOne<{ id: string }>(tx, CLAIM, [worker, WORKED_ON]);
      return row ? tx.getRepository(ChannelAccount).findOneBy({ id: row.id }) : null;
    });
  }

  async release(worker: string, accountId: string): Promise<void> {
    await this.db.query(
      'update channel_account set lease_by = null, lease_until = null where id = $1 and lease_by = $2',
      [accountId, worker],
    );
  }

  /** The next thing of the account that is due, oldest first. */
  async next(accountId: string): Promise<Delivery | null> {
    const row = await this.db.queryOne<{ id: string }>(NEXT, [accountId, WORKED_ON]);
    return row ? this.db.source.getRepository(Delivery).findOneBy({ id: row.id }) : null;
  }

  /** Not now: whatever its state, it is looked at again in a while. */
  async later(id: string, ms: number): Promise<void> {
    const nextAt = new Date(this.clock.nowMs() + ms);
    await this.db.query('update delivery set next_at = $2 where id = $1 and next_at is not null', [id, nextAt]);
  }

  /**
   * Moves a delivery on, if the lease is still the caller's and nobody has moved it meanwhile.
   * @returns the delivery as it is now; null when it is not ours to move any more
   */
  async move(
    worker: string,
    seen: Delivery,
    state: DeliveryState,
    change: Change = {},
    also?: (tx: Tx, after: Delivery) => Promise<void>,
  ): Promise<Delivery | null> {
    return this.db.transaction(async (tx) => {
      const held = await query(
        tx,
        `update channel_account set lease_until = now() + interval '${LEASE}' where id = $1 and lease_by = $2 returning id`,
        [seen.accountId, worker],
      );
      const delivery = held.length > 0 ? await this.repository.forChange(tx, seen.id) : null;
      if (!delivery || delivery.state !== seen.state) return null;
      const after = await this.repository.move(tx, delivery, state, change);
      await also?.(tx, after);
      return after;
    });
  }

  /** Right before sending: the customer may have changed its mind. */
  async prepare(worker: string, delivery: Delivery): Promise<Delivery | null> {
    const customer = this.customers.of(delivery.subjectKind);
    const objection = await this.db.transaction((tx) => customer.objection(tx, delivery));
    if (objection === null) {
      const content = delivery.content.unsettled ? await customer.settled?.(delivery) : undefined;
      const change = { nextAt: this.clock.now(), ...(content ? { content } : {}) };
      return this.move(worker, delivery, 'preparing', change);
    }
    if (objection === 'gone' && mayBecome(delivery.state, 'cancelled')) await this.move(worker, delivery, 'cancelled');
    else await this.reject(worker, delivery, { fault: objection === 'gone' ? { code: 'not-allowed' } : objection });
    return null;
  }

  /** Said before a byte leaves us: whoever finds it like this later knows that it may have been sent. */
  begin(worker: string, delivery: Delivery): Promise<Delivery | null> {
    const now = this.clock.now();
    return this.move(worker, delivery, 'sending', {
      attempt: delivery.attempt + 1,
      sendStartedAt: delivery.sendStartedAt ?? now,
      // Found by nobody for that long, it is looked into.
      nextAt: now,
    });
  }

  async delivered(
    worker: string,
    delivery: Delivery,
    found: { externalId: string; permalink: string | null },
  ): Promise<void> {
    const change = { ...found, deliveredAt: this.clock.now(), fault: null };
    await this.move(worker, delivery, 'delivered', change, async (tx, after) => {
      await this.customers.of(after.subjectKind).delivered(tx, after);
      await query(tx, 'update channel_account set checked_at = $2, fault = null where id = $1', [
        after.accountId,
        change.deliveredAt,
      ]);
      await this.record(tx, after, 'delivery.sent');
    });
  }

  async reject(worker: string, delivery: Delivery, change: Change): Promise<void> {
    await this.move(worker, delivery, 'rejected', change, (tx, after) => this.stuck(tx, after));
  }

  async needsHuman(worker: string, delivery: Delivery, change: Change): Promise<void> {
    await this.move(worker, delivery, 'needsHuman', change, (tx, after) => this.stuck(tx, after));
  }

  /** The network wants to be left alone: nothing of the account is tried before. */
  async wait(accountId: string, until: Date): Promise<void> {
    await this.db.query(
      'update channel_account set wait_until = greatest(coalesce(wait_until, $2), $2) where id = $1',
      [accountId, until],
    );
  }

  private async stuck(tx: Tx, delivery: Delivery): Promise<void> {
    await this.customers.of(delivery.subjectKind).stuck?.(tx, delivery);
    await this.record(tx, delivery, `delivery.${delivery.state}`);
  }

  private async record(tx: Tx, delivery: Delivery, action: string): Promise<void> {
    await this.audit.record(tx, {
      actor: null,
      action,
      subjectKind: 'delivery',
      subjectId: delivery.id,
      data: { subject: delivery.subjectKind, subjectId: delivery.subjectId, fault: delivery.fault?.code ?? null },
    });
  }
}

/** Leases are on the database's own clock, the same for all processes; what is due is on the product's. */
const CLAIM = `update channel_account set lease_by = $1, lease_until = now() + interval '${LEASE}'
  where id = (select a.id from channel_account a
    where a.state = 'connected' and (a.lease_until is null or a.lease_until < now()) and (a.wait_until is null or a.wait_until <= app_now())
      and exists (select 1 from delivery d where d.account_id = a.id and d.next_at <= app_now() and d.state = any($2))
    order by a.lease_until nulls first limit 1 for update skip locked)
  returning id`;
const NEXT = `select id from delivery where account_id = $1 and next_at <= app_now() and state = any($2) order by next_at, id limit 1`;
