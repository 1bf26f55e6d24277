import { Injectable } from '@nestjs/common';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { durationWords, shareLeft, warningReached, type ClockSettings } from '@forhoering/shared/inbox/clock.rules.js';
import { formatDateTimeSentence } from '@forhoering/shared/time/format-time.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { log } from '../platform/log/log.js';
import { Mailer } from '../platform/mail/mailer.js';
import type { LineRow } from './inbox.views.js';
import { InboxSettingsService } from './inbox-settings.service.js';

type NoticeKind = 'assigned' | 'warning-75' | 'warning-90' | 'breached' | 'escalated';

type OpenRow = Pick<LineRow, 'id' | 'owner_id' | 'started_at' | 'due_at' | 'promised_at' | 'policy' | 'title'> & {
  round: number;
  year: number;
  consultation_number: number;
  number: number;
};
interface Person {
  id: string;
  email: string;
  roles: string[];
}

/** Notices of one run; more wait a minute. */
const MOST = 500;

/**
 * Tells by mail who has something to answer. Each is told once about each thing: the row is written before the mail goes, and taken
 * back when the mail server refuses, so that the next run tries again.
 */
@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly settings: InboxSettingsService,
  ) {}

  async run(): Promise<void> {
    const managers = await this.db.query<Person>(MANAGERS);
    const [rows, { closedDays }] = await Promise.all([
      this.db.query<OpenRow>(OPEN, [MOST, managers.length > 0]),
      this.settings.get(),
    ]);
    for (const row of rows) {
      const kind = this.reached(row, { policy: row.policy, closedDays });
      for (const { to, what } of await this.peopleFor(row, kind, managers)) {
        // A mail server that is away is away for all of them: the rest waits for the next run.
        if (!(await this.tell(row, what, to))) return;
      }
    }
  }

  private reached(row: OpenRow, settings: ClockSettings): NoticeKind | null {
    const due = (row.promised_at ?? row.due_at).getTime();
    const now = this.clock.nowMs();
    if (now >= due) return 'breached';
    const warning = warningReached(shareLeft(row.started_at.getTime(), due, now, settings));
    return warning === 90 ? 'warning-90' : warning === 75 ? 'warning-75' : null;
  }

  /** The owner; without one, and after the deadline besides, those who look after the channels: it is never silent. */
  private async peopleFor(
    row: OpenRow,
    kind: NoticeKind | null,
    managers: Person[],
  ): Promise<Array<{ to: Person; what: NoticeKind }>> {
    const told: Array<{ to: Person; what: NoticeKind }> = [];
    const owner = row.owner_id === null ? null : await this.db.queryOne<Person>(PERSON, [row.owner_id]);
    if (owner) {
      told.push({ to: owner, what: 'assigned' });
      if (kind !== null) told.push({ to: owner, what: kind });
    }
    if (kind === 'breached' || !owner)
      for (const to of managers.filter(({ id }) => id !== owner?.id))
        told.push({ to, what: kind === 'breached' ? 'escalated' : 'assigned' });
    return told;
  }

  private async tell(row: OpenRow, kind: NoticeKind, to: Person): Promise<boolean> {
    const key = [row.id, row.round, kind, to.id];
    const fresh = await this.db.queryOne(
      `insert into inbox_notice (conversation_id, round, kind, account_id, at) values ($1, $2, $3, $4, app_now())
       on conflict do nothing returning 1 as told`,
      key,
    );
    if (!fresh) return true;
    try {
      await this.mailer.send({
        to: to.email,
        messageId: `inbox.${kind}.${row.id}.${row.round}.${to.id}`,
        ...this.words(row, kind),
      });
      return true;
    } catch (error) {
      log.error('inbox-notice', error);
      await this.db.query(
        'delete from inbox_notice where conversation_id = $1 and round = $2 and kind = $3 and account_id = $4',
        key,
      );
      return false;
    }
  }

  /** No words of the citizen in a mail: only the number, and a link that lands on the very conversation. */
  private words(row: OpenRow, kind: NoticeKind): { subject: string; text: string } {
    const number = formatCommentNumber(row.year, row.consultation_number, row.number);
    const due = row.promised_at ?? row.due_at;
    const left = due.getTime() - this.clock.nowMs();
    const time = left > 0 ? `${durationWords(left)} tilbage` : `overskredet med ${durationWords(left)}`;
    const subject: Record<NoticeKind, string> = {
      assigned: row.owner_id === null ? `Ingen har ${number}` : `Du har fået ${number} til svar`,
      'warning-75': `${number}: en fjerdedel af tiden er tilbage`,
      'warning-90': `${number}: en tiendedel af tiden er tilbage`,
      breached: `${number} er ikke besvaret til tiden`,
      escalated: `${number} er ikke besvaret til tiden`,
    };
    return {
      subject: subject[kind],
      text: [
        `${number} i “${row.title}” venter på svar.`,
        `Svar senest ${formatDateTimeSentence(due.toISOString(), 'da')} (${time}).`,
        `${this.config.publicUrl}/indbakke?samtale=${row.id}`,
      ].join('\n\n'),
    };
  }
}

const PERSON = `select id, email, roles from account where id = $1 and state = 'active'`;
const MANAGERS = `select id, email, roles from account where state = 'active' and 'socialMediaManager' = any(roles)`;
const TOLD = (kind: NoticeKind): string =>
  `exists (select 1 from inbox_notice n where n.conversation_id = v.id and n.round = v.round and n.kind = '${kind}')`;
/** Those that somebody may have to be told about. Whoever has been told of the breach has been told all there is. */
const OPEN = `select v.id, v.round, v.owner_id, v.started_at, v.due_at, v.promised_at, v.policy,
    m.number, c.year, c.number as consultation_number, c.title
  from conversation v join comment m on m.id = v.comment_id join consultation c on c.id = v.consultation_id
  where v.state in ('new', 'assigned') and m.state not in ('hidden', 'withdrawn')
    and not ((v.owner_id is null or ${TOLD('breached')}) and (not $2::boolean or ${TOLD('escalated')}))
  order by coalesce(v.promised_at, v.due_at) limit $1`;
