import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { query, type Tx } from '../../platform/database/sql.js';
import { CommentPhoto } from './comment-photo.entity.js';

@Injectable()
export class CommentPhotosRepository {
  constructor(private readonly db: Database) {}

  async insert(photo: CommentPhoto): Promise<void> {
    await this.db.source.getRepository(CommentPhoto).insert(photo);
  }

  /** Gives uploaded photos to their comment, in the order of the ids. @returns how many were there to be given */
  async claim(tx: Tx, commentId: string, ids: string[]): Promise<number> {
    const rows = await query<{ id: string }>(
      tx,
      {
        name: 'photo_claim',
        text: `update comment_photo p set comment_id = $1, position = o.place - 1
               from unnest($2::uuid[]) with ordinality as o (id, place)
               where p.id = o.id and p.comment_id is null and p.created_at > app_now() - interval '1 day' returning p.id`,
      },
      [commentId, ids],
    );
    return rows.length;
  }

  of(commentId: string): Promise<CommentPhoto[]> {
    return this.db.source.getRepository(CommentPhoto).find({ where: { commentId }, order: { position: 'ASC' } });
  }

  byId(id: string): Promise<CommentPhoto | null> {
    return this.db.source.getRepository(CommentPhoto).findOneBy({ id });
  }

  forChange(tx: Tx, id: string): Promise<CommentPhoto | null> {
    return tx.getRepository(CommentPhoto).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Shown to everybody: the photo and its comment both. */
  publicById(id: string): Promise<CommentPhoto | null> {
    return this.db.source
      .getRepository(CommentPhoto)
      .createQueryBuilder('p')
      .innerJoin('comment', 'm', 'm.id = p.comment_id')
      .innerJoin('consultation', 'c', 'c.id = m.consultation_id')
      .where(`p.id = :id and p.state = 'public' and m.state = 'public' and c.state in ('published', 'closed')`, { id })
      .getOne();
  }

  async update(tx: Tx, id: string, values: Partial<CommentPhoto>): Promise<void> {
    await tx.getRepository(CommentPhoto).update({ id }, values);
  }

  /** Keeps the comment's own count of undecided photos right. */
  async countWaiting(tx: Tx, commentId: string): Promise<void> {
    await query(
      tx,
      `update comment set photos_waiting = (select count(*) from comment_photo where comment_id = $1 and state = 'waiting') where id = $1`,
      [commentId],
    );
  }

  /** Photos whose comment never came. @returns the files that nothing points at any more */
  async removeUnsent(): Promise<string[]> {
    const rows = await this.db.query<{ sha256: string; small_sha256: string }>(
      `delete from comment_photo where comment_id is null and created_at < app_now() - interval '1 day' returning sha256, small_sha256`,
    );
    const files = rows.flatMap((row) => [row.sha256, row.small_sha256]);
    const kept = await this.db.query<{ sha256: string }>(
      `select sha256 from comment_photo where sha256 = any($1) union select small_sha256 from comment_photo where small_sha256 = any($1)
       union select sha256 from consultation_file where sha256 = any($1) union select small_sha256 from consultation_file where small_sha256 = any($1)`,
      [files],
    );
    const still = new Set(kept.map((row) => row.sha256));
    return files.filter((file) => !still.has(file));
  }
}
