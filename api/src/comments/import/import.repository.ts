import { Injectable } from '@nestjs/common';
import type { ImportState } from '@forhoering/shared/contracts/import.contract.js';
import { Database } from '../../platform/database/database.js';
import { query, queryOne, type Tx } from '../../platform/database/sql.js';
import { Import, type ImportReport } from './import.entity.js';
import type { StagedRow } from './row.rules.js';

@Injectable()
export class ImportRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: Import): Promise<void> {
    await tx.getRepository(Import).insert(row);
  }

  byId(id: string): Promise<Import | null> {
    return this.db.source.getRepository(Import).findOneBy({ id });
  }

  ofConsultation(consultationId: string): Promise<Import[]> {
    return this.db.source
      .getRepository(Import)
      .find({ where: { consultationId }, order: { createdAt: 'DESC' }, take: 50 });
  }

  /** @returns false when the state is not one of `from` any more */
  async move(on: Tx, id: string, from: ImportState[], to: ImportState, report: ImportReport): Promise<boolean> {
    const row = await queryOne<{ id: string }>(
      on,
      `update import set state = $3, report = report || $4::jsonb, finished_at = case when $3 in ('done', 'failed', 'cancelled') then app_now() end,
         progress = case when $3 = 'done' then 100 else progress end
       where id = $1 and state = any($2) returning id`,
      [id, from, to, JSON.stringify(report)],
    );
    return row !== null;
  }

  /** @returns false when the import was cancelled meanwhile */
  async progress(id: string, percent: number): Promise<boolean> {
    const row = await this.db.queryOne<{ id: string }>(
      `update import set progress = $2 where id = $1 and state = 'running' returning id`,
      [id, percent],
    );
    return row !== null;
  }

  async clearStaged(on: Tx, id: string): Promise<void> {
    await query(on, 'delete from import_row where import_id = $1', [id]);
  }

  async stage(id: string, rows: StagedRow[]): Promise<void> {
    await this.db.query(
      `insert into import_row (import_id, line, row) select $1, (value ->> 'line')::int, value from jsonb_array_elements($2::jsonb)`,
      [id, JSON.stringify(rows)],
    );
  }

  /** Keys of the rows that are in the register already: imported before, or collected from the network that they were pasted from. */
  async known(consultationId: string, channel: string, rows: readonly StagedRow[]): Promise<Set<string>> {
    const found = await this.db.query<{ key: string }>(KNOWN, [consultationId, channel, JSON.stringify(rows)]);
    return new Set(found.map((row) => row.key));
  }

  /**
   * Moves every staged row into the register: one statement, so they appear all at once or not at all.
   * The sequence gives the numbers without making anybody wait; history starts no answer clock; a name in a file is nobody's choice to be shown.
   * @returns how many were new
   */
  async flip(tx: Tx, id: string, consultationId: string, channel: string, source: string | null): Promise<number> {
    const row = await queryOne<{ count: number }>(tx, FLIP, [id, consultationId, channel, source]);
    await query(
      tx,
      `update comment child set parent_id = parent.id from comment parent
       where child.import_id = $1 and child.parent_external_id is not null and parent.consultation_id = child.consultation_id
         and parent.channel = child.channel and parent.external_id = child.parent_external_id and parent.id <> child.id`,
      [id],
    );
    await query(tx, PARENTS, [id, consultationId, channel]);
    return row?.count ?? 0;
  }

  /** @returns false when there is nothing to take back: it is under way, was only tried, or was taken back before */
  async undone(tx: Tx, id: string): Promise<boolean> {
    const moved = await queryOne(
      tx,
      `update import set state = 'undone' where id = $1 and state = 'done' and not dry_run returning id`,
      [id],
    );
    return moved !== null;
  }

  /** Takes back what an import brought. The numbers stay used, and the same file may come in again. @returns how many it were */
  async takeBack(tx: Tx, id: string): Promise<number> {
    const row = await queryOne<{ count: number }>(tx, TAKE_BACK, [id]);
    return row?.count ?? 0;
  }
}

const KNOWN = `
with asked as (select r ->> 'dedupe_key' as key, r ->> 'external_id' as external_id, r ->> 'text_hash' as text_hash, r ->> 'author' as author
  from jsonb_array_elements($3::jsonb) as r)
select a.key from asked a join comment m on m.consultation_id = $1 and m.dedupe_key = decode(a.key, 'hex')
union
select a.key from asked a join comment m on m.consultation_id = $1 and m.channel = $2 and m.external_id = a.external_id
  join collected_comment k on k.comment_id = m.id
union
select a.key from asked a join comment m on m.consultation_id = $1 and m.channel = $2 and m.text_hash = decode(a.text_hash, 'hex')
  and (m.author_name is null or m.author_name is not distinct from a.author) join collected_comment k on k.comment_id = m.id
where a.external_id is null`;

const FLIP = `
with moved as (
  insert into comment (id, consultation_id, number, state, channel, text, public_text, author_name, received_at, upstream_at, upstream_approx, source, external_id,
    permalink, parent_external_id, early, late, flags, findings, import_id, text_hash, dedupe_key, search)
  select r.id, c.id, nextval(('comment_number_' || replace(c.id::text, '-', ''))::regclass), r.state, $3, r.row ->> 'text',
    case when r.state = 'public' then r.row ->> 'text' end, r.row ->> 'author', app_now(), r.at, (r.row ->> 'approx')::boolean, $4, r.row ->> 'external_id',
    r.row ->> 'permalink', r.row ->> 'parent_external_id',
    c.opens_at is not null and coalesce(r.at, app_now()) < c.opens_at, c.closes_at is not null and coalesce(r.at, app_now()) >= c.closes_at,
    array(select jsonb_array_elements_text(r.row -> 'flags')), r.row -> 'findings', $1,
    decode(r.row ->> 'text_hash', 'hex'), decode(r.row ->> 'dedupe_key', 'hex'), to_tsvector('danish', r.row ->> 'search_text')
  from (
    select s.row, (s.row ->> 'upstream_at')::timestamptz as at, s.line, (s.row ->> 'id')::uuid as id,
      case when (s.row ->> 'hold')::boolean then 'held' when v.visibility = 'afterReview' then 'waiting'
           when v.visibility = 'atOnce' then 'public' else 'received' end as state
    from import_row s join consultation v on v.id = $2 where s.import_id = $1 order by s.line
  ) r, consultation c where c.id = $2
  on conflict (consultation_id, dedupe_key) where dedupe_key is not null do nothing
  returning 1
)
select count(*)::int as count from moved`;

/** Answers in a file without ids: what they answer is in this file, or came in before by hand or from the network. */
const PARENTS = `
with answers as materialized (select (s.row ->> 'id')::uuid as id, s.row -> 'parent' as parent from import_row s
  where s.import_id = $1 and jsonb_typeof(s.row -> 'parent') = 'object')
update comment child set parent_id = coalesce(
  (select m.id from comment m where m.consultation_id = $2 and m.dedupe_key = decode(a.parent ->> 'dedupe_key', 'hex')),
  (select m.id from comment m join collected_comment k on k.comment_id = m.id where m.consultation_id = $2 and m.channel = $3
     and m.text_hash = decode(a.parent ->> 'text_hash', 'hex') and (m.author_name is null or m.author_name is not distinct from a.parent ->> 'author')
   order by m.number limit 1))
from answers a where child.id = a.id`;

/** What an answer was written to, or is still collected from its network, stays. */
const TAKE_BACK = `
with back as (
  update comment m set state = 'withdrawn', public_text = null, public_author = null, public_place = null, dedupe_key = null, version = version + 1
  where m.import_id = $1 and m.state <> 'withdrawn' and not exists (select 1 from collected_comment k where k.comment_id = m.id)
    and not exists (select 1 from answer w where w.comment_id = m.id)
  returning 1
)
select count(*)::int as count from back`;
