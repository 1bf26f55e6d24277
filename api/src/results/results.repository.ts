import { Injectable } from '@nestjs/common';
import type { CommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { Database } from '../platform/database/database.js';
import { query, type Tx } from '../platform/database/sql.js';
import { Result } from './result.entity.js';

export interface ThemeRow {
  id: string;
  name: string;
  colour: number;
  count: number;
}
export interface QuoteRow {
  id: string;
  year: number;
  consultation_number: number;
  number: number;
  text: string;
}

@Injectable()
export class ResultsRepository {
  constructor(private readonly db: Database) {}

  of(consultationId: string): Promise<Result | null> {
    return this.db.source.getRepository(Result).findOneBy({ consultationId });
  }

  /** The same, kept from others until `tx` ends. The consultation's row is locked before. */
  ofForChange(tx: Tx, consultationId: string): Promise<Result | null> {
    return tx.getRepository(Result).findOneBy({ consultationId });
  }

  async save(tx: Tx, result: Result): Promise<void> {
    await tx.getRepository(Result).save(result);
  }

  /** The code book in its order, with how many comments count for each. */
  themes(consultationId: string): Promise<ThemeRow[]> {
    return this.db.query<ThemeRow>(THEMES, [consultationId]);
  }

  /** Those of the comments that everybody may read now. */
  async quotes(ids: readonly string[]): Promise<Map<string, QuoteRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.query<QuoteRow>(QUOTES, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async publicIdOf(consultationId: string, { number, year, consultation }: CommentNumber): Promise<string | null> {
    const row = await this.db.queryOne<{ id: string }>(
      `select m.id from comment m join consultation c on c.id = m.consultation_id where m.consultation_id = $1 and m.number = $2
         and m.state = 'public' and ($3::int is null or (c.year = $3 and c.number = $4))`,
      [consultationId, number, year, consultation],
    );
    return row?.id ?? null;
  }

  async counts(consultationId: string): Promise<{ comments: number; followers: number }> {
    const row = await this.db.queryOne<{ comments: number; followers: number }>(COUNTS, [consultationId]);
    return row ?? { comments: 0, followers: 0 };
  }

  async tagsOf(commentId: string): Promise<{ consultationId: string; tagIds: string[] } | null> {
    const row = await this.db.queryOne<{ consultation_id: string; tag_ids: string[] }>(
      'select consultation_id, tag_ids from comment where id = $1',
      [commentId],
    );
    return row && { consultationId: row.consultation_id, tagIds: row.tag_ids };
  }

  /** A hundred at most who are still to be told, one for each mail address. */
  toTell(consultationId: string): Promise<FollowerRow[]> {
    return this.db.query<FollowerRow>(TO_TELL, [consultationId]);
  }

  /** The whole address has been told, with all that was written from it. */
  async told(tx: Tx, consultationId: string, email: string): Promise<void> {
    await query(
      tx,
      `insert into result_notice (comment_id, mailed_at) select m.id, app_now() from comment m
       where ${FOLLOWS} and lower(m.email) = lower($2) on conflict do nothing`,
      [consultationId, email],
    );
  }
}

export interface FollowerRow {
  comment_id: string;
  email: string;
  language: 'da' | 'en';
  slug: string;
  title: string;
}

const THEMES = `select t.id, t.name, t.colour, (select count(*)::int from comment_tag k join comment m on m.id = k.comment_id
    where k.tag_id = t.id and m.state not in ('hidden', 'withdrawn')) as count
  from tag t where t.consultation_id = $1 order by t.position, t.id`;
const QUOTES = `select m.id, c.year, c.number as consultation_number, m.number, m.public_text as text
  from comment m join consultation c on c.id = m.consultation_id where m.id = any($1) and m.state = 'public'`;
const FOLLOWS = `m.consultation_id = $1 and m.follow_result and m.email is not null and m.state <> 'withdrawn'`;
const UNTOLD = `not exists (select 1 from result_notice n where n.comment_id = m.id)`;
const COUNTS = `select (select count(*)::int from comment where consultation_id = $1 and state not in ('hidden', 'withdrawn')) as comments,
  (select count(distinct lower(m.email))::int from comment m where ${FOLLOWS} and ${UNTOLD}) as followers`;
const TO_TELL = `select distinct on (lower(m.email)) m.id as comment_id, m.email, m.language, c.slug, c.title
  from comment m join consultation c on c.id = m.consultation_id where ${FOLLOWS} and ${UNTOLD}
  order by lower(m.email), m.number limit 100`;
