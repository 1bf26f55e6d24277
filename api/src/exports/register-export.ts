import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { formatConsultationNumber } from '@forhoering/shared/comments/comment-number.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { FileStore } from '../platform/files/file-store.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { OfficialAnswersService } from '../consultations/answers/official-answers.service.js';
import { QuestionCountsService } from '../analysis/question-counts.service.js';
import { CrlfRows, JsonArray } from './csv-stream.js';
import type { Export } from './export.entity.js';
import type { MadeFile, Progress } from './made-file.js';
import { countSql, excelCsv, jsonRowsSql, machineCsv, type RegisterTable } from './register.sql.js';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** CSV and JSON straight from COPY: one consistent statement, constant memory, whatever the size. */
@Injectable()
export class RegisterExport {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly consultations: ConsultationsService,
    private readonly answers: OfficialAnswersService,
    private readonly questionCounts: QuestionCountsService,
  ) {}

  async make(row: Export, progress: Progress, signal: AbortSignal): Promise<MadeFile> {
    const client = new Client({ connectionString: this.config.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      const counted = await client.query<{ count: number }>(countSql(row.edition), [row.consultationId]);
      const total = counted.rows[0]?.count ?? 0;
      const shaper = await this.shaper(row);
      const { header, statement } = await this.table(row);
      const source = client.query(copyTo(statement));
      const reports = report(shaper, total, progress);
      try {
        const file = await this.store(source, shaper, header, signal);
        return { ...file, commentCount: total };
      } finally {
        clearInterval(reports.timer);
        reports.check();
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async store(source: Readable, shaper: CrlfRows | JsonArray, before: Buffer, signal: AbortSignal) {
    const flow = pipeline(source, shaper, { signal });
    const [file] = await Promise.all([this.files.put(Readable.from(withPrefix(shaper, before)), signal), flow]);
    return file;
  }

  private async table(row: Export): Promise<{ header: Buffer; statement: string }> {
    const { year, number, timeZone, questions } = await this.consultations.require(row.consultationId);
    const of = {
      consultationId: row.consultationId,
      edition: row.edition,
      number: formatConsultationNumber(year, number),
      timeZone,
      questions,
    };
    if (row.format === 'json') return { header: Buffer.alloc(0), statement: jsonRowsSql(of) };
    const excel = row.dialect === 'excel';
    const { header, statement }: RegisterTable = excel ? excelCsv(of) : machineCsv(of);
    return { header: Buffer.concat([excel ? BOM : Buffer.alloc(0), Buffer.from(`${header}\r\n`)]), statement };
  }

  private async shaper(row: Export): Promise<CrlfRows | JsonArray> {
    if (row.format === 'csv') return new CrlfRows();
    const { number, title, publicUrl, state, opensAt, closesAt, caseNumber, questions } = await this.consultations.get(
      row.consultationId,
    );
    const official = await this.answers.list(row.consultationId);
    const head = {
      consultation: { number, title, publicUrl, state, opensAt, closesAt, caseNumber, questions },
      questionCounts: await this.questionCounts.of(row.consultationId, questions, row.edition === 'public'),
      officialAnswers: official.map(({ question, answer, signature, linkUrl }) => ({
        question,
        answer,
        signature,
        linkUrl,
      })),
      edition: row.edition,
      generatedAt: this.clock.now().toISOString(),
    };
    return new JsonArray(`${JSON.stringify(head).slice(0, -1)},"comments":[\n`, '\n]}\n');
  }
}

async function* withPrefix(source: Readable, prefix: Buffer): AsyncGenerator<Buffer> {
  if (prefix.length > 0) yield prefix;
  yield* source as AsyncIterable<Buffer>;
}

/** Tells once a second how far it is; a cancellation found out that way is thrown when the work is through. */
function report(
  shaper: { rows: number },
  total: number,
  progress: Progress,
): { timer: NodeJS.Timeout; check: () => void } {
  let problem: unknown = null;
  const timer = setInterval(() => {
    progress(Math.min(99, Math.round((100 * shaper.rows) / Math.max(1, total)))).catch(
      (error: unknown) => (problem = error),
    );
  }, 1_000);
  return {
    timer,
    check: () => {
      if (problem !== null) throw problem;
    },
  };
}
