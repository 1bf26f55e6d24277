import { Injectable } from '@nestjs/common';
import type { PublicTheme, TagView } from '@forhoering/shared/contracts/tag.contract.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import { Tag } from './tag.entity.js';

@Injectable()
export class TagsRepository {
  constructor(private readonly db: Database) {}

  async list(consultationId: string): Promise<TagView[]> {
    const rows = await this.db.query<Record<string, unknown> & { count: number }>(
      `select t.id, t.consultation_id as "consultationId", t.parent_id as "parentId", t.name, t.description, t.keywords, t.colour, t.key, t.is_public as "isPublic", t.read_by_another as "readByAnother", t.position, t.version,
         (select count(*)::int from comment_tag m where m.tag_id = t.id) as count
       from tag t where t.consultation_id = $1 order by t.position, t.id`,
      [consultationId],
    );
    return rows as unknown as TagView[];
  }

  ofConsultation(tx: Tx, consultationId: string): Promise<Tag[]> {
    return tx.getRepository(Tag).find({ where: { consultationId }, order: { position: 'ASC' } });
  }

  /** Changes of one code book take turns, so that keys and positions stay unique without retries. */
  async lockCodeBook(tx: Tx, consultationId: string): Promise<void> {
    await query(tx, `select pg_advisory_xact_lock(hashtext('code-book'), hashtext($1::text))`, [consultationId]);
  }

  byId(tx: Tx, id: string): Promise<Tag | null> {
    return tx.getRepository(Tag).findOneBy({ id });
  }

  async insert(tx: Tx, tag: Tag): Promise<void> {
    await tx.getRepository(Tag).insert(tag);
  }

  async update(tx: Tx, id: string, values: Partial<Tag>): Promise<void> {
    await tx.getRepository(Tag).update({ id }, values);
  }

  /** What the public may know of the code book: names, and how many shown comments carry each. */
  publicThemes(consultationId: string): Promise<PublicTheme[]> {
    return this.db.query<PublicTheme>(
      {
        name: 'public_themes',
        text: `select t.id, t.name, (select count(*)::int from comment m where m.consultation_id = $1 and m.state = 'public' and m.tag_ids @> array[t.id]) as count
          from tag t where t.consultation_id = $1 and t.is_public order by t.position, t.id`,
      },
      [consultationId],
    );
  }

  async namesOf(tx: Tx, ids: string[]): Promise<string[]> {
    return (await query<{ name: string }>(tx, 'select name from tag where id = any($1)', [ids])).map(
      ({ name }) => name,
    );
  }

  /** Whether any of them is shown to the public. */
  async anyPublic(tx: Tx, ids: string[]): Promise<boolean> {
    return (await queryOne(tx, 'select 1 from tag where id = any($1) and is_public limit 1', [ids])) !== null;
  }

  async inUse(tx: Tx, id: string): Promise<boolean> {
    const row = await queryOne<{ used: boolean }>(
      tx,
      `select exists (select 1 from comment_tag where tag_id = $1) or exists (select 1 from tag where parent_id = $1) as used`,
      [id],
    );
    return row?.used === true;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.getRepository(Tag).delete({ id });
  }

  async allOf(tx: Tx, consultationId: string, ids: string[]): Promise<boolean> {
    const row = await queryOne<{ count: number }>(
      tx,
      'select count(*)::int as count from tag where consultation_id = $1 and id = any($2)',
      [consultationId, ids],
    );
    return row?.count === ids.length;
  }

  /** `comment_tag` keeps who set each tag; `comment.tag_ids` is what lists read. Both change in one transaction. */
  async replaceOnComment(
    tx: Tx,
    comment: { id: string; consultationId: string },
    tagIds: string[],
    by: string,
  ): Promise<void> {
    await query(tx, 'delete from comment_tag where comment_id = $1 and tag_id <> all($2)', [comment.id, tagIds]);
    await query(
      tx,
      `insert into comment_tag (comment_id, tag_id, consultation_id, tagged_by, tagged_at)
       select $1, id, $3, $4, app_now() from unnest($2::uuid[]) as id on conflict do nothing`,
      [comment.id, tagIds, comment.consultationId, by],
    );
  }
}
