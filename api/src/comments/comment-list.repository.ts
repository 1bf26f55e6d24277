import { Injectable } from '@nestjs/common';
import { parseCommentNumber, formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { Channel, CommentState, SpeaksAs } from '@forhoering/shared/comments/comment-states.js';
import type {
  CommentCounts,
  CommentFinding,
  CommentListItem,
  CommentPage,
} from '@forhoering/shared/contracts/comment.contract.js';
import type { PublicCommentPage, PublicPlace } from '@forhoering/shared/contracts/consultation.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Database } from '../platform/database/database.js';
import { decodeCursor, page } from '../platform/http/page.dto.js';
import { invalidField } from '../platform/http/problem-error.js';
import type { CommentPhoto } from './photos/comment-photo.entity.js';
import { publicPhoto } from './photos/comment-photo.views.js';
import { searchQuery } from './comment.rules.js';
import { isFiltered, publicConditions, type PublicCommentFilter } from './public-filter.js';

export interface CommentFilter {
  q?: string;
  /** A tag's id, or `none` for comments without any. */
  tag?: string;
  channel?: Channel;
  state?: CommentState;
  /** `undecided` = held or waiting. */
  undecided?: boolean;
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
  received_at: Date;
  received_exact: string;
  upstream_at: Date | null;
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
const LIST = `select m.id, c.year, c.number as consultation_number, m.number, m.text, m.channel, m.state, m.author_name, m.received_at, ${EXACT},
  m.upstream_at, m.tag_ids, m.early, m.late, m.flags, m.findings, m.edited_at, m.photos_waiting, m.version
  from comment m join consultation c on c.id = m.consultation_id`;

/** A place as the public may know it: a grid of about a hundred metres (`coarse` in shared/src/geo). */
const PUBLIC_POINT = `round(round((m.longitude * 500)::numeric) / 500, 3) as longitude, round(m.latitude::numeric, 3) as latitude`;

const publicList = (
  more: string,
): string => `select c.year, c.number as consultation_number, m.number, m.public_text, m.public_author, m.public_place, m.speaks_as, m.channel, m.received_at, m.upstream_at, m.edited_at,
           ${PUBLIC_POINT},
           (select jsonb_agg(jsonb_build_object('id', p.id, 'altText', p.alt_text, 'width', p.width, 'height', p.height) order by p.position)
              from comment_photo p where p.comment_id = m.id and p.state = 'public') as photos,
           (select array_agg(t.name order by t.position, t.id) from tag t where t.id = any(m.tag_ids) and t.is_public) as themes
         from comment m join consultation c on c.id = m.consultation_id
         where m.consultation_id = $1 and m.state = 'public' and m.number < $2 ${more} order by m.number desc limit $3`;

const PUBLIC_PLACES = {
  name: 'public_places',
  text: `select c.year, c.number as consultation_number, m.number, m.public_place, left(m.public_text, 140) as excerpt, ${PUBLIC_POINT}
         from comment m join consultation c on c.id = m.consultation_id
         where m.consultation_id = $1 and m.state = 'public' and m.longitude is not null order by m.number desc limit $2`,
};

type PlaceRow = Pick<PublicRow, 'year' | 'consultation_number' | 'number' | 'public_place'> & {
  excerpt: string;
  longitude: string;
  latitude: string;
};

interface PublicRow {
  year: number;
  consultation_number: number;
  number: number;
  public_text: string;
  public_author: string | null;
  public_place: string | null;
  speaks_as: SpeaksAs;
  edited_at: Date | null;
  channel: Channel;
  received_at: Date;
  upstream_at: Date | null;
  /** Rounded; a numeric comes as text. */
  longitude: string | null;
  latitude: string | null;
  photos: Array<Pick<CommentPhoto, 'id' | 'altText' | 'width' | 'height'>> | null;
  themes: string[] | null;
}

/** Reading the register: lists by keyset, never by offset. */
@Injectable()
export class CommentListRepository {
  constructor(private readonly db: Database) {}

  async list(consultationId: string, filter: CommentFilter): Promise<CommentPage> {
    const where = new Where('m.consultation_id = $1', [consultationId]);
    if (filter.state !== undefined) where.and('m.state = ', filter.state);
    if (filter.undecided === true) where.and('m.state = any(', ['held', 'waiting'], ')');
    if (filter.channel !== undefined) where.and('m.channel = ', filter.channel);
    if (filter.tag === 'none') where.and(`m.tag_ids = `, '{}', '::uuid[]');
    else if (filter.tag !== undefined) where.and('m.tag_ids @> array[', filter.tag, '::uuid]');
    if (filter.q === undefined) return this.matching(where, filter);
    return this.search(where, consultationId, filter, filter.q);
  }

  private async matching(where: Where, filter: CommentFilter): Promise<CommentPage> {
    const limit = filter.limit ?? LIMITS.pageSize;
    const after = decodeCursor(filter.cursor);
    if (after) where.and('(m.received_at, m.id) < (', after.at, '::timestamptz, ').plus(after.id, '::uuid)');
    const text = `${LIST} where ${where.text} order by m.received_at desc, m.id desc limit ${limit + 1}`;
    // Tags and words go unnamed: their best plan depends on the value. The rest is planned once per connection.
    const depends = filter.tag !== undefined || filter.q !== undefined;
    const name = `list_${Number(filter.state !== undefined)}${Number(filter.undecided === true)}${Number(filter.channel !== undefined)}${Number(after !== null)}_${limit}`;
    const rows = await this.db.query<CommentRow>(depends ? text : { name, text }, where.params);
    const cut = page(rows, limit, (row) => ({ at: row.received_exact, id: row.id }));
    return { items: cut.rows.map(listItem), nextCursor: cut.nextCursor };
  }

  async one(id: string): Promise<CommentRow | null> {
    return this.db.queryOne<CommentRow>(`${LIST} where m.id = $1`, [id]);
  }

  /** Newest first, by number: numbers never change, so a page's place never shifts. */
  async publicPage(
    consultationId: string,
    cursor: string | undefined,
    limit: number = LIMITS.pageSize,
    filter: PublicCommentFilter = {},
  ): Promise<PublicCommentPage> {
    const before = cursor === undefined || cursor === '' ? 2_147_483_647 : Number(cursor);
    if (!Number.isSafeInteger(before) || before < 0 || before > 2_147_483_647)
      throw invalidField('cursor', 'not-allowed-value');
    const filtered = isFiltered(filter);
    const { sql, params } = publicConditions(filter, 4);
    const text = publicList(sql);
    const rows = await this.db.query<PublicRow>(filtered ? text : { name: 'public_comments', text }, [
      consultationId,
      before,
      limit + 1,
      ...params,
    ]);
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => ({
        number: formatCommentNumber(row.year, row.consultation_number, row.number),
        text: row.public_text,
        author: row.public_author,
        speaksAs: row.speaks_as,
        place: row.public_place,
        point:
          row.longitude === null || row.latitude === null
            ? null
            : { longitude: Number(row.longitude), latitude: Number(row.latitude) },
        photos: (row.photos ?? []).map(publicPhoto),
        themes: row.themes ?? [],
        channel: row.channel,
        receivedAt: (row.upstream_at ?? row.received_at).toISOString(),
        editedAt: row.edited_at?.toISOString() ?? null,
        answers: [],
      })),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.number ?? '') : null,
      found: filtered ? await this.publicCount(consultationId, filter) : null,
    };
  }

  private async publicCount(consultationId: string, filter: PublicCommentFilter): Promise<number> {
    const { sql, params } = publicConditions(filter, 2);
    const row = await this.db.queryOne<{ count: number }>(
      `select count(*)::int as count from comment m where m.consultation_id = $1 and m.state = 'public' ${sql}`,
      [consultationId, ...params],
    );
    return row?.count ?? 0;
  }

  /** Places on the map, newest first, at most `LIMITS.placesOnMap`. */
  async publicPlaces(consultationId: string): Promise<PublicPlace[]> {
    const rows = await this.db.query<PlaceRow>(PUBLIC_PLACES, [consultationId, LIMITS.placesOnMap]);
    return rows.map((row) => ({
      number: formatCommentNumber(row.year, row.consultation_number, row.number),
      point: { longitude: Number(row.longitude), latitude: Number(row.latitude) },
      place: row.public_place,
      excerpt: row.excerpt,
    }));
  }

  async counts(consultationId: string): Promise<CommentCounts> {
    const [groups, tags] = await Promise.all([
      this.db.query<{ state: CommentState; channel: Channel; count: number; tagged: number }>(
        `select state, channel, count(*)::int as count, (count(*) filter (where tag_ids <> '{}'))::int as tagged
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
    receivedAt: row.received_at.toISOString(),
    upstreamAt: row.upstream_at?.toISOString() ?? null,
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
