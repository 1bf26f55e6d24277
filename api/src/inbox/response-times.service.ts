import { Injectable } from '@nestjs/common';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { CHANNEL_DA } from '@forhoering/shared/i18n/labels.da.js';
import type { Channel } from '@forhoering/shared/comments/comment-states.js';
import type { ResponseTimes, ResponseTimesGroup } from '@forhoering/shared/contracts/response-times.contract.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { InboxSettingsService } from './inbox-settings.service.js';

interface GroupRow {
  key: string | null;
  label: string | null;
  due: number;
  in_time: number;
  median: number | null;
  p90: number | null;
  full_median: number | null;
  full_p90: number | null;
  full_answered: number;
}
interface BreachedRow {
  id: string;
  year: number;
  consultation_number: number;
  number: number;
  due_at: Date;
  first_answered_at: Date | null;
  collected_late: boolean;
}

/** The longest list of breached ones that is shown. */
const MOST_BREACHED = 500;

/** How fast the municipality answers: computed from what was asked and what was delivered, never from a stored verdict. */
@Injectable()
export class ResponseTimesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: InboxSettingsService,
  ) {}

  /** Only the sum: what a page shows to everybody asks for no more. */
  async total(consultationId: string): Promise<ResponseTimesGroup> {
    const [row] = await this.db.query<GroupRow>(groupSql('null::text', 'null::text', ''), [consultationId]);
    return viewOf(row ?? NOTHING, 'I alt');
  }

  /** @param consultationId one consultation, or all when left out */
  async of(consultationId: string | null): Promise<ResponseTimes> {
    const params = [consultationId];
    const group = (key: string, label: string, join = '') =>
      this.db.query<GroupRow>(groupSql(key, label, join), params);
    const [total, channels, departments, weeks, breached, { policy }] = await Promise.all([
      group('null::text', 'null::text'),
      group('m.channel', 'm.channel'),
      group('v.department_id::text', 'min(d.name)', 'left join department d on d.id = v.department_id'),
      group(WEEK, WEEK),
      this.db.query<BreachedRow>(BREACHED, params),
      this.settings.get(),
    ]);
    const labelled = (label: (row: GroupRow) => string) => (row: GroupRow) => viewOf(row, label(row));
    return {
      total: viewOf(total[0] ?? NOTHING, 'I alt'),
      perChannel: channels.map(labelled(({ key }) => CHANNEL_DA[key as Channel] ?? key ?? '')),
      perDepartment: departments.map(labelled(({ label }) => label ?? 'Ingen afdeling')),
      perWeek: weeks.map(labelled(({ key }) => `Uge ${Number((key ?? '').slice(-2))}, ${(key ?? '').slice(0, 4)}`)),
      breached: breached.map((row) => ({
        conversationId: row.id,
        number: formatCommentNumber(row.year, row.consultation_number, row.number),
        dueAt: row.due_at.toISOString(),
        answeredAt: row.first_answered_at?.toISOString() ?? null,
        why: row.collected_late ? 'collected-late' : row.first_answered_at ? 'answered-late' : 'not-answered',
      })),
      policy,
      generatedAt: this.clock.now().toISOString(),
    };
  }
}

const NOTHING: GroupRow = {
  key: null,
  label: null,
  due: 0,
  in_time: 0,
  median: null,
  p90: null,
  full_median: null,
  full_p90: null,
  full_answered: 0,
};

function viewOf(row: GroupRow, label: string): ResponseTimesGroup {
  return {
    key: row.key,
    label,
    due: row.due,
    inTime: row.in_time,
    share: row.due === 0 ? null : row.in_time / row.due,
    medianMs: row.median,
    p90Ms: row.p90,
    fullMedianMs: row.full_median,
    fullP90Ms: row.full_p90,
    fullAnswered: row.full_answered,
  };
}

const WEEK = `to_char(v.started_at at time zone 'Europe/Copenhagen', 'IYYY-IW')`;
/** Every round of every conversation. */
const ASKED = `(select id, consultation_id, comment_id, department_id, state, started_at, due_at, first_answered_at, answered_at, collected_late
    from conversation
  union all
  select r.conversation_id, c.consultation_id, r.comment_id, r.department_id, r.state, r.started_at, r.due_at, r.first_answered_at, r.answered_at,
    r.collected_late from conversation_round r join conversation c on c.id = r.conversation_id) v join comment m on m.id = v.comment_id`;
/**
 * Of what was asked: those whose deadline has passed or that were answered before it. What is still within its time, waits for
 * the citizen, needed no answer, or is hidden, says nothing about speed.
 */
const COUNTED = `($1::uuid is null or v.consultation_id = $1) and m.state not in ('hidden', 'withdrawn') and v.state <> 'no_answer_needed'
  and (v.first_answered_at is not null or (v.state <> 'waiting' and v.due_at <= app_now()))`;
const IN_TIME = `v.first_answered_at is not null and v.first_answered_at <= v.due_at`;
const MS = (column: string): string => `extract(epoch from ${column} - v.started_at) * 1000`;
const percentile = (at: number, column: string): string =>
  `round((percentile_cont(${at}) within group (order by ${MS(column)}) filter (where ${column} is not null))::numeric)::float8`;

const groupSql = (
  key: string,
  label: string,
  join: string,
): string => `select ${key} as key, ${label} as label, count(*)::int as due,
    (count(*) filter (where ${IN_TIME}))::int as in_time, ${percentile(0.5, 'v.first_answered_at')} as median, ${percentile(0.9, 'v.first_answered_at')} as p90,
    ${percentile(0.5, 'v.answered_at')} as full_median, ${percentile(0.9, 'v.answered_at')} as full_p90, count(v.answered_at)::int as full_answered
  from ${ASKED} ${join} where ${COUNTED}${key.startsWith('null') ? '' : ` group by ${key} order by ${key}`}`;

const BREACHED = `select v.id, c.year, c.number as consultation_number, m.number, v.due_at, v.first_answered_at, v.collected_late
  from ${ASKED} join consultation c on c.id = v.consultation_id
  where ${COUNTED} and not (${IN_TIME}) order by v.due_at desc limit ${MOST_BREACHED}`;
