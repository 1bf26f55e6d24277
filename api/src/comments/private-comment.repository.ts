import { Injectable } from '@nestjs/common';
import type { CommentState } from '@forhoering/shared/comments/comment-states.js';
import type { CommentFinding } from '@forhoering/shared/contracts/comment.contract.js';
import type { Visibility } from '@forhoering/shared/contracts/consultation.contract.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { CommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { CommentVersion, type Comment } from './comment.entity.js';

/** New words, already screened. `states` says what becomes of them for each visibility. */
export interface NewWords {
  text: string;
  searchText: string;
  authorName: string | null;
  textHash: Buffer;
  findings: CommentFinding[];
  flags: string[];
  states: Record<Visibility, CommentState>;
  shown: { text: string; author: string | null; place: string | null };
}

/** As for receiving, the clock decides inside the statement: outside the period nothing is written. */
const EDIT = `
with target as (
  select c.id, case c.visibility when 'afterReview' then $9 when 'atOnce' then $10 else $11 end as next_state
  from consultation c join comment m on m.consultation_id = c.id
  where m.id = $1 and m.channel = 'web' and c.state = 'published' and c.opens_at <= app_now() and c.closes_at > app_now()
)
update comment m set text = $2, search = to_tsvector('danish', $3), author_name = $4, text_hash = $5, findings = $6, flags = $7,
  state = t.next_state, hidden_reason = null, edited_at = app_now(), version = m.version + 1,
  public_text = case when t.next_state = 'public' then $8 end,
  public_author = case when t.next_state = 'public' then $12 end,
  public_place = case when t.next_state = 'public' then $13 end
from target t where m.id = $1 and m.consultation_id = t.id returning m.state`;

const BY_NUMBER = `select m.id from comment m join consultation c on c.id = m.consultation_id
  where c.year = $1 and c.number = $2 and m.number = $3`;

/** What the writer's own link changes. */
@Injectable()
export class PrivateCommentRepository {
  constructor(private readonly db: Database) {}

  /** @returns the state after it; null when the period is over or the words did not come by the web page */
  async edit(tx: Tx, id: string, words: NewWords): Promise<CommentState | null> {
    const row = await queryOne<{ state: CommentState }>(tx, EDIT, [
      id,
      words.text,
      words.searchText,
      words.authorName,
      words.textHash,
      JSON.stringify(words.findings),
      words.flags,
      words.shown.text,
      words.states.afterReview,
      words.states.atOnce,
      words.states.staffOnly,
      words.shown.author,
      words.shown.place,
    ]);
    return row?.state ?? null;
  }

  /** Keeps the words that are about to be replaced. */
  async keepVersion(tx: Tx, comment: Comment, replacedAt: Date): Promise<void> {
    await tx.getRepository(CommentVersion).insert({
      commentId: comment.id,
      versionNumber: comment.version,
      text: comment.text,
      authorName: comment.authorName,
      findings: comment.findings,
      replacedAt,
    });
  }

  async setFollow(
    tx: Tx,
    id: string,
    { answers, result, email }: { answers: boolean; result: boolean; email: string | null },
  ): Promise<void> {
    await query(tx, 'update comment set follow_answers = $2, follow_result = $3, email = $4 where id = $1', [
      id,
      answers,
      result,
      email,
    ]);
  }

  async setShowName(tx: Tx, comment: Comment): Promise<void> {
    await query(tx, 'update comment set show_name = $2, public_author = $3, version = version + 1 where id = $1', [
      comment.id,
      comment.showName,
      comment.publicAuthor,
    ]);
  }

  /** Newest first. */
  versions(id: string): Promise<CommentVersion[]> {
    return this.db.source
      .getRepository(CommentVersion)
      .find({ where: { commentId: id }, order: { versionNumber: 'DESC' } });
  }

  /** The comment with a full number; null for the short form and for one that does not exist. */
  async idByNumber({ year, consultation, number }: CommentNumber): Promise<string | null> {
    if (year === null || consultation === null) return null;
    return (await this.db.queryOne<{ id: string }>(BY_NUMBER, [year, consultation, number]))?.id ?? null;
  }
}
