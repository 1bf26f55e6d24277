import { Injectable } from '@nestjs/common';
import type { NumberMetric, NumberSeries } from '@forhoering/shared/contracts/delivery.contract.js';
import { Database } from '../../platform/database/database.js';

/** Longer than any consultation is looked back on. */
const DAYS = 400;

/** What networks count of profiles and posts, one reading a day. A day without a reading is none, never a zero. */
@Injectable()
export class ChannelNumbers {
  constructor(private readonly db: Database) {}

  /** The day's last reading counts. @param definition how it is counted: the network's interface and its version */
  async keep(
    kind: NumberSeries['kind'],
    subjectId: string,
    definition: string,
    numbers: Partial<Record<NumberMetric, number | null>>,
  ): Promise<void> {
    const told = Object.entries(numbers).filter(([, value]) => value !== null);
    if (told.length === 0) return;
    await this.db.query(KEEP, [
      kind,
      subjectId,
      definition,
      told.map(([metric]) => metric),
      told.map(([, value]) => value),
    ]);
  }

  /** Oldest day first. */
  series(kind: NumberSeries['kind'], subjectIds: readonly string[]): Promise<NumberSeries[]> {
    return this.db.query<NumberSeries>(SERIES, [kind, subjectIds, DAYS]);
  }
}

const KEEP = `insert into channel_number (subject_kind, subject_id, day, metric, definition, value, read_at)
  select $1, $2, (app_now() at time zone 'Europe/Copenhagen')::date, metric, $3, value, app_now()
  from unnest($4::text[], $5::bigint[]) as told (metric, value)
  on conflict (subject_kind, subject_id, day, metric, definition) do update set value = excluded.value, read_at = excluded.read_at`;
const SERIES = `select subject_kind as kind, subject_id as "subjectId", metric, definition,
    jsonb_agg(jsonb_build_object('day', day::text, 'value', value) order by day) as days
  from channel_number
  where subject_kind = $1 and subject_id = any($2::uuid[]) and day > (app_now() at time zone 'Europe/Copenhagen')::date - $3::int
  group by 1, 2, 3, 4 order by subject_id, metric, min(day)`;
