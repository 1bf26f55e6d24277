import { Injectable } from '@nestjs/common';
import {
  CONTACT_WAYS,
  type ContactWay,
  type MonthNumbers,
} from '@forhoering/shared/contracts/response-times.contract.js';
import { Database } from '../platform/database/database.js';

interface MonthRow extends Record<ContactWay, number> {
  month: string;
  answers_read: number;
  links_followed: number;
}

/** How people reach the municipality, month by month, and what they found answered before they asked. */
@Injectable()
export class MonthsService {
  constructor(private readonly db: Database) {}

  /** Two years back, newest first; months in which nothing happened are there as well. @param consultationId null: all */
  async of(consultationId: string | null): Promise<MonthNumbers[]> {
    const rows = await this.db.query<MonthRow>(MONTHS, [consultationId]);
    return rows.map(({ month, answers_read: answersRead, links_followed: linksFollowed, ...ways }) => ({
      month,
      ways: Object.fromEntries(CONTACT_WAYS.map((way) => [way, ways[way]])) as Record<ContactWay, number>,
      answersRead,
      linksFollowed,
    }));
  }
}

const MONTH = (at: string): string => `to_char(${at} at time zone 'Europe/Copenhagen', 'YYYY-MM')`;
/** From the first month with anything in it; what came by a file may have come any way. */
const MONTHS = `
with said as (
  select ${MONTH('coalesce(m.upstream_at, m.received_at)')} as month,
    count(*) filter (where m.channel = 'web')::int as web, count(*) filter (where m.channel = 'phone')::int as phone,
    count(*) filter (where m.channel = 'mail')::int as mail, count(*) filter (where m.channel in ('letter', 'meeting', 'import'))::int as other,
    count(*) filter (where m.channel not in ('web', 'phone', 'mail', 'letter', 'meeting', 'import'))::int as social
  from comment m where ($1::uuid is null or m.consultation_id = $1) and coalesce(m.upstream_at, m.received_at) > app_now() - interval '2 years'
  group by 1
), read as (
  select to_char(u.day, 'YYYY-MM') as month, sum(u.reads)::int as answers_read, sum(u.links)::int as links_followed
  from official_answer_use u join official_answer a on a.id = u.answer_id
  where ($1::uuid is null or a.consultation_id = $1) and u.day > (app_now() - interval '2 years')::date group by 1
), span as (
  select to_char(at, 'YYYY-MM') as month from generate_series(
    (select (min(month) || '-01')::timestamp from (select month from said union all select month from read) m),
    date_trunc('month', app_now() at time zone 'Europe/Copenhagen'), interval '1 month') at
)
select month, coalesce(web, 0) as web, coalesce(social, 0) as social, coalesce(phone, 0) as phone, coalesce(mail, 0) as mail,
  coalesce(other, 0) as other, coalesce(answers_read, 0) as answers_read, coalesce(links_followed, 0) as links_followed
from span left join said using (month) left join read using (month) order by month desc`;
