import { Injectable } from '@nestjs/common';
import type { Channel, CommentState } from '@forhoering/shared/comments/comment-states.js';
import type { OverviewView } from '@forhoering/shared/contracts/overview.contract.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { QuestionCountsService } from './question-counts.service.js';

/** Counts of one consultation. Reads only. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly consultations: ConsultationsService,
    private readonly questionCounts: QuestionCountsService,
  ) {}

  async of(consultationId: string): Promise<OverviewView> {
    const { questions } = await this.consultations.require(consultationId);
    const id = [consultationId];
    const [totals, perDay, perChannel, perState, perTag, perLink, perQuestion] = await Promise.all([
      this.db.queryOne<Totals>(TOTALS, id),
      this.db.query<{ date: string; count: number }>(PER_DAY, id),
      this.db.query<{ channel: Channel; count: number }>(PER_CHANNEL, id),
      this.db.query<{ state: CommentState; count: number }>(PER_STATE, id),
      this.db.query<{ tagId: string; name: string; parentId: string | null; colour: number; count: number }>(
        PER_TAG,
        id,
      ),
      this.db.query<{ via: string; visits: number; comments: number }>(PER_LINK, id),
      this.questionCounts.of(consultationId, questions),
    ]);
    const { total = 0, distinctTexts = 0, tagged = 0, early = 0, late = 0 } = totals ?? {};
    return {
      total,
      distinctTexts,
      tagged,
      early,
      late,
      perDay,
      perChannel,
      perState,
      perTag,
      perLink,
      perQuestion,
      generatedAt: this.clock.now().toISOString(),
    };
  }
}

type Totals = Pick<OverviewView, 'total' | 'distinctTexts' | 'tagged' | 'early' | 'late'>;

const TOTALS = `select count(*)::int as total, count(distinct text_hash)::int as "distinctTexts",
  (count(*) filter (where tag_ids <> '{}'))::int as tagged, (count(*) filter (where early))::int as early, (count(*) filter (where late))::int as late
  from comment where consultation_id = $1`;

// A comment is counted on the day it was written, where the channel says so.
const PER_DAY = `
select to_char((coalesce(m.upstream_at, m.received_at) at time zone c.time_zone)::date, 'YYYY-MM-DD') as date, count(*)::int as count
from comment m join consultation c on c.id = m.consultation_id where m.consultation_id = $1 group by 1 order by 1`;

const PER_CHANNEL = `select channel, count(*)::int as count from comment where consultation_id = $1 group by channel order by count desc, channel`;
const PER_STATE = `select state, count(*)::int as count from comment where consultation_id = $1 group by state order by count desc`;
const PER_TAG = `select t.id as "tagId", t.name, t.parent_id as "parentId", t.colour, count(m.comment_id)::int as count
  from tag t left join comment_tag m on m.tag_id = t.id where t.consultation_id = $1
  group by t.id order by count(m.comment_id) desc, t.position`;
const PER_LINK = `select coalesce(v.via, w.via) as via, coalesce(v.visits, 0)::int as visits, coalesce(w.comments, 0)::int as comments
  from (select via, sum(visits) as visits from link_visit where consultation_id = $1 group by via) v
  full join (select via, count(*) as comments from comment where consultation_id = $1 and via is not null group by via) w on w.via = v.via
  order by visits desc, via`;
