import { Injectable } from '@nestjs/common';
import {
  shareLeft,
  warningReached,
  type ClockPolicy,
  type ClockSettings,
} from '@forhoering/shared/inbox/clock.rules.js';
import { PERMISSIONS } from '@forhoering/shared/contracts/access.contract.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { isAway, TODAY } from './inbox-access.js';
import { InboxSettingsService } from './inbox-settings.service.js';
import { noticesFor, type Notice } from './notice.rules.js';
import { NoticeMailsService } from './notice-mails.service.js';

interface OpenRow {
  id: string;
  round: number;
  /** null also when the owner cannot be told any more. */
  owner_id: string | null;
  department_id: string | null;
  started_at: Date;
  due: Date;
  policy: ClockPolicy;
  /** `kind account` of what has been told. */
  told: string[];
}

/** Finds whom to tell of what, each once; the mails go out by themselves, when the mail server is there and the person wants them. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: InboxSettingsService,
    private readonly mails: NoticeMailsService,
  ) {}

  /** Every minute, by any worker. */
  async run(): Promise<void> {
    await this.find();
    await this.mails.run();
  }

  private async find(): Promise<void> {
    const [rows, managers, standIns, heads, { closedDays }] = await Promise.all([
      this.db.query<OpenRow>(OPEN),
      this.db.query<{ id: string }>(MANAGERS),
      this.db.query<{ department_id: string; account_id: string }>(STAND_INS, [PERMISSIONS['inbox.answer']]),
      this.db.query<{ department_id: string; account_id: string }>(HEADS, [PERMISSIONS['inbox.answer']]),
      this.settings.get(),
    ]);
    const managerIds = managers.map(({ id }) => id);
    const standInOf = new Map(standIns.map((row) => [row.department_id, row.account_id]));
    const headOf = new Map(heads.map((row) => [row.department_id, row.account_id]));
    const fresh: Array<Notice & { row: OpenRow }> = [];
    for (const row of rows) {
      const standInId = row.department_id === null ? null : (standInOf.get(row.department_id) ?? null);
      const headId = row.department_id === null ? null : (headOf.get(row.department_id) ?? null);
      const time = this.time(row, closedDays);
      const wanted = noticesFor({ ownerId: row.owner_id, standInId, managerIds, headId, ...time });
      for (const notice of wanted)
        if (!row.told.includes(`${notice.kind} ${notice.accountId}`)) fresh.push({ ...notice, row });
    }
    if (fresh.length === 0) return;
    await this.db.query(INSERT, [
      fresh.map(({ row }) => row.id),
      fresh.map(({ row }) => row.round),
      fresh.map(({ kind }) => kind),
      fresh.map(({ accountId }) => accountId),
    ]);
  }

  private time(row: OpenRow, closedDays: readonly string[]): { reached: 50 | 75 | 90 | null; overdueMs: number } {
    const settings: ClockSettings = { policy: row.policy, closedDays };
    const [now, due] = [this.clock.nowMs(), row.due.getTime()];
    if (now >= due) return { reached: null, overdueMs: now - due };
    const warning = warningReached(shareLeft(row.started_at.getTime(), due, now, settings));
    return { reached: warning, overdueMs: now - due };
  }
}

const OPEN = `select v.id, v.round, a.id as owner_id, v.department_id, v.started_at, coalesce(v.promised_at, v.due_at) as due, v.policy,
    coalesce(n.told, '{}') as told
  from conversation v left join account a on a.id = v.owner_id and a.state = 'active' and not ${isAway('a.id')}
    left join lateral (select array_agg(kind || ' ' || account_id) as told from inbox_notice where conversation_id = v.id and round = v.round) n on true
  where v.state in ('new', 'assigned')
    and not exists (select 1 from comment g where g.id = v.comment_id and g.state in ('hidden', 'withdrawn'))
  order by due limit 20000`;
/** Who is away is told nothing, unless all are. */
const MANAGERS = `with manager as (select id, ${isAway('account.id')} as away from account where state = 'active' and 'socialMediaManager' = any(roles))
  select id from manager where not away or not exists (select 1 from manager where not away) order by id`;
const STAND_INS = `select distinct on (d.department_id) d.department_id, d.account_id
  from duty d join account a on a.id = d.account_id and a.state = 'active' and a.roles && $1::text[]
  where d.stand_in and ${TODAY} between d.starts_on and d.ends_on and not ${isAway('a.id')}
  order by d.department_id, d.starts_on desc`;
const HEADS = `select h.department_id, h.account_id from department_head h
  join account a on a.id = h.account_id and a.state = 'active' and a.roles && $1::text[]`;
const INSERT = `insert into inbox_notice (conversation_id, round, kind, account_id, at)
  select c, r, k, a, app_now() from unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[]) as n (c, r, k, a) on conflict do nothing`;
