import { Injectable } from '@nestjs/common';
import type { InboxPresence } from '@forhoering/shared/contracts/inbox.contract.js';
import { Database } from '../platform/database/database.js';
import type { SignedIn } from '../platform/http/access.js';
import { notFound } from '../platform/http/problem-error.js';
import { requireSees } from './inbox-access.js';

/** Who has a conversation open right now. In the database, since web processes are several. */
@Injectable()
export class InboxPresenceService {
  constructor(private readonly db: Database) {}

  /** Says "I have it open" and asks who else has. @throws 404; 403 for another department's */
  async beat(me: SignedIn, id: string): Promise<InboxPresence> {
    const row = await this.db.queryOne<{ departmentId: string | null; ownerId: string | null }>(WHOSE, [id]);
    if (!row) throw notFound();
    requireSees(me, row);
    await this.db.query(BEAT, [id, me.accountId]);
    const others = await this.db.query<{ name: string }>(OTHERS, [id, me.accountId]);
    return { names: others.map(({ name }) => name) };
  }
}

const WHOSE = {
  name: 'inbox_reader_whose',
  text: `select department_id as "departmentId", owner_id as "ownerId" from conversation where id = $1`,
};
/** Marks of people who have left are swept by those who come. */
const BEAT = {
  name: 'inbox_reader_beat',
  text: `with swept as (
      delete from inbox_reader where conversation_id = $1 and account_id <> $2 and last_seen < app_now() - interval '5 minutes')
    insert into inbox_reader (conversation_id, account_id, last_seen) values ($1, $2, app_now())
    on conflict (conversation_id, account_id) do update set last_seen = excluded.last_seen`,
};
const OTHERS = {
  name: 'inbox_reader_others',
  text: `select a.name from inbox_reader r join account a on a.id = r.account_id
    where r.conversation_id = $1 and r.account_id <> $2 and r.last_seen > app_now() - interval '15 seconds' order by a.name limit 20`,
};
