import { Injectable } from '@nestjs/common';
import { UNDECIDED_STATES, type Channel, type CommentState } from '@forhoering/shared/comments/comment-states.js';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { CHANNEL_DA, COMMENT_STATE_DA } from '@forhoering/shared/i18n/labels.da.js';
import { formatDate, formatDateTime, formatDay, formatDeadline } from '@forhoering/shared/time/format-time.js';
import { countByPeriod } from '@forhoering/shared/time/periods.js';
import { localDate } from '@forhoering/shared/time/wall-time.js';
import type { ConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import { QuestionCountsService } from '../analysis/question-counts.service.js';
import { OfficialAnswersService } from '../consultations/answers/official-answers.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Export } from './export.entity.js';
import { pickQuotes, themesOf, type TagRow } from './report.rules.js';
import type { ReportComment, ReportData } from './pdf/report-data.js';

/** A document of this many comments takes some 0.3 MB each while it is made; the rest is in CSV and JSON. */
const MAX_IN_TABLE = 5_000;

export interface ReportRow {
  number: number;
  received_at: Date;
  upstream_at: Date | null;
  channel: Channel;
  state: CommentState;
  author: string | null;
  text: string;
  place: string | null;
  support_count: number;
  tag_ids: string[];
  text_hash: string;
}

/** Gathers what a report says. The public edition is built from public rows only: nothing else is even read. */
@Injectable()
export class ReportDataService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly consultations: ConsultationsService,
    private readonly organisation: OrganisationService,
    private readonly answers: OfficialAnswersService,
    private readonly questionCounts: QuestionCountsService,
  ) {}

  async collect(row: Export): Promise<ReportData> {
    const id = row.consultationId;
    const [consultation, organisation, rows, tags, by, totals] = await Promise.all([
      this.consultations.get(id),
      this.organisation.get(),
      this.db.query<ReportRow>(row.edition === 'public' ? PUBLIC_ROWS : INTERNAL_ROWS, [id]),
      this.db.query<TagRow>(
        'select id, parent_id, name, description from tag where consultation_id = $1 order by position',
        [id],
      ),
      this.db.queryOne<{ name: string; department: string | null }>(
        `select (select name from account where id = $1) as name, (select d.name from department d join consultation c on c.department_id = d.id where c.id = $2) as department`,
        [row.requestedBy, id],
      ),
      this.db.query<{ state: CommentState; count: number }>(
        'select state, count(*)::int as count from comment where consultation_id = $1 group by state',
        [id],
      ),
    ]);
    const [, year = '0', number = '0'] = /^F-(\d+)-(\d+)$/.exec(consultation.number) ?? [];
    const full = (n: number): string => formatCommentNumber(Number(year), Number(number), n);
    const names = new Map(tags.map((tag) => [tag.id, tag.name]));
    const internal = row.edition === 'internal';
    const dateOf = (one: ReportRow): string => localDate((one.upstream_at ?? one.received_at).toISOString());
    const periods = countByPeriod(rows.map((one) => ({ date: dateOf(one), count: 1 })));
    const comments = rows.slice(0, MAX_IN_TABLE).map((one): ReportComment => commentOf(one, full, names, internal));
    return {
      ...aboutOf(consultation),
      edition: row.edition,
      organisation: organisation.name,
      department: by?.department ?? '',
      date: localDate(this.clock.now().toISOString()),
      madeAt: formatDateTime(this.clock.now().toISOString()),
      madeBy: by?.name ?? '',
      total: rows.length,
      numbers: numbersOf(rows, totals, internal),
      perDay: periods.points,
      perDayUnit: periods.unit,
      perChannel: countBy(rows, (one) => CHANNEL_DA[one.channel]),
      answered: await this.questionCounts.of(id, consultation.questions, !internal),
      officialAnswers: (await this.answers.list(id)).map((one) => ({ ...one, linkUrl: one.linkUrl ?? '' })),
      perState: countBy(rows, (one) => COMMENT_STATE_DA[one.state]),
      themes: themesOf(tags, rows, (tagRows) =>
        pickQuotes(tagRows).map((one) => ({
          number: full(one.number),
          author: one.author ?? 'Borger',
          text: one.text,
        })),
      ),
      untagged: rows.filter((one) => one.tag_ids.length === 0).length,
      comments,
      leftOut: rows.length - comments.length,
      hiddenReasons: await this.hiddenReasons(id),
      decisions: internal ? await this.decisions(id, full) : [],
      missingGlyphs: 0,
    };
  }

  private async hiddenReasons(id: string): Promise<ReportData['hiddenReasons']> {
    return this.db.query(
      `select coalesce(hidden_reason, '') as label, count(*)::int as count from comment where consultation_id = $1 and state = 'hidden' group by 1 order by 2 desc limit 50`,
      [id],
    );
  }

  private async decisions(id: string, full: (n: number) => string): Promise<ReportData['decisions']> {
    const rows = await this.db.query<{
      at: Date;
      number: number;
      action: string;
      without_marked: boolean;
      reason: string | null;
      actor_name: string | null;
    }>(
      `select d.at, m.number, d.action, d.without_marked, d.reason, d.actor_name from decision d join comment m on m.id = d.comment_id
       where d.consultation_id = $1 order by d.at limit 2000`,
      [id],
    );
    return rows.map((one) => ({
      at: formatDateTime(one.at.toISOString()),
      number: full(one.number),
      what: decisionWords(one.action, one.without_marked),
      reason: one.reason ?? '',
      by: one.actor_name ?? '',
    }));
  }
}

function decisionWords(action: string, withoutMarked: boolean): string {
  if (action === 'undo') return 'Fortrudt';
  if (action === 'hide') return 'Skjult';
  return withoutMarked ? 'Vist uden det markerede' : 'Vist';
}

function aboutOf(c: ConsultationView) {
  const from = c.opensAt === null ? '' : formatDay(c.opensAt, 'da');
  const to = c.closesAt === null ? '' : formatDeadline(c.closesAt, 'da');
  const period = from === '' || to === '' ? 'Periode ikke sat' : `${from} til ${to}`;
  return {
    number: c.number,
    title: c.title,
    teaser: c.teaser,
    purpose: c.purpose,
    canInfluence: c.canInfluence,
    settled: c.settled,
    contact: c.contact,
    caseNumber: c.caseNumber,
    legalBasis: c.legalBasis,
    privacyNotice: c.privacyNotice,
    privacyNoticeVersion: c.privacyNoticeVersion,
    publicUrl: c.publicUrl,
    period,
    openUntil: c.state === 'closed' ? '' : to,
    questions: c.questions.map((q) => q.label),
  };
}

function commentOf(
  one: ReportRow,
  full: (n: number) => string,
  names: Map<string, string>,
  internal: boolean,
): ReportComment {
  return {
    number: full(one.number),
    received: formatDate((one.upstream_at ?? one.received_at).toISOString()),
    channel: CHANNEL_DA[one.channel],
    author: one.author ?? 'Borger',
    text: one.text,
    place: one.place ?? '',
    supports: one.support_count,
    tags: one.tag_ids.flatMap((id) => names.get(id) ?? []),
    state: internal ? COMMENT_STATE_DA[one.state] : '',
  };
}

/** The public edition tells how many there are that it does not show, so that its numbers add up with the register's. */
function numbersOf(
  rows: ReportRow[],
  totals: Array<{ state: CommentState; count: number }>,
  internal: boolean,
): ReportData['numbers'] {
  const of = (...states: CommentState[]): number =>
    totals.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const all = totals.reduce((sum, { count }) => sum + count, 0);
  return [
    { label: 'modtaget i alt', count: all },
    { label: internal ? 'vist for alle' : 'med i denne udgave', count: of('public') },
    { label: 'forskellige tekster', count: new Set(rows.map((one) => one.text_hash)).size },
    { label: 'med tema', count: rows.filter((one) => one.tag_ids.length > 0).length },
    { label: 'ikke afgjort endnu', count: of(...UNDECIDED_STATES) },
    { label: 'skjult', count: of('hidden') },
    { label: 'trukket tilbage', count: of('withdrawn') },
  ];
}

function countBy(rows: ReportRow[], labelOf: (row: ReportRow) => string): Array<{ label: string; count: number }> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(labelOf(row), (counts.get(labelOf(row)) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
}

const SHARED = `m.number, m.received_at, m.upstream_at, m.channel, m.state, m.tag_ids, m.support_count, encode(m.text_hash, 'hex') as text_hash`;
const PUBLIC_ROWS = `select ${SHARED}, m.public_author as author, m.public_text as text, m.public_place as place from comment m
  where m.consultation_id = $1 and m.state = 'public' order by m.number`;
const INTERNAL_ROWS = `select ${SHARED}, m.author_name as author, m.text, m.place from comment m where m.consultation_id = $1 order by m.number`;
