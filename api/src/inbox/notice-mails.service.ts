import { Injectable } from '@nestjs/common';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { NoticeMail } from '@forhoering/shared/contracts/inbox.contract.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { log } from '../platform/log/log.js';
import { Mailer } from '../platform/mail/mailer.js';
import { lastDigestMs, type NoticeKind } from './notice.rules.js';
import { digestWords, noticeWords, type NoticeLine, type Words } from './notice-words.js';

interface Addressee {
  id: string;
  email: string;
  mail: NoticeMail;
  oldest: Date;
}
interface ClaimedRow {
  conversation_id: string;
  round: number;
  kind: NoticeKind;
  title: string;
  year: number;
  consultation_number: number;
  number: number;
  at: Date;
  due: Date;
  owned: boolean;
}
type Claimed = Pick<ClaimedRow, 'conversation_id' | 'round' | 'kind'>;

/**
 * Sends what is to be told. A notice is claimed for ten minutes, mailed, and marked: a worker that is killed in between leaves it
 * to the next one, under the same Message-ID. While the mail server is away everything waits.
 */
@Injectable()
export class NoticeMailsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  async mailOf(accountId: string): Promise<NoticeMail> {
    const row = await this.db.queryOne<{ mail: NoticeMail }>(
      'select mail from inbox_preference where account_id = $1',
      [accountId],
    );
    return row?.mail ?? 'atOnce';
  }

  async choose(accountId: string, mail: NoticeMail): Promise<void> {
    await this.db.query(
      'insert into inbox_preference (account_id, mail) values ($1, $2) on conflict (account_id) do update set mail = $2',
      [accountId, mail],
    );
  }

  /** Stops at the first mail that is refused: a mail server that is away is away for all of them. */
  async run(): Promise<void> {
    await this.db.query(FORGET);
    const nowMs = this.clock.nowMs();
    for (const person of await this.db.query<Addressee>(ADDRESSEES)) {
      const waits = person.mail === 'digest' && person.oldest.getTime() >= lastDigestMs(nowMs);
      if (!waits && !(await this.tell(person, nowMs))) return;
    }
  }

  private async tell(person: Addressee, nowMs: number): Promise<boolean> {
    const claimed = await this.db.query<Claimed>(CLAIM, [person.id]);
    const rows = claimed.length === 0 ? [] : await this.db.query<ClaimedRow>(LINES, [person.id, ...columns(claimed)]);
    const url = this.config.publicUrl;
    if (person.mail === 'digest' && rows.length > 0) {
      const lines = [...new Map(rows.map((row) => [row.conversation_id, lineOf(row)])).values()];
      const words = digestWords(lines, nowMs, url);
      return this.send(person, `inbox.digest.${person.id}.${lastDigestMs(nowMs)}`, words, rows, rows);
    }
    for (const [at, row] of rows.entries()) {
      const id = `inbox.${row.kind}.${row.conversation_id}.${row.round}.${person.id}${againOf(row)}`;
      const words = noticeWords(lineOf(row), row.kind, nowMs, url);
      if (!(await this.send(person, id, words, [row], rows.slice(at)))) return false;
    }
    return true;
  }

  /** @param told marked when it went; `rest` is let go when it did not */
  private async send(
    { id, email }: Addressee,
    messageId: string,
    words: Words,
    told: Claimed[],
    rest: Claimed[],
  ): Promise<boolean> {
    try {
      await this.mailer.send({ to: email, messageId, ...words });
    } catch (error) {
      log.error('inbox-notice', error);
      await this.db.query(mark('claimed_at = null'), [id, ...columns(rest)]);
      return false;
    }
    await this.db.query(mark('mailed_at = app_now()'), [id, ...columns(told)]);
    return true;
  }
}

const columns = (rows: Claimed[]): [string[], number[], string[]] => [
  rows.map((row) => row.conversation_id),
  rows.map((row) => row.round),
  rows.map((row) => row.kind),
];
/** What can be told again is another mail each time; a second try of the same is not. */
const againOf = ({ kind, at }: ClaimedRow): string =>
  kind === 'to-read' || kind === 'sent-back' || kind === 'mentioned' ? `.${at.getTime()}` : '';
const lineOf = (row: ClaimedRow): NoticeLine => ({
  conversationId: row.conversation_id,
  number: formatCommentNumber(row.year, row.consultation_number, row.number),
  title: row.title,
  due: row.due,
  owned: row.owned,
});

/** What nobody need be told any more: it is done, waits, or cannot be seen; or the person is gone. */
const FORGET = `update inbox_notice n set mailed_at = app_now() from conversation v, account a, comment m
  where n.mailed_at is null and v.id = n.conversation_id and a.id = n.account_id and m.id = v.comment_id
    and (a.state <> 'active' or v.round <> n.round or m.state in ('hidden', 'withdrawn')
      -- What colleagues want of each other does not end with the answer.
      or (v.state not in ('new', 'assigned') and n.kind not in ('to-read', 'sent-back', 'mentioned')))`;
const FREE = `mailed_at is null and (claimed_at is null or claimed_at < app_now() - interval '10 minutes')`;
const ADDRESSEES = `select a.id, a.email, coalesce(p.mail, 'atOnce') as mail, min(n.at) as oldest
  from inbox_notice n join account a on a.id = n.account_id left join inbox_preference p on p.account_id = a.id
  where ${FREE} group by a.id, a.email, p.mail order by min(n.at)`;
const CLAIM = `update inbox_notice set claimed_at = app_now()
  where (conversation_id, round, kind, account_id) in (select conversation_id, round, kind, account_id from inbox_notice
    where account_id = $1 and ${FREE} order by at limit 200 for update skip locked)
  returning conversation_id, round, kind`;
const KEYS = `unnest($2::uuid[], $3::int[], $4::text[]) as k (conversation_id, round, kind)`;
const LINES = `select k.conversation_id, k.round, k.kind, n.at, c.title, c.year, c.number as consultation_number, m.number,
    coalesce(v.promised_at, v.due_at) as due, coalesce(v.owner_id = $1, false) as owned
  from ${KEYS} join inbox_notice n on n.account_id = $1 and n.conversation_id = k.conversation_id and n.round = k.round and n.kind = k.kind
    join conversation v on v.id = k.conversation_id join comment m on m.id = v.comment_id
    join consultation c on c.id = v.consultation_id
  order by due, v.id, k.kind`;
const mark = (set: string): string => `update inbox_notice n set ${set} from ${KEYS}
  where n.account_id = $1 and n.conversation_id = k.conversation_id and n.round = k.round and n.kind = k.kind`;
