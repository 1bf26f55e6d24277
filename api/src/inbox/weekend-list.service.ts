import { Injectable } from '@nestjs/common';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { log } from '../platform/log/log.js';
import { Mailer } from '../platform/mail/mailer.js';
import { closedAhead } from './notice.rules.js';
import { weekendWords } from './notice-words.js';
import { InboxSettingsService } from './inbox-settings.service.js';

interface DueRow {
  account_id: string;
  email: string;
  id: string;
  title: string;
  year: number;
  consultation_number: number;
  number: number;
  due: Date;
  owned: boolean;
}

/**
 * At noon before a weekend or holidays: what falls due before anybody is back. Each owner gets the own ones; the social media
 * managers get all. Once a day and person; a mail that was refused is tried again.
 */
@Injectable()
export class WeekendListService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly settings: InboxSettingsService,
  ) {}

  async run(): Promise<void> {
    const nowMs = this.clock.nowMs();
    const ahead = closedAhead(nowMs, (await this.settings.get()).closedDays);
    if (ahead === null) return;
    const people = new Map<string, DueRow[]>();
    for (const row of await this.db.query<DueRow>(DUE, [ahead.day, new Date(ahead.untilMs)]))
      people.set(row.account_id, [...(people.get(row.account_id) ?? []), row]);
    for (const [accountId, rows] of people) {
      const key = [ahead.day, accountId];
      if (!(await this.db.queryOne(CLAIM, key))) continue;
      try {
        await this.mailer.send({
          to: rows[0]?.email ?? '',
          messageId: `inbox.weekend.${ahead.day}.${accountId}`,
          ...weekendWords(rows.map(lineOf), ahead.untilMs, nowMs, this.config.publicUrl),
        });
      } catch (error) {
        log.error('weekend-list', error);
        await this.db.query('delete from weekend_list where day = $1 and account_id = $2', key);
        return;
      }
      await this.db.query('update weekend_list set mailed_at = app_now() where day = $1 and account_id = $2', key);
    }
  }
}

const lineOf = (row: DueRow) => ({
  conversationId: row.id,
  number: formatCommentNumber(row.year, row.consultation_number, row.number),
  title: row.title,
  due: row.due,
  owned: row.owned,
});

const DUE = `select a.id as account_id, a.email, v.id, c.title, c.year, c.number as consultation_number, m.number,
    coalesce(v.promised_at, v.due_at) as due, coalesce(v.owner_id = a.id, false) as owned
  from conversation v join comment m on m.id = v.comment_id join consultation c on c.id = v.consultation_id
    join account a on a.state = 'active' and (a.id = v.owner_id or 'socialMediaManager' = any(a.roles))
  where v.state in ('new', 'assigned') and m.state not in ('hidden', 'withdrawn')
    and coalesce(v.promised_at, v.due_at) > app_now() and coalesce(v.promised_at, v.due_at) <= $2
    and not exists (select 1 from weekend_list w where w.day = $1 and w.account_id = a.id and w.mailed_at is not null)
  order by due, v.id limit 5000`;
/** Whoever was killed while mailing is followed by another after ten minutes. */
const CLAIM = `insert into weekend_list (day, account_id, claimed_at) values ($1, $2, app_now())
  on conflict (day, account_id) do update set claimed_at = app_now()
    where weekend_list.mailed_at is null and weekend_list.claimed_at < app_now() - interval '10 minutes'
  returning 1 as mine`;
