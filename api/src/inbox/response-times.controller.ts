import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  CONTACT_WAYS,
  type MonthNumbers,
  type ResponseBadge,
  type ResponseTimes,
  type ResponseTimesGroup,
} from '@forhoering/shared/contracts/response-times.contract.js';
import { neutraliseFormula } from '@forhoering/shared/text/csv-safety.js';
import { zonedOf } from '@forhoering/shared/time/wall-time.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Allow, Public } from '../platform/http/access.js';
import { notFound } from '../platform/http/problem-error.js';
import { ResponseTimesQuery } from './inbox.dto.js';
import { InboxSettingsService } from './inbox-settings.service.js';
import { MonthsService } from './months.service.js';
import { ResponseTimesService } from './response-times.service.js';

@Controller('response-times')
export class ResponseTimesController {
  constructor(
    private readonly times: ResponseTimesService,
    private readonly months: MonthsService,
  ) {}

  @Get()
  @Allow('overview.read')
  of(@Query() { consultationId }: ResponseTimesQuery): Promise<ResponseTimes> {
    return this.times.of(consultationId ?? null);
  }

  @Get('months')
  @Allow('overview.read')
  async byMonth(@Query() { consultationId }: ResponseTimesQuery): Promise<{ items: MonthNumbers[] }> {
    return { items: await this.months.of(consultationId ?? null) };
  }

  /** The same for a spreadsheet: semicolons, decimal commas, hours. */
  @Get('csv')
  @Allow('overview.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  async csv(@Query() { consultationId }: ResponseTimesQuery, @Res() reply: FastifyReply): Promise<void> {
    const [times, months] = await Promise.all([
      this.times.of(consultationId ?? null),
      this.months.of(consultationId ?? null),
    ]);
    void reply
      .header('content-disposition', 'attachment; filename="svartider.csv"')
      .send(`\uFEFF${csvLines(times, months).join('\r\n')}\r\n`);
  }
}

/** What a citizen may read about it, when the municipality shows it. */
@Controller('public/consultations/:slug/response-badge')
export class ResponseBadgeController {
  constructor(
    private readonly times: ResponseTimesService,
    private readonly settings: InboxSettingsService,
    private readonly consultations: ConsultationsService,
  ) {}

  /** @throws 404 when it is not shown, or nobody has asked yet */
  @Get()
  @Public()
  async of(@Param('slug') slug: string): Promise<ResponseBadge> {
    const id = await this.consultations.publicIdFast(slug);
    const { showBadge, policy } = await this.settings.get();
    const total = showBadge ? await this.times.total(id) : null;
    if (total === null || total.share === null) throw notFound();
    return { share: total.share, due: total.due, inTime: total.inTime, medianMs: total.medianMs, policy };
  }
}

const HOUR_MS = 3_600_000;
/** As Excel reads a time. */
const cell = (at: string): string =>
  zonedOf(at).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
const WHY: Record<ResponseTimes['breached'][number]['why'], string> = {
  'collected-late': 'Kom for sent ind til os',
  'answered-late': 'Besvaret for sent',
  'not-answered': 'Ikke besvaret endnu',
};
const hours = (ms: number | null): string => (ms === null ? '' : (ms / HOUR_MS).toFixed(2).replace('.', ','));

function csvLines(times: ResponseTimes, months: readonly MonthNumbers[]): string[] {
  const line = (kind: string, group: ResponseTimesGroup): string =>
    [
      kind,
      `"${neutraliseFormula(group.label).replaceAll('"', '""')}"`,
      group.due,
      group.inTime,
      group.share === null ? '' : (100 * group.share).toFixed(1).replace('.', ','),
      hours(group.medianMs),
      hours(group.p90Ms),
      group.fullAnswered,
      hours(group.fullMedianMs),
      hours(group.fullP90Ms),
    ].join(';');
  return [
    'Fordelt på;Hvad;Spørgsmål;Besvaret til tiden;Andel i procent;Første svar, median i timer;Første svar, 90 % inden for timer;Fagligt besvaret;Fagligt svar, median i timer;Fagligt svar, 90 % inden for timer',
    line('I alt', times.total),
    ...times.perChannel.map((group) => line('Kanal', group)),
    ...times.perDepartment.map((group) => line('Afdeling', group)),
    ...times.perWeek.map((group) => line('Uge', group)),
    '',
    'Måned;Web;Sociale medier;Telefon;Mail;Brev, møde og fil;Læste svar;Fulgte links',
    ...months.map(({ month, ways, answersRead, linksFollowed }) =>
      [month, ...CONTACT_WAYS.map((way) => ways[way]), answersRead, linksFollowed].join(';'),
    ),
    '',
    'Ikke besvaret til tiden;Nummer;Frist;Besvaret;Hvorfor',
    ...times.breached.map(({ number, dueAt, answeredAt, why }) =>
      ['', number, cell(dueAt), answeredAt === null ? '' : cell(answeredAt), WHY[why]].join(';'),
    ),
  ];
}
