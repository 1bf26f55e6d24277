import { Injectable } from '@nestjs/common';
import type { DeliveryState, DeliveryView } from '@forhoering/shared/contracts/delivery.contract.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import { Database } from '../platform/database/database.js';
import { Delivery } from './delivery.entity.js';
import { mayBecome } from './delivery.rules.js';

/** What goes out is settled once, before anything is prepared (`SendingService.prepare`). */
export type Change = Partial<Omit<Delivery, 'id' | 'state' | 'replyTo'>>;

@Injectable()
export class DeliveriesRepository {
  constructor(private readonly db: Database) {}

  /** The row, locked until `tx` ends. */
  forChange(tx: Tx, id: string): Promise<Delivery | null> {
    return tx.getRepository(Delivery).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, delivery: Delivery): Promise<void> {
    // TypeORM cannot follow the types of free JSON.
    await tx.getRepository(Delivery).insert(delivery as object);
  }

  /** @throws when the table of moves does not have it: that is a mistake of ours */
  async move(tx: Tx, delivery: Delivery, state: DeliveryState, change: Change = {}): Promise<Delivery> {
    if (!mayBecome(delivery.state, state)) throw new Error(`no way from ${delivery.state} to ${state}`);
    const values = { nextAt: null, ...change, state };
    await tx.getRepository(Delivery).update({ id: delivery.id }, values as object);
    return { ...delivery, ...values };
  }

  /** The one under way or there, locked: first the account, as everybody does who locks both. */
  async active(tx: Tx, subjectKind: string, subjectId: string): Promise<Delivery | null> {
    const values = [subjectKind, subjectId];
    const locked = await query(
      tx,
      `select a.id from channel_account a where a.id = (select account_id ${ACTIVE}) for update`,
      values,
    );
    if (locked.length === 0) return null;
    const row = await queryOne<{ id: string }>(tx, `select id ${ACTIVE} for update`, values);
    return row ? this.forChange(tx, row.id) : null;
  }

  async lastRevision(tx: Tx, subjectKind: string, subjectId: string): Promise<number> {
    const row = await queryOne<{ last: number }>(
      tx,
      'select coalesce(max(revision), 0)::int as last from delivery where subject_kind = $1 and subject_id = $2',
      [subjectKind, subjectId],
    );
    return row?.last ?? 0;
  }

  /** The newest of each subject, by subject id. */
  async latest(subjectKind: string, subjectIds: readonly string[], tx?: Tx): Promise<Map<string, DeliveryView>> {
    const rows = await query<DeliveryView & { subjectId: string }>(tx ?? this.db.source, LATEST, [
      subjectKind,
      subjectIds,
    ]);
    return new Map(rows.map(({ subjectId, ...view }) => [subjectId, view]));
  }
}

const ACTIVE = `from delivery where subject_kind = $1 and subject_id = $2 and state not in ('rejected', 'cancelled')`;
/** What is due while nobody lets us in waits for that, whether it was tried or not. */
const SHUT = `a.state = 'needsReauth' and d.state in ('scheduled', 'waiting') and d.due_at <= app_now()`;
const LATEST = `select distinct on (d.subject_id) d.subject_id as "subjectId", d.id, case when ${SHUT} then 'needsReauth' else d.state end as state,
    d.account_id as "accountId", case when a.name = a.handle then '@' || a.handle else a.name end as "accountName", d.due_at as "dueAt",
    d.next_at as "nextAt", case when ${SHUT} then a.fault else d.fault end as fault, d.permalink, d.delivered_at as "deliveredAt",
    d.ordered_by_name as "orderedByName", d.approved_by_name as "approvedByName"
  from delivery d join channel_account a on a.id = d.account_id
  where d.subject_kind = $1 and d.subject_id = any($2) order by d.subject_id, d.revision desc`;
