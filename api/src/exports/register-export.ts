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
import { CrlfRows, JsonArray } from './csv-stream.js';
import type { Export } from './export.entity.js';
import type { MadeFile, Progress } from './made-file.js';
import { countSql, excelCsvSql, jsonRowsSql, machineCsvSql } from './register.sql.js';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** CSV and JSON straight from COPY: one consistent statement, constant memory, whatever the size. */
@Injectable()
export class RegisterExport {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly consultations: ConsultationsService,
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
      const source = client.query(copyTo(await this.statement(row)));
      const reports = report(shaper, total, progress);
      try {
        const file = await this.store(source, shaper, row, signal);
        return { ...file, commentCount: total };
      } finally {
        clearInterval(reports.timer);
        reports.check();
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async store(source: Readable, shaper: CrlfRows | JsonArray, row: Export, signal: AbortSignal) {
    const bom = row.format === 'csv' && row.dialect === 'excel';
    const flow = pipeline(source, shaper, { signal });
    const [file] = await Promise.all([
      this.files.put(Readable.from(withPrefix(shaper, bom ? BOM : null)), signal),
      flow,
    ]);
    return file;
  }

  private async statement(row: Export): Promise<string> {
    const { year, number, timeZone } = await this.consultations.require(row.consultationId);
    const of = {
      consultationId: row.consultationId,
      edition: row.edition,
      number: formatConsultationNumber(year, number),
      timeZone,
    };
    if (row.format === 'json') return jsonRowsSql(of);
    return row.dialect === 'excel' ? excelCsvSql(of) : machineCsvSql(of);
  }

  private async shaper(row: Export): Promise<CrlfRows | JsonArray> {
    if (row.format === 'csv') return new CrlfRows();
    const { number, title, publicUrl, state, opensAt, closesAt, caseNumber } = await this.consultations.get(
      row.consultationId,
    );
    const head = {
      consultation: { number, title, publicUrl, state, opensAt, closesAt, caseNumber },
      edition: row.edition,
      generatedAt: this.clock.now().toISOString(),
    };
    return new JsonArray(`${JSON.stringify(head).slice(0, -1)},"comments":[\n`, '\n]}\n');
  }
}

async function* withPrefix(source: Readable, prefix: Buffer | null): AsyncGenerator<Buffer> {
  if (prefix) yield prefix;
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
