import { Injectable } from '@nestjs/common';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { Channel, SpeaksAs } from '@forhoering/shared/comments/comment-states.js';
import type { CommentLanguage } from '@forhoering/shared/contracts/comment.contract.js';
import type {
  PublicComment,
  PublicCommentPage,
  PublicPlace,
} from '@forhoering/shared/contracts/public-comment.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Database } from '../platform/database/database.js';
import type { Statement } from '../platform/database/sql.js';
import { invalidField } from '../platform/http/problem-error.js';
import type { CommentPhoto } from './photos/comment-photo.entity.js';
import { isFiltered, publicConditions, type PublicCommentFilter } from './public-filter.js';
import { publicPhoto } from './photos/comment-photo.views.js';

/** A place as the public may know it: a grid of about a hundred metres (`coarse` in shared/src/geo). */
const PUBLIC_POINT = `round(round((m.longitude * 500)::numeric) / 500, 3) as longitude, round(m.latitude::numeric, 3) as latitude`;

/** Everything that public outputs read of a comment; always together with `m.state = 'public'`. */
const PUBLIC_COLUMNS = `m.id, m.parent_id, c.year, c.number as consultation_number, m.number, m.public_text, m.public_author, m.public_place,
  m.speaks_as, m.channel, m.received_at, m.upstream_at, m.edited_at, m.language, m.support_count, m.answers, ${PUBLIC_POINT},
  (select jsonb_agg(jsonb_build_object('id', p.id, 'altText', p.alt_text, 'width', p.width, 'height', p.height) order by p.position)
     from comment_photo p where p.comment_id = m.id and p.state = 'public') as photos,
  (select array_agg(t.name order by t.position, t.id) from tag t where t.id = any(m.tag_ids) and t.is_public) as themes`;

/** A reply stands under its comment while that is shown and is no reply itself; otherwise it stands by itself. */
const STANDS_ALONE = `not exists (select 1 from comment p where p.id = m.parent_id and p.state = 'public' and p.parent_id is null)`;

/** Limits stand in the texts: as a parameter the server would take one for a tenth of the table, and plan anew each time. */
const publicList = (
  more: string,
  limit: number,
): string => `select ${PUBLIC_COLUMNS} from comment m join consultation c on c.id = m.consultation_id
  where m.consultation_id = $1 and m.state = 'public' and m.number < $2 ${more} order by m.number desc limit ${Math.trunc(limit)}`;

const plainList = (limit: number): Statement => ({
  name: `public_comments_${limit}`,
  text: publicList(`and (m.parent_id is null or ${STANDS_ALONE})`, limit),
});

const PUBLIC_REPLIES = {
  name: 'public_replies',
  text: `select r.* from unnest($1::uuid[]) as top (id), lateral (
           select ${PUBLIC_COLUMNS} from comment m join consultation c on c.id = m.consultation_id
           where m.parent_id = top.id and m.state = 'public' order by m.number limit ${LIMITS.repliesShown}) r
         order by r.number`,
};

const PUBLIC_PLACES = {
  name: 'public_places',
  text: `select c.year, c.number as consultation_number, m.number, m.public_place, left(m.public_text, 140) as excerpt, ${PUBLIC_POINT}
         from comment m join consultation c on c.id = m.consultation_id
         where m.consultation_id = $1 and m.state = 'public' and m.longitude is not null order by m.number desc limit ${LIMITS.placesOnMap}`,
};

interface PublicRow {
  id: string;
  parent_id: string | null;
  year: number;
  consultation_number: number;
  number: number;
  public_text: string;
  public_author: string | null;
  public_place: string | null;
  answers: PublicComment['answers'];
  speaks_as: SpeaksAs;
  edited_at: Date | null;
  channel: Channel;
  received_at: Date;
  upstream_at: Date | null;
  language: CommentLanguage;
  support_count: number;
  /** Rounded; a numeric comes as text. */
  longitude: string | null;
  latitude: string | null;
  photos: Array<Pick<CommentPhoto, 'id' | 'altText' | 'width' | 'height'>> | null;
  themes: string[] | null;
}

type PlaceRow = Pick<PublicRow, 'year' | 'consultation_number' | 'number' | 'public_place'> & {
  excerpt: string;
  longitude: string;
  latitude: string;
};

/** What everybody reads of the register. */
@Injectable()
export class PublicCommentsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Newest first, by number: numbers never change, so a page's place never shifts. Replies come with the comment they answer; what a
   * filter finds comes one by one, replies too.
   */
  async page(
    consultationId: string,
    cursor: string | undefined,
    limit: number = LIMITS.pageSize,
    filter: PublicCommentFilter = {},
  ): Promise<PublicCommentPage> {
    const before = cursor === undefined || cursor === '' ? 2_147_483_647 : Number(cursor);
    if (!Number.isSafeInteger(before) || before < 0 || before > 2_147_483_647)
      throw invalidField('cursor', 'not-allowed-value');
    const filtered = isFiltered(filter);
    const { sql, params } = publicConditions(filter, 3);
    const list = filtered ? publicList(sql, limit + 1) : plainList(limit + 1);
    const rows = await this.db.query<PublicRow>(list, [consultationId, before, ...params]);
    const shown = rows.slice(0, limit);
    const replies = await this.repliesTo(filtered ? [] : shown.map(({ id }) => id));
    return {
      items: shown.map((row) => ({ ...publicComment(row), replies: replies.get(row.id) ?? [] })),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.number ?? '') : null,
      found: filtered ? await this.count(consultationId, filter) : null,
    };
  }

  /** Places on the map, newest first, at most `LIMITS.placesOnMap`. */
  async places(consultationId: string): Promise<PublicPlace[]> {
    const rows = await this.db.query<PlaceRow>(PUBLIC_PLACES, [consultationId]);
    return rows.map((row) => ({
      number: formatCommentNumber(row.year, row.consultation_number, row.number),
      point: { longitude: Number(row.longitude), latitude: Number(row.latitude) },
      place: row.public_place,
      excerpt: row.excerpt,
    }));
  }

  /** What a reply answers: a comment that is shown, or the one above it when it is a reply itself. */
  async replyTarget(consultationId: string, number: number): Promise<{ allowed: boolean; id: string | null }> {
    const row = await this.db.queryOne<{ allow_replies: boolean; id: string | null }>(
      `select c.allow_replies, coalesce(p.id, m.id) as id from consultation c
       left join comment m on m.consultation_id = c.id and m.number = $2 and m.state = 'public'
       left join comment p on p.id = m.parent_id and p.state = 'public'
       where c.id = $1`,
      [consultationId, number],
    );
    return { allowed: row?.allow_replies === true, id: row?.id ?? null };
  }

  private async count(consultationId: string, filter: PublicCommentFilter): Promise<number> {
    const { sql, params } = publicConditions(filter, 2);
    const row = await this.db.queryOne<{ count: number }>(
      `select count(*)::int as count from comment m where m.consultation_id = $1 and m.state = 'public' ${sql}`,
      [consultationId, ...params],
    );
    return row?.count ?? 0;
  }

  private async repliesTo(ids: string[]): Promise<Map<string, PublicComment[]>> {
    const found = new Map<string, PublicComment[]>();
    if (ids.length === 0) return found;
    for (const row of await this.db.query<PublicRow>(PUBLIC_REPLIES, [ids])) {
      const under = found.get(row.parent_id ?? '') ?? [];
      under.push(publicComment(row));
      found.set(row.parent_id ?? '', under);
    }
    return found;
  }
}

function publicComment(row: PublicRow): PublicComment {
  return {
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
    language: row.language,
    supportCount: row.support_count,
    channel: row.channel,
    receivedAt: (row.upstream_at ?? row.received_at).toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    replies: [],
    answers: row.answers,
  };
}
