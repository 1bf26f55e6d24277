import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { query, type Tx } from '../../platform/database/sql.js';
import { OfficialAnswer } from './official-answer.entity.js';

export interface AnswerUse {
  reads: number;
  links: number;
}

@Injectable()
export class OfficialAnswersRepository {
  constructor(private readonly db: Database) {}

  /** Those on the page, in their order. */
  of(consultationId: string, tx?: Tx): Promise<OfficialAnswer[]> {
    return (tx ?? this.db.source.manager)
      .getRepository(OfficialAnswer)
      .find({ where: { consultationId, removedAt: IsNull() }, order: { position: 'ASC', createdAt: 'ASC' } });
  }

  byId(id: string, tx?: Tx): Promise<OfficialAnswer | null> {
    return (tx ?? this.db.source.manager).getRepository(OfficialAnswer).findOneBy({ id, removedAt: IsNull() });
  }

  async insert(tx: Tx, answer: OfficialAnswer): Promise<void> {
    await tx.getRepository(OfficialAnswer).insert(answer);
  }

  async update(tx: Tx, id: string, values: Partial<OfficialAnswer>): Promise<void> {
    await tx.getRepository(OfficialAnswer).update({ id }, values);
  }

  /** Numbers them anew in the given order. */
  async arrange(tx: Tx, ids: string[]): Promise<void> {
    await query(
      tx,
      `update official_answer a set position = o.place - 1
       from unnest($1::uuid[]) with ordinality as o (id, place) where a.id = o.id`,
      [ids],
    );
  }

  async useOf(consultationId: string): Promise<Map<string, AnswerUse>> {
    const rows = await this.db.query<AnswerUse & { answer_id: string }>(
      `select u.answer_id, sum(u.reads)::int as reads, sum(u.links)::int as links
       from official_answer_use u join official_answer a on a.id = u.answer_id
       where a.consultation_id = $1 group by u.answer_id`,
      [consultationId],
    );
    return new Map(rows.map(({ answer_id, reads, links }) => [answer_id, { reads, links }]));
  }

  /** Only for an answer that everybody can see. @returns its link, null when there is no such answer */
  async count(id: string, use: AnswerUse): Promise<{ linkUrl: string; slug: string } | null> {
    const row = await this.db.queryOne<{ link_url: string; slug: string }>(
      {
        name: 'official_answer_use',
        text: `with shown as (
                 select a.id, a.link_url, c.slug, c.time_zone from official_answer a join consultation c on c.id = a.consultation_id
                 where a.id = $1 and a.removed_at is null and c.state in ('published', 'closed')
               ), counted as (
                 insert into official_answer_use (answer_id, day, reads, links)
                 select id, (app_now() at time zone time_zone)::date, $2, $3 from shown
                 on conflict (answer_id, day) do update
                   set reads = official_answer_use.reads + excluded.reads, links = official_answer_use.links + excluded.links
               )
               select link_url, slug from shown`,
      },
      [id, use.reads, use.links],
    );
    return row === null ? null : { linkUrl: row.link_url, slug: row.slug };
  }
}
