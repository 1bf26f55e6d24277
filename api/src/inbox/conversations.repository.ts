import { Injectable } from '@nestjs/common';
import type { InboxSummary, InboxView } from '@forhoering/shared/contracts/inbox.contract.js';
import type { CommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { SharedRead } from '../platform/database/shared-read.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { TimeCursor } from '../platform/http/page.dto.js';
import { Conversation } from './conversation.entity.js';
import { countsFor, type CountGroup, type InboxScope } from './inbox-counts.rules.js';
import { INBOX_CHANNEL } from './inbox-access.js';
import { EXCERPT, type ConversationRow, type LineRow } from './inbox.views.js';

export interface Home {
  department_id: string | null;
  /** The conversation of the comment that this one is written below. */
  thread_id: string | null;
  below_answer: boolean;
}

/** What is searched for. */
export type Found = CommentNumber | { words: string };

const OPEN = `v.state in ('new', 'assigned')`;
const DUE = 'coalesce(v.promised_at, v.due_at)';
const VIEWS: Record<InboxView, string> = {
  due: OPEN,
  mine: `v.owner_id = $1::uuid and v.state in ('new', 'assigned', 'waiting')`,
  department: `v.department_id = $2::uuid and ${OPEN}`,
  unassigned: `v.owner_id is null and ${OPEN}`,
  breached: `${OPEN} and ${DUE} < app_now()`,
  toRead: `exists (select 1 from answer_proposal p where p.conversation_id = v.id and p.state = 'waiting' and p.author_id <> $1::uuid)`,
  mentioned: `exists (select 1 from inbox_mention n where n.conversation_id = v.id and n.account_id = $1::uuid and n.read_at is null)`,
  waiting: `v.state = 'waiting'`,
  answered: `v.state in ('answered', 'no_answer_needed')`,
};
/** What nobody can see is not waited for; it comes back with its old deadline when it is shown again. */
const SHOWN = `not exists (select 1 from comment g where g.id = v.comment_id and g.state in ('hidden', 'withdrawn'))`;
/** Asked apart: with an "or" in it the planner would not read the lists in the order of their index. */
const within = ({ everything }: InboxScope): string =>
  everything ? '($1::uuid is not null or $2::uuid is null)' : '(v.owner_id = $1::uuid or v.department_id = $2::uuid)';

const SEEN = '($3::boolean or v.owner_id = $1::uuid or v.department_id = $2::uuid)';

/** What a line shows; dates and texts that it does not show cost more to read than the rest of it. */
const LINE = `v.id, v.comment_id, v.consultation_id, v.state, v.reason, v.department_id, v.owner_id, v.started_at, v.policy, v.due_at, v.promised_at,
    v.collected_late, v.version, v.round, m.number as comment_number, c.year, c.number as consultation_number, c.title, m.channel, m.author_name,
    o.name as owner_name, d.name as department_name, r.account_id as draft_by, r.account_name as draft_name, w.author_id as proposed_by, w.author_name as proposed_name`;
const MORE = `, m.text, m.state as comment_state, m.email, m.permalink, m.tag_ids, case when c.state <> 'standing' then c.slug end as slug, c.closes_at, v.end_reason`;
const FROM = `from conversation v join comment m on m.id = v.comment_id join consultation c on c.id = v.consultation_id
    left join account o on o.id = v.owner_id left join department d on d.id = v.department_id
    left join inbox_draft r on r.conversation_id = v.id and r.until > app_now()
    left join answer_proposal w on w.conversation_id = v.id and w.state = 'waiting'`;
const exact = (sort: string): string =>
  `to_char(${sort} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_at`;

const GROUPS = {
  name: 'inbox_groups',
  text: `select v.department_id, v.owner_id, (count(*) filter (where ${OPEN}))::int as open,
    (count(*) filter (where ${VIEWS.breached}))::int as breached, (count(*) filter (where ${VIEWS.waiting}))::int as waiting
  from conversation v where v.state in ('new', 'assigned', 'waiting') and ${SHOWN} group by v.department_id, v.owner_id`,
};

/** What waits for just this person; both tables hold few rows that count. */
const OWN = {
  name: 'inbox_own',
  text: `select (select count(*)::int from answer_proposal p join conversation v on v.id = p.conversation_id
      where p.state = 'waiting' and p.author_id <> $1::uuid and ${SEEN} and ${SHOWN}) as "toRead",
    (select count(distinct n.conversation_id)::int from inbox_mention n join conversation v on v.id = n.conversation_id
      where n.account_id = $1::uuid and n.read_at is null and ${SEEN} and ${SHOWN}) as mentioned`,
};

const JOINED = 'select j.conversation_id from comment g join conversation_comment j on j.comment_id = g.id';
/** What was said, or who said it. */
const matchingWords = (words: string): string[] => [
  `g.search @@ to_tsquery('danish', ${words})`,
  `to_tsvector('simple', g.author_name) @@ to_tsquery('simple', ${words}) and g.author_name is not null`,
];
function matchingNumber({ number, year, consultation }: CommentNumber, next: (value: unknown) => string): string {
  const match = `g.number = ${next(number)}`;
  if (year === null) return match;
  return `${match} and g.consultation_id in (select id from consultation where year = ${next(year)} and number = ${next(consultation)})`;
}

@Injectable()
export class ConversationsRepository {
  private readonly groups = new SharedRead(() => this.db.query<CountGroup>(GROUPS));

  constructor(private readonly db: Database) {}

  /** What is due first comes first; what is done, newest first. One row more than `limit` says whether there is more. */
  list(view: InboxView, scope: InboxScope, after: TimeCursor | null, limit: number): Promise<LineRow[]> {
    const done = view === 'answered';
    const sort = done ? 'v.updated_at' : DUE;
    const params: unknown[] = [scope.accountId, scope.departmentId];
    const from = after === null ? '' : ` and (${sort}, v.id) ${done ? '<' : '>'} ($3::timestamptz, $4::uuid)`;
    if (after !== null) params.push(after.at, after.id);
    const order = `${sort} ${done ? 'desc' : 'asc'}, v.id ${done ? 'desc' : 'asc'}`;
    // The page is found on the conversations alone; the rest is looked up for its rows only. The limit stands in the text: as a
    // parameter the server would take it for a tenth of the table, and plan anew each time.
    const page = `select v.id from conversation v where ${VIEWS[view]} and ${within(scope)} and ${SHOWN}${from} order by ${order} limit ${Math.trunc(limit) + 1}`;
    const text = `select ${LINE}, left(m.text, ${EXCERPT}) as excerpt, ${VIEWS.mentioned} as mentioned, ${exact(sort)} ${FROM} where v.id in (${page}) order by ${order}`;
    const name = `inbox_${view}_${after === null ? 0 : 1}_${scope.everything ? 1 : 0}_${limit}`;
    return this.db.query<LineRow>({ name, text }, params);
  }

  /**
   * Newest first, of any state: who searches wants the one, wherever it lies. Without a name, since the best plan depends on the words.
   * @param found a number, as people say it, or words
   */
  search(found: Found, scope: InboxScope, after: TimeCursor | null, limit: number): Promise<LineRow[]> {
    const params: unknown[] = [scope.accountId, scope.departmentId];
    const next = (value: unknown): string => `$${params.push(value)}`;
    const matches = 'words' in found ? matchingWords(next(found.words)) : [matchingNumber(found, next)];
    const from =
      after === null ? '' : ` and (v.started_at, v.id) < (${next(after.at)}::timestamptz, ${next(after.id)}::uuid)`;
    // The comments are looked up by their indexes, then the few conversations that have them: not the other way round.
    const ids = matches.map((match) => `${JOINED} where ${match}`).join(' union ');
    const page = `select v.id from conversation v where v.id in (${ids}) and ${within(scope)} and ${SHOWN}${from}
      order by v.started_at desc, v.id desc limit ${Math.trunc(limit) + 1}`;
    return this.db.query<LineRow>(
      `select ${LINE}, left(m.text, ${EXCERPT}) as excerpt, ${VIEWS.mentioned} as mentioned, ${exact('v.started_at')} ${FROM}
       where v.id in (${page}) order by v.started_at desc, v.id desc`,
      params,
    );
  }

  /** Shared by all who ask at the same time: it looks at every open conversation, and the answer holds for everybody. */
  async counts(scope: InboxScope): Promise<InboxSummary> {
    const [groups, own] = await Promise.all([
      this.groups.ask(),
      this.db.queryOne<{ toRead: number; mentioned: number }>(OWN, [
        scope.accountId,
        scope.departmentId,
        scope.everything,
      ]),
    ]);
    return { ...countsFor(scope, groups), toRead: own?.toRead ?? 0, mentioned: own?.mentioned ?? 0 };
  }

  one(id: string, tx?: Tx): Promise<ConversationRow | null> {
    const text = `select ${LINE}, left(m.text, ${EXCERPT}) as excerpt, false as mentioned, ${exact(DUE)} ${MORE} ${FROM} where v.id = $1`;
    return tx ? queryOne<ConversationRow>(tx, text, [id]) : this.db.queryOne<ConversationRow>(text, [id]);
  }

  /** The conversation in which a comment is, of whichever round. */
  byComment(commentId: string, tx?: Tx): Promise<{ id: string } | null> {
    const text = 'select conversation_id as id from conversation_comment where comment_id = $1';
    return tx ? queryOne<{ id: string }>(tx, text, [commentId]) : this.db.queryOne<{ id: string }>(text, [commentId]);
  }

  async join(tx: Tx, id: string, commentId: string, round: number): Promise<void> {
    await query(tx, 'insert into conversation_comment (comment_id, conversation_id, round) values ($1, $2, $3)', [
      commentId,
      id,
      round,
    ]);
  }

  forChange(tx: Tx, id: string): Promise<Conversation | null> {
    return tx.getRepository(Conversation).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false when the comment has its conversation already */
  async insert(tx: Tx, conversation: Conversation): Promise<boolean> {
    const done = await tx
      .createQueryBuilder()
      .insert()
      .into(Conversation)
      .values(conversation)
      .orIgnore()
      .returning('id')
      .execute();
    if ((done.raw as unknown[]).length === 0) return false;
    await this.join(tx, conversation.id, conversation.commentId, conversation.round);
    return true;
  }

  /** Writes what changed and tells every web process. @returns the new version */
  async update(tx: Tx, conversation: Conversation, values: Partial<Conversation>, now: Date): Promise<void> {
    await tx
      .getRepository(Conversation)
      .update({ id: conversation.id }, { ...values, version: conversation.version + 1, updatedAt: now });
    await this.announce(tx, conversation.id);
  }

  async announce(tx: Tx, id: string): Promise<void> {
    await query(tx, `select pg_notify('${INBOX_CHANNEL}', $1)`, [id]);
  }

  /** The department of the conversation above a reply, else of the consultation; and whether we answered above it. */
  async home(tx: Tx, commentId: string): Promise<Home | null> {
    return queryOne<Home>(
      tx,
      `select coalesce(p.department_id, c.department_id) as department_id, p.id as thread_id, coalesce(pm.answers <> '[]', false) as below_answer
       from comment m join consultation c on c.id = m.consultation_id left join comment pm on pm.id = m.parent_id
         left join conversation_comment pc on pc.comment_id = m.parent_id left join conversation p on p.id = pc.conversation_id
       where m.id = $1`,
      [commentId],
    );
  }
}
