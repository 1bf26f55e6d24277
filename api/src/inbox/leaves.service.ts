import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { allows } from '@forhoering/shared/contracts/access.contract.js';
import type { LeaveInput, LeaveView } from '@forhoering/shared/contracts/leave.contract.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { invalidField, notFound, ProblemError } from '../platform/http/problem-error.js';
import { dayOf } from './answer-input.js';
import { ConversationsService } from './conversations.service.js';
import { answererOf, TODAY } from './inbox-access.js';

/**
 * Who is away. Nothing new goes to them, no reminder waits in their mail, and what they had open goes to whoever is on duty on the first
 * day. What somebody takes by hand while being away stays theirs.
 */
@Injectable()
export class LeavesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly conversations: ConversationsService,
    private readonly audit: AuditService,
  ) {}

  /** Those of today and later. */
  list(): Promise<LeaveView[]> {
    return this.db.query<LeaveView>(`${VIEW} where l.ends_on >= ${TODAY} order by l.starts_on, a.name limit 1000`);
  }

  /** One's own, or anybody's for who looks after the inbox. @throws 403; 422 for a day that is none or an end before the start */
  async add(me: SignedIn, input: LeaveInput): Promise<LeaveView> {
    requireMay(me, input.accountId);
    const [startsOn, endsOn] = [dayOf(input.startsOn, 'startsOn'), dayOf(input.endsOn, 'endsOn')];
    if (endsOn < startsOn) throw invalidField('endsOn', 'end-before-start');
    const id = uuidv7();
    await this.db.transaction(async (tx) => {
      await answererOf(tx, 'accountId', input.accountId);
      await query(tx, 'insert into staff_leave (id, account_id, starts_on, ends_on) values ($1, $2, $3, $4)', [
        id,
        input.accountId,
        startsOn,
        endsOn,
      ]);
      const subject = { actor: me, subjectKind: 'leave', subjectId: id };
      await this.audit.record(tx, { ...subject, action: 'leave.add', data: { startsOn, endsOn } });
    });
    const made = await this.db.queryOne<LeaveView>(`${VIEW} where l.id = $1`, [id]);
    if (!made) throw notFound();
    return made;
  }

  /** @throws 403, 404 */
  async remove(me: SignedIn, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const row = await queryOne<{ account_id: string }>(tx, 'select account_id from staff_leave where id = $1', [id]);
      if (!row) throw notFound();
      requireMay(me, row.account_id);
      await query(tx, 'delete from staff_leave where id = $1', [id]);
      await this.audit.record(tx, { actor: me, action: 'leave.remove', subjectKind: 'leave', subjectId: id });
    });
  }

  /** Every minute, by any worker: gives on what those have open who are away from today. */
  async run(): Promise<void> {
    const leaves = await this.db.query<{ id: string; account_id: string }>(
      `select id, account_id from staff_leave where handed_over_at is null and ${TODAY} between starts_on and ends_on`,
    );
    for (const { id, account_id: accountId } of leaves) {
      const open = await this.db.query<{ id: string }>(
        `select id from conversation where owner_id = $1 and state in ('new', 'assigned')`,
        [accountId],
      );
      for (const { id: conversationId } of open) await this.conversations.release(conversationId, accountId);
      await this.db.query('update staff_leave set handed_over_at = $2 where id = $1', [id, this.clock.now()]);
    }
  }
}

function requireMay({ accountId, roles }: SignedIn, whose: string): void {
  if (whose !== accountId && !allows(roles, 'inbox.settings')) throw new ProblemError(403, 'not-allowed');
}

const VIEW = `select l.id, l.account_id as "accountId", a.name as "accountName", to_char(l.starts_on, 'YYYY-MM-DD') as "startsOn",
    to_char(l.ends_on, 'YYYY-MM-DD') as "endsOn"
  from staff_leave l join account a on a.id = l.account_id`;
