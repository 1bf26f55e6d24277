import { Injectable } from '@nestjs/common';
import { formatCommentNumber, parseCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type {
  AnswerView,
  ConversationDetail,
  ConversationItem,
  InboxNoteView,
  InboxPage,
  InboxSummary,
  InboxView,
  SaidView,
} from '@forhoering/shared/contracts/inbox.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { AuditService } from '../audit/audit.service.js';
import { searchQuery } from '../comments/comment.rules.js';
import { DeliveriesService } from '../delivery/deliveries.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import type { SignedIn } from '../platform/http/access.js';
import { decodeCursor, page, type TimeCursor } from '../platform/http/page.dto.js';
import { notFound } from '../platform/http/problem-error.js';
import { AnswerChannels } from './answer-channels.service.js';
import { ConversationsRepository } from './conversations.repository.js';
import type { InboxScope } from './inbox-counts.rules.js';
import { DraftsService } from './drafts.service.js';
import { requireSees, seesEverything } from './inbox-access.js';
import { MentionsService } from './mentions.service.js';
import { ProposalsRepository } from './proposals.repository.js';
import { InboxSettingsService } from './inbox-settings.service.js';
import { itemOf, valuesOf, type ConversationRow, type LineRow } from './inbox.views.js';

/** Reading the inbox: each sees what is theirs to answer. */
@Injectable()
export class InboxReaderService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ConversationsRepository,
    private readonly drafts: DraftsService,
    private readonly settings: InboxSettingsService,
    private readonly audit: AuditService,
    private readonly deliveries: DeliveriesService,
    private readonly channels: AnswerChannels,
    private readonly organisation: OrganisationService,
    private readonly config: Config,
    private readonly proposals: ProposalsRepository,
    private readonly mentions: MentionsService,
  ) {}

  async list(
    me: SignedIn,
    view: InboxView,
    cursor: string | undefined,
    limit: number = LIMITS.pageSize,
    q?: string,
  ): Promise<InboxPage> {
    const rows = await this.rows(me, view, decodeCursor(cursor), limit, q);
    // Closed days matter only to clocks that stop on them.
    const pauses = rows.some(({ policy }) => policy === 'openDays');
    const closedDays = pauses ? (await this.settings.get()).closedDays : [];
    const cut = page(rows, limit, (row) => ({ at: row.sort_at, id: row.id }));
    const nowMs = this.clock.nowMs();
    return { items: cut.rows.map((row) => itemOf(row, nowMs, closedDays)), nextCursor: cut.nextCursor };
  }

  /** A number finds its conversation; words find what was said and who said it, in any form or by their beginning. */
  private async rows(
    me: SignedIn,
    view: InboxView,
    after: TimeCursor | null,
    limit: number,
    q: string | undefined,
  ): Promise<LineRow[]> {
    if (q === undefined) return this.repository.list(view, scopeOf(me), after, limit);
    const words = searchQuery(q, true);
    const found = parseCommentNumber(q.trim()) ?? (words === null ? null : { words });
    return found === null ? [] : this.repository.search(found, scopeOf(me), after, limit);
  }

  async summary(me: SignedIn): Promise<InboxSummary> {
    return this.repository.counts(scopeOf(me));
  }

  async ofComment(me: SignedIn, commentId: string): Promise<ConversationDetail | null> {
    const found = await this.repository.byComment(commentId);
    return found ? this.detail(me, found.id) : null;
  }

  /** @throws 404; 403 for another department's */
  async detail(me: SignedIn, id: string): Promise<ConversationDetail> {
    const row = await this.repository.one(id);
    if (!row) throw notFound();
    requireSees(me, { departmentId: row.department_id, ownerId: row.owner_id });
    const [item, said, answers, notes, draft, tags, around, history, target, working] = await Promise.all([
      this.settings.get().then(({ closedDays }) => itemOf(row, this.clock.nowMs(), closedDays)),
      this.said(id),
      this.answers(id),
      this.notes(id),
      this.drafts.of(id),
      this.db.query<{ name: string }>('select name from tag where id = any($1::uuid[]) order by position', [
        row.tag_ids,
      ]),
      this.around(row),
      this.audit.of(id),
      this.channels.targetOf(row.comment_id),
      this.working(me, row),
    ]);
    return {
      ...item,
      round: row.round,
      said,
      text: row.text,
      commentState: row.comment_state,
      hasEmail: row.email !== null,
      permalink: row.permalink,
      tagNames: tags.map(({ name }) => name),
      consultationSlug: row.slug,
      answers,
      notes,
      draftText: draft?.text ?? null,
      draftKind: draft?.kind ?? null,
      draftUntil: draft?.until.toISOString() ?? null,
      draftSavedAnswerId: draft?.saved_answer_id ?? null,
      endReason: row.end_reason,
      repliesAs: target?.accountName ?? null,
      ...around,
      ...working,
      history: history.map(({ at, action, actorName, data }) => ({ at, action, actorName, data })),
    };
  }

  /** What whoever answers works with: what waits to be read, what calls them, what words in braces stand for. */
  private async working(
    me: SignedIn,
    row: ConversationRow,
  ): Promise<Pick<ConversationDetail, 'readByAnother' | 'proposals' | 'mentioned' | 'placeholders'>> {
    const [{ name }, own, readByAnother, proposals, mentioned] = await Promise.all([
      this.organisation.get(),
      this.db.queryOne<{ name: string }>('select name from department where id = $1', [me.departmentId]),
      this.proposals.needsReader(row.id),
      this.proposals.of(row.id, row.round),
      this.mentions.isUnread(me, row.id),
    ]);
    const placeholders = valuesOf(row, row.department_name ?? own?.name ?? null, name, this.config.publicUrl);
    return { readByAnother, proposals, mentioned, placeholders };
  }

  /** After handing it to another department it may be out of sight: what is left to know is where it went. */
  async afterHandOver(me: SignedIn, id: string): Promise<ConversationDetail> {
    return this.detail({ ...me, roles: [...me.roles, 'socialMediaManager'] }, id);
  }

  private async answers(conversationId: string): Promise<AnswerView[]> {
    const answers = await this.db.query<Omit<AnswerView, 'onChannel'>>(ANSWERS, [conversationId]);
    const sent = await this.deliveries.latest(
      'answer',
      answers.map(({ id }) => id),
    );
    return answers.map((answer) => ({ ...answer, onChannel: sent.get(answer.id) ?? null }));
  }

  private async said(conversationId: string): Promise<SaidView[]> {
    const rows = await this.db.query<SaidRow>(SAID, [conversationId]);
    return rows.map(({ year, consultation_number: consultation, number, ...rest }) => ({
      ...rest,
      number: formatCommentNumber(year, consultation, number),
    }));
  }

  private notes(conversationId: string): Promise<InboxNoteView[]> {
    return this.db.query<InboxNoteView>(
      `select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, author_name as "authorName", text from inbox_note where conversation_id = $1 order by at, id`,
      [conversationId],
    );
  }

  /** What else this person asked, and who else asked just this. */
  private async around(row: ConversationRow): Promise<Pick<ConversationDetail, 'earlier' | 'sameText'>> {
    const [earlier, same] = await Promise.all([
      row.email === null ? [] : this.db.query<AroundRow>(EARLIER, [row.comment_id, row.email]),
      this.db.query<AroundRow>(SAME_TEXT, [row.comment_id, row.consultation_id]),
    ]);
    const numberOf = (one: AroundRow): string => formatCommentNumber(one.year, one.consultation_number, one.number);
    return {
      earlier: earlier.map((one) => ({
        conversationId: one.id,
        number: numberOf(one),
        state: one.state,
        excerpt: [...one.text].slice(0, 120).join(''),
      })),
      sameText: same.map((one) => ({ conversationId: one.id, number: numberOf(one) })),
    };
  }
}

type SaidRow = Omit<SaidView, 'number'> & { year: number; consultation_number: number; number: number };
interface AroundRow {
  id: string;
  state: ConversationItem['state'];
  text: string;
  year: number;
  consultation_number: number;
  number: number;
}

export const scopeOf = (me: SignedIn): InboxScope => ({
  accountId: me.accountId,
  departmentId: me.departmentId,
  everything: seesEverything(me),
});

const AROUND = `select v.id, v.state, m.text, c.year, c.number as consultation_number, m.number
  from conversation v join comment m on m.id = v.comment_id join consultation c on c.id = v.consultation_id`;
const EARLIER = `${AROUND} where m.email = $2 and m.id <> $1 order by m.received_at desc limit 10`;
const SAME_TEXT = `${AROUND} where m.consultation_id = $2 and m.id <> $1 and v.state in ('new', 'assigned', 'waiting')
  and m.state not in ('hidden', 'withdrawn') and m.text_hash = (select text_hash from comment where id = $1) order by m.number limit 200`;
const INSTANT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const SAID = `select m.id as "commentId", j.round, m.author_name as author, m.text, ${INSTANT('coalesce(m.upstream_at, m.received_at)')} as at,
    c.year, c.number as consultation_number, m.number
  from conversation_comment j join comment m on m.id = j.comment_id join consultation c on c.id = m.consultation_id
  where j.conversation_id = $1 order by m.number`;
const ANSWERS = `select a.id, a.round, a.kind, a.text, a.signature, a.author_name as "authorName", ${INSTANT('a.created_at')} as "createdAt", a.saved_answer_id as "savedAnswerId",
    (select p.decided_name from answer_proposal p where p.id = a.proposal_id) as "readByName",
    ${INSTANT('a.edited_at')} as "editedAt",
    (select json_agg(json_build_object('destination', d.destination, 'state', d.state, 'deliveredAt', ${INSTANT('d.delivered_at')},
       'permalink', d.permalink) order by d.destination) from answer_delivery d where d.answer_id = a.id) as deliveries,
    coalesce((select json_agg(json_build_object('text', w.text, 'replacedAt', ${INSTANT('w.replaced_at')}) order by w.replaced_at)
       from answer_version w where w.answer_id = a.id), '[]') as versions
  from answer a where a.conversation_id = $1 order by a.created_at`;
