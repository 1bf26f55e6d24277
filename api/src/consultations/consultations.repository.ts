import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type {
  Area,
  ConsultationSummary,
  PublicConsultationSummary,
} from '@forhoering/shared/contracts/consultation.contract.js';
import {
  consultationStateAt,
  type StoredConsultationState,
} from '@forhoering/shared/consultations/consultation-states.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import { Consultation, PrivacyNotice } from './consultation.entity.js';
import { coarseArea } from './area.rules.js';
import { numberSequence, slugOf } from './consultation.rules.js';
import { newShortCode } from './sharing/short-code.js';
import { formatConsultationNumber } from '@forhoering/shared/comments/comment-number.js';

/** A consultation with the words that other tables hold for it. */
export interface ConsultationWithNames {
  consultation: Consultation;
  notice: PrivacyNotice;
  departmentName: string | null;
  visibilityByName: string | null;
}

/** Comments that everybody sees now. */
export interface PublicCounts {
  comments: number;
  places: number;
  answered: number;
}

@Injectable()
export class ConsultationsRepository {
  constructor(private readonly db: Database) {}

  async withNames(by: { id: string } | { slug: string }, tx?: Tx): Promise<ConsultationWithNames | null> {
    const on = tx ?? this.db.source.manager;
    const consultation = await on.getRepository(Consultation).findOneBy(by);
    if (!consultation) return null;
    const notice = await on.getRepository(PrivacyNotice).findOneByOrFail({ id: consultation.privacyNoticeId });
    const names = await queryOne<{ department: string | null; chooser: string | null }>(
      on,
      {
        name: 'consultation_names',
        text: 'select (select name from department where id = $1) as department, (select name from account where id = $2) as chooser',
      },
      [consultation.departmentId, consultation.visibilityBy],
    );
    return {
      consultation,
      notice,
      departmentName: names?.department ?? null,
      visibilityByName: names?.chooser ?? null,
    };
  }

  byId(id: string): Promise<Consultation | null> {
    return this.db.source.getRepository(Consultation).findOneBy({ id });
  }

  publicBySlug(slug: string): Promise<Consultation | null> {
    return this.db.source
      .getRepository(Consultation)
      .findOneBy({ slug, state: In(['published', 'closed'] satisfies StoredConsultationState[]) });
  }

  forChange(tx: Tx, id: string): Promise<Consultation | null> {
    return tx.getRepository(Consultation).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Inserts with the year's next number, a free slug and short code, the first privacy notice and the sequence for its comments. */
  async insert(tx: Tx, consultation: Consultation, notice: PrivacyNotice): Promise<void> {
    if (consultation.state !== 'standing') consultation.number = await this.nextNumber(tx, consultation.year);
    consultation.slug = await this.freeSlug(tx, consultation);
    consultation.shortCode = await this.freeShortCode(tx);
    await tx.getRepository(PrivacyNotice).insert(notice);
    await tx.getRepository(Consultation).insert(consultation);
    await query(tx, `create sequence "${numberSequence(consultation.id)}" as integer`);
  }

  /** The register of what is said outside consultations; null before anybody has said anything that year. */
  async standing(tx: Tx, year: number): Promise<string | null> {
    const row = await queryOne<{ id: string }>(
      tx,
      `select id from consultation where year = $1 and state = 'standing'`,
      [year],
    );
    return row?.id ?? null;
  }

  async update(tx: Tx, consultation: Consultation): Promise<void> {
    const { id, ...values } = consultation;
    await tx.getRepository(Consultation).update({ id }, values);
  }

  async insertNotice(tx: Tx, notice: PrivacyNotice): Promise<void> {
    await tx.getRepository(PrivacyNotice).insert(notice);
  }

  /** Only for a draft: nobody has sent anything under it. */
  async rewriteNotice(tx: Tx, id: string, text: string): Promise<void> {
    await tx.getRepository(PrivacyNotice).update({ id }, { text });
  }

  async departmentExists(tx: Tx, id: string): Promise<boolean> {
    return (await query(tx, 'select 1 from department where id = $1', [id])).length > 0;
  }

  async accountName(tx: Tx, id: string | null): Promise<string> {
    return (await queryOne<{ name: string }>(tx, 'select name from account where id = $1', [id]))?.name ?? '';
  }

  async latestNotice(tx: Tx, consultationId: string): Promise<PrivacyNotice> {
    return tx.getRepository(PrivacyNotice).findOneOrFail({ where: { consultationId }, order: { version: 'DESC' } });
  }

  /** The title as a slug, with a number behind it when another consultation has it already. */
  async freeSlug(tx: Tx, consultation: Consultation): Promise<string> {
    await query(tx, `select pg_advisory_xact_lock(hashtext('consultation-slug'))`);
    const base =
      slugOf(consultation.title) || formatConsultationNumber(consultation.year, consultation.number).toLowerCase();
    const rows = await query<{ slug: string }>(
      tx,
      `select slug from consultation where id <> $1 and (slug = $2 or slug like $2 || '-%')`,
      [consultation.id, base],
    );
    const taken = new Set(rows.map((row) => row.slug));
    let slug = base;
    for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
    return slug;
  }

  private async nextNumber(tx: Tx, year: number): Promise<number> {
    const row = await queryOne<{ last_number: number }>(
      tx,
      `insert into consultation_year (year, last_number) values ($1, 1)
       on conflict (year) do update set last_number = consultation_year.last_number + 1 returning last_number`,
      [year],
    );
    return row?.last_number ?? 1;
  }

  /** Under the lock that `freeSlug` takes: two at once never draw the same. */
  private async freeShortCode(tx: Tx): Promise<string> {
    for (;;) {
      const code = newShortCode();
      if ((await queryOne(tx, 'select 1 from consultation where short_code = $1', [code])) === null) return code;
    }
  }

  /** The slug behind a short link; null for a draft, which nobody outside may know of. */
  async slugOfShortCode(code: string): Promise<string | null> {
    const row = await this.db.queryOne<{ slug: string }>(
      {
        name: 'consultation_short_code',
        text: `select slug from consultation where short_code = $1 and state in ('published', 'closed')`,
      },
      [code],
    );
    return row?.slug ?? null;
  }

  async summaries(now: Date): Promise<ConsultationSummary[]> {
    const rows = await this.db.query<SummaryRow>(SUMMARIES);
    return rows.map((row) => ({
      id: row.id,
      number: formatConsultationNumber(row.year, row.number),
      slug: row.slug,
      state: consultationStateAt(row.state, iso(row.opens_at), iso(row.closes_at), now.getTime()),
      title: row.title,
      departmentName: row.department_name,
      opensAt: iso(row.opens_at),
      closesAt: iso(row.closes_at),
      commentCount: row.comment_count,
      undecidedCount: row.undecided_count,
      recentDays: row.recent_days,
      updatedAt: row.updated_at.toISOString(),
    }));
  }

  async publicSummaries(now: Date): Promise<PublicConsultationSummary[]> {
    const rows = await this.db.query<PublicSummaryRow>(PUBLIC_SUMMARIES);
    return rows.map((row) => ({
      slug: row.slug,
      title: row.title,
      teaser: row.teaser,
      departmentName: row.department_name,
      publishedAt: row.published_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
      area: row.area === null ? null : coarseArea(row.area),
      state: consultationStateAt(row.state, iso(row.opens_at), iso(row.closes_at), now.getTime()),
      opensAt: iso(row.opens_at),
      closesAt: iso(row.closes_at),
      commentCount: row.comment_count,
    }));
  }

  async departmentName(id: string | null): Promise<string | null> {
    const row = await this.db.queryOne<{ name: string }>('select name from department where id = $1', [id]);
    return row?.name ?? null;
  }

  async exists(id: string): Promise<boolean> {
    const row = await this.db.queryOne(
      { name: 'consultation_exists', text: 'select 1 from consultation where id = $1' },
      [id],
    );
    return row !== null;
  }

  async publicId(slug: string): Promise<string | null> {
    const row = await this.db.queryOne<{ id: string }>(
      {
        name: 'consultation_public_id',
        text: `select id from consultation where slug = $1 and state in ('published', 'closed')`,
      },
      [slug],
    );
    return row?.id ?? null;
  }

  async publicCounts(id: string): Promise<PublicCounts> {
    const row = await this.db.queryOne<PublicCounts>(
      {
        name: 'public_comment_counts',
        text: `select count(*)::int as comments, count(longitude)::int as places,
          (count(*) filter (where answers <> '[]'))::int as answered from comment where consultation_id = $1 and state = 'public'`,
      },
      [id],
    );
    return row ?? { comments: 0, places: 0, answered: 0 };
  }
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

interface SummaryRow {
  id: string;
  year: number;
  number: number;
  slug: string;
  state: StoredConsultationState;
  title: string;
  department_name: string | null;
  opens_at: Date | null;
  closes_at: Date | null;
  updated_at: Date;
  comment_count: number;
  undecided_count: number;
  recent_days: number[];
}

type PublicSummaryRow = SummaryRow & { teaser: string; published_at: Date; area: Area | null };

const SUMMARIES = `
select c.id, c.year, c.number, c.slug, c.state, c.title, c.opens_at, c.closes_at, c.updated_at, d.name as department_name,
  coalesce(n.total, 0)::int as comment_count, coalesce(n.undecided, 0)::int as undecided_count,
  (select array_agg(coalesce(per_day.count, 0) order by day.day)::int[]
     from generate_series((app_now() at time zone c.time_zone)::date - 15, (app_now() at time zone c.time_zone)::date, interval '1 day') as day (day)
     left join (
       select (m.received_at at time zone c.time_zone)::date as day, count(*) as count from comment m
       where m.consultation_id = c.id and m.received_at > app_now() - interval '17 days' group by 1
     ) per_day on per_day.day = day.day::date) as recent_days
from consultation c
left join department d on d.id = c.department_id
left join (select consultation_id, count(*) as total, count(*) filter (where state in ('held', 'waiting')) as undecided
           from comment group by consultation_id) n on n.consultation_id = c.id
where c.state <> 'discarded'
order by (c.state = 'published') desc, c.updated_at desc
limit 500`;

const PUBLIC_SUMMARIES = `
select c.id, c.year, c.number, c.slug, c.state, c.title, c.teaser, c.opens_at, c.closes_at, c.updated_at, c.area,
  coalesce(c.published_at, c.created_at) as published_at, (select d.name from department d where d.id = c.department_id) as department_name,
  (select count(*)::int from comment m where m.consultation_id = c.id and m.state = 'public') as comment_count
from consultation c
where c.state in ('published', 'closed')
order by c.closes_at desc
limit 200`;
