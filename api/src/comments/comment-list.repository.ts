import { Injectable } from '@nestjs/common';
import { parseCommentNumber, formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { UNDECIDED_STATES, type Channel, type CommentState } from '@forhoering/shared/comments/comment-states.js';
import type {
  CommentCounts,
  CommentFinding,
  CommentListItem,
  CommentOrder,
  CommentPage,
} from '@forhoering/shared/contracts/comment.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Database } from '../platform/database/database.js';
import { decodeCursor, page } from '../platform/http/page.dto.js';
import { searchQuery } from './comment.rules.js';

export interface CommentFilter {
  q?: string;
  /** A tag's id, or `none` for comments without any. */
  tag?: string;
  channel?: Channel;
  state?: CommentState;
  /** `undecided` = held or waiting. */
  undecided?: boolean;
  /** `newest` first unless said otherwise; a cursor belongs to the order it came from. */
  order?: CommentOrder;
  cursor?: string;
  limit?: number;
}

export interface CommentRow {
  id: string;
  year: number;
  consultation_number: number;
  number: number;
  text: string;
  channel: Channel;
  state: CommentState;
  author_name: string | null;
  /** ISO, to the microsecond: a Date would lose the place in the list. */
  received_exact: string;
  upstream_at: Date | null;
  upstream_approx: boolean;
  tag_ids: string[];
  early: boolean;
  late: boolean;
  flags: string[];
  findings: CommentFinding[];
  edited_at: Date | null;
  photos_waiting: number;
  version: number;
}

const EXACT = `to_char(m.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as received_exact`;
const LIST = `select m.id, c.year, c.number as consultation_number, m.number, m.text, m.channel, m.state, m.author_name, ${EXACT},
  m.upstream_at, m.upstream_approx, m.tag_ids, m.early, m.late, m.flags, m.findings, m.edited_at, m.photos_waiting, m.version
  from comment m join consultation c on c.id = m.consultation_id`;

/** Reading the register: lists by keyset, never by offset. */
@Injectable()
export class CommentListRepository {
  constructor(private readonly db: Database) {}

  async list(consultationId: string, filter: CommentFilter): Promise<CommentPage> {
    const where = new Where('m.consultation_id = $1', [consultationId]);
    if (filter.state !== undefined) where.and('m.state = ', filter.state);
    if (filter.undecided === true) where.and('m.state = any(', UNDECIDED_STATES, ')');
    if (filter.channel !== undefined) where.and('m.channel = ', filter.channel);
    if (filter.tag === 'none') where.and(`m.tag_ids = `, '{}', '::uuid[]');
    else if (filter.tag !== undefined) where.and('m.tag_ids @> array[', filter.tag, '::uuid]');
    if (filter.q === undefined) return this.matching(where, filter);
    return this.search(where, consultationId, filter, filter.q);
  }

  private async matching(where: Where, filter: CommentFilter): Promise<CommentPage> {
    const limit = filter.limit ?? LIMITS.pageSize;
    const after = decodeCursor(filter.cursor);
    const oldest = filter.order === 'oldest';
    const [beyond, way] = oldest ? ['>', 'asc'] : ['<', 'desc'];
    if (after) where.and(`(m.received_at, m.id) ${beyond} (`, after.at, '::timestamptz, ').plus(after.id, '::uuid)');
    const text = `${LIST} where ${where.text} order by m.received_at ${way}, m.id ${way} limit ${limit + 1}`;
    // Tags and words go unnamed: their best plan depends on the value. The rest is planned once per connection.
    const depends = filter.tag !== undefined || filter.q !== undefined;
    const name = `list_${way}_${Number(filter.state !== undefined)}${Number(filter.undecided === true)}${Number(filter.channel !== undefined)}${Number(after !== null)}_${limit}`;
    const rows = await this.db.query<CommentRow>(depends ? text : { name, text }, where.params);
    const cut = page(rows, limit, (row) => ({ at: row.received_exact, id: row.id }));
    return { items: cut.rows.map(listItem), nextCursor: cut.nextCursor };
  }

  async one(id: string): Promise<CommentRow | null> {
    return this.db.queryOne<CommentRow>(`${LIST} where m.id = $1`, [id]);
  }

  async counts(consultationId: string): Promise<CommentCounts> {
    const [groups, tags] = await Promise.all([
      this.db.query<{ state: CommentState; channel: Channel; count: number; tagged: number }>(
        `select state, channel, count(*)::int as count, (count(*) filter (where tag_ids <> '{}' and state <> 'withdrawn'))::int as tagged
         from comment where consultation_id = $1 group by state, channel`,
        [consultationId],
      ),
      this.db.query<{ tag_id: string; count: number }>(
        `select t.tag_id, count(*)::int as count from comment_tag t where t.consultation_id = $1 group by t.tag_id`,
        [consultationId],
      ),
    ]);
    const counts: CommentCounts = { total: 0, tagged: 0, byState: {}, byChannel: {}, byTag: {} };
    for (const { state, channel, count, tagged } of groups) {
      counts.total += count;
      counts.tagged += tagged;
      counts.byState[state] = (counts.byState[state] ?? 0) + count;
      counts.byChannel[channel] = (counts.byChannel[channel] ?? 0) + count;
    }
    for (const { tag_id, count } of tags) counts.byTag[tag_id] = count;
    return counts;
  }

  /**
   * A number finds its comment, words find texts. Whole words first: the server knows how common they are and picks the
   * right index. It cannot know that of a beginning, so beginnings are only looked for when the words occur nowhere.
   */
  private async search(where: Where, consultationId: string, filter: CommentFilter, q: string): Promise<CommentPage> {
    const none: CommentPage = { items: [], nextCursor: null };
    const number = parseCommentNumber(q.trim());
    if (number !== null) return this.matching(where.and('m.number = ', number.number), filter);
    const [words, beginnings] = [searchQuery(q, false), searchQuery(q, true)];
    if (words === null || beginnings === null) return none;
    const among = (query: string) =>
      this.matching(where.copy().and(`m.search @@ to_tsquery('danish', `, query, ')'), filter);
    const found = await among(words);
    if (found.items.length > 0 || (await this.occurs(consultationId, words))) return found;
    return among(beginnings);
  }

  private async occurs(consultationId: string, words: string): Promise<boolean> {
    const row = await this.db.queryOne<{ found: boolean }>(
      `select exists (select 1 from comment where consultation_id = $1 and search @@ to_tsquery('danish', $2)) as found`,
      [consultationId, words],
    );
    return row?.found === true;
  }
}

export function listItem(row: CommentRow): CommentListItem {
  return {
    id: row.id,
    number: formatCommentNumber(row.year, row.consultation_number, row.number),
    text: row.text,
    channel: row.channel,
    state: row.state,
    author: row.author_name,
    receivedAt: `${row.received_exact.slice(0, '2026-01-01T00:00:00.000'.length)}Z`,
    upstreamAt: row.upstream_at?.toISOString() ?? null,
    upstreamApprox: row.upstream_approx,
    tagIds: row.tag_ids,
    early: row.early,
    late: row.late,
    editedAt: row.edited_at?.toISOString() ?? null,
    photosWaiting: row.photos_waiting,
    flags: [...new Set([...row.flags, ...row.findings.map((finding) => finding.kind)])],
    version: row.version,
  };
}

/** Conditions joined by `and`; values only ever become parameters. */
class Where {
  constructor(
    public text: string,
    readonly params: unknown[],
  ) {}

  and(before: string, value: unknown, after = ''): this {
    this.text += ` and ${before}`;
    return this.plus(value, after);
  }

  copy(): Where {
    return new Where(this.text, [...this.params]);
  }

  plus(value: unknown, after: string): this {
    this.params.push(value);
    this.text += `$${this.params.length}${after}`;
    return this;
  }
}
