import { Injectable } from '@nestjs/common';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import { Database } from '../../platform/database/database.js';
import { query, type Tx } from '../../platform/database/sql.js';
import { ChannelAccount } from '../delivery.entity.js';

@Injectable()
export class ChannelAccountsRepository {
  constructor(private readonly db: Database) {}

  list(): Promise<ChannelAccountView[]> {
    return this.db.query<ChannelAccountView>(LIST);
  }

  byId(id: string): Promise<ChannelAccount | null> {
    return this.db.source.getRepository(ChannelAccount).findOneBy({ id });
  }

  connected(channel: ChannelAccount['channel']): Promise<ChannelAccount[]> {
    return this.db.source.getRepository(ChannelAccount).findBy({ channel, state: 'connected' });
  }

  /** The row, locked until `tx` ends. */
  forChange(tx: Tx, id: string): Promise<ChannelAccount | null> {
    return tx.getRepository(ChannelAccount).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  same(
    tx: Tx,
    { channel, server, remoteId }: Pick<ChannelAccount, 'channel' | 'server' | 'remoteId'>,
  ): Promise<ChannelAccount | null> {
    return tx
      .getRepository(ChannelAccount)
      .findOne({ where: { channel, server, remoteId }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Tx, account: ChannelAccount): Promise<void> {
    await tx.getRepository(ChannelAccount).save(account);
  }

  /** What waited for the way in goes on. */
  async resume(tx: Tx, accountId: string, now: Date): Promise<void> {
    await query(
      tx,
      "update delivery set next_at = $2 where account_id = $1 and state in ('needsReauth', 'waiting', 'unknown')",
      [accountId, now],
    );
  }
}

const LIST = `select a.id, a.channel, case when a.name = a.handle then '@' || a.handle else a.name || ' (@' || a.handle || ')' end as name,
    a.address, a.server, a.state, a.needs_approval as "needsApproval", a.reads_enquiries as "readsEnquiries", a.checked_at as "checkedAt", a.fault, a.hints, a.expires_at as "expiresAt",
    case when a.wait_until > app_now() then a.wait_until end as "waitUntil", a.version,
    (select count(*)::int from delivery d where d.account_id = a.id and d.state not in ('delivered', 'rejected', 'cancelled')) as open,
    (select count(*)::int from delivery d where d.account_id = a.id and (d.state in ('needsHuman', 'needsReauth')
      or (a.state = 'needsReauth' and d.state in ('scheduled', 'waiting') and d.due_at <= app_now()))) as stuck
  from channel_account a where a.state <> 'disconnected' order by a.channel, a.created_at, a.id`;
