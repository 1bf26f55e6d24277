import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { problemWords } from '@forhoering/shared/i18n/problems.js';
import { cutText } from '@forhoering/shared/text/clean-text.js';
import { AuditService } from '../../audit/audit.service.js';
import { Database } from '../../platform/database/database.js';
import { isUnavailable } from '../../platform/database/database-errors.js';
import { announcePublicChange } from '../../platform/database/public-change.js';
import { FileStore } from '../../platform/files/file-store.js';
import { log } from '../../platform/log/log.js';
import { textOfFile } from './decode-file.js';
import type { Import, ImportReport } from './import.entity.js';
import { ImportRefused } from './import-refused.js';
import { ImportRepository } from './import.repository.js';
import { resolveMapping, sniffSeparator, type ResolvedMapping } from './mapping.rules.js';
import { readRows, type CsvRow } from './read-rows.js';
import { ReadSoFar, stageRow, type StagedRow } from './row.rules.js';

const BATCH = 1_000;
const SHOWN_PROBLEMS = 500;
const SHOWN_ROWS = 8;

class Cancelled extends Error {}

type FullReport = Required<Omit<ImportReport, 'error'>>;

/** Runs one import: read, check, stage in batches, and let all of it appear at once. Being run twice does no harm. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    private readonly repository: ImportRepository,
    private readonly audit: AuditService,
  ) {}

  async run(id: string): Promise<void> {
    const row = await this.repository.byId(id);
    if (!row || !['queued', 'running'].includes(row.state)) return;
    const manager = this.db.source.manager;
    await this.repository.clearStaged(manager, id);
    if (!(await this.repository.move(manager, id, ['queued', 'running'], 'running', {}))) return;
    try {
      await this.runOne(row);
    } catch (error) {
      if (error instanceof Cancelled) return;
      // The database is away: the job comes again when it is back.
      if (isUnavailable(error)) throw error;
      await this.fail(row, error);
    }
  }

  private async runOne(row: Import): Promise<void> {
    const { text, encoding } = await textOfFile(await buffer(this.files.open(row.fileSha256)));
    // What a person chose for a CSV file says nothing about a spreadsheet.
    const separator = encoding === 'Excel' ? ',' : (row.mapping.separator ?? sniffSeparator(text) ?? ',');
    const rows = readRows(text, separator);
    const header = await rows.next();
    if (header.done) throw new ImportRefused('import-empty');
    const columns = header.value.cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
    const mapping = this.resolve(row, columns, separator);
    const report: FullReport = {
      columns,
      encoding,
      separator,
      total: 0,
      imported: 0,
      alreadyThere: 0,
      failed: 0,
      held: 0,
      problems: [],
      problemCount: 0,
      preview: [],
    };
    await this.readAll(row, rows, mapping, report, text.length);
    if (report.total === 0) throw new ImportRefused('import-empty');
    await this.finish(row, mapping, report);
  }

  /** One column and no text in it usually means that the wrong separator was chosen: say that rather than "column missing". */
  private resolve(row: Import, columns: string[], separator: string): ResolvedMapping {
    try {
      return resolveMapping(row.mapping, columns);
    } catch (error) {
      if (columns.length === 1 && /[,;\t|]/.test(columns[0] ?? ''))
        throw new ImportRefused('import-wrong-separator', { separator });
      throw error;
    }
  }

  private async readAll(
    row: Import,
    rows: AsyncGenerator<CsvRow>,
    mapping: ResolvedMapping,
    report: FullReport,
    size: number,
  ): Promise<void> {
    const sofar = new ReadSoFar(row.mapping.copiedAt ? new Date(row.mapping.copiedAt) : row.createdAt);
    const inFile = new Set<string>();
    let read = 0;
    let batch: StagedRow[] = [];
    for await (const line of rows) {
      report.total += 1;
      read += line.cells.reduce((sum, cell) => sum + cell.length + 1, 0);
      const { row: staged, problems } = stageRow(line, mapping, sofar);
      report.problemCount += problems.length;
      report.problems.push(...problems.slice(0, SHOWN_PROBLEMS - report.problems.length));
      if (!staged) report.failed += 1;
      else if (inFile.has(staged.dedupe_key)) report.alreadyThere += 1;
      else {
        inFile.add(staged.dedupe_key);
        batch.push(staged);
      }
      if (batch.length === BATCH) {
        await this.takeBatch(row, mapping.channel, batch, report, Math.min(95, Math.round((95 * read) / size)));
        batch = [];
      }
    }
    await this.takeBatch(row, mapping.channel, batch, report, 95);
  }

  private async takeBatch(
    row: Import,
    channel: string,
    batch: StagedRow[],
    report: FullReport,
    percent: number,
  ): Promise<void> {
    const known = await this.repository.known(row.consultationId, channel, batch);
    const fresh = batch.filter((staged) => !known.has(staged.dedupe_key));
    report.alreadyThere += batch.length - fresh.length;
    report.imported += fresh.length;
    report.held += fresh.filter((staged) => staged.hold).length;
    const room = SHOWN_ROWS - report.preview.length;
    report.preview.push(
      ...fresh.slice(0, Math.max(0, room)).map(({ line, text, author, external_id, upstream_at }) => ({
        line,
        text: cutText(text, 400),
        author,
        externalId: external_id,
        upstreamAt: upstream_at,
      })),
    );
    if (!row.dryRun && fresh.length > 0)
      await this.repository.stage(
        row.id,
        fresh.map((staged) => ({ ...staged, id: uuidv7() })),
      );
    if (!(await this.repository.progress(row.id, percent))) throw new Cancelled();
  }

  private async finish(row: Import, mapping: ResolvedMapping, report: FullReport): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!row.dryRun) {
        const moved = await this.repository.flip(
          tx,
          row.id,
          row.consultationId,
          mapping.channel,
          mapping.shown.source ?? row.fileName,
        );
        report.alreadyThere += report.imported - moved;
        report.imported = moved;
        await announcePublicChange(tx, row.consultationId);
      }
      await this.repository.clearStaged(tx, row.id);
      await tx.query('update import set mapping = $2 where id = $1', [row.id, JSON.stringify(mapping.shown)]);
      if (!(await this.repository.move(tx, row.id, ['running'], 'done', report))) throw new Cancelled();
      const { total, imported, alreadyThere, failed, held } = report;
      const data = { dryRun: row.dryRun, total, imported, alreadyThere, failed, held };
      await this.audit.record(tx, {
        actor: null,
        action: 'import.done',
        subjectKind: 'import',
        subjectId: row.id,
        consultationId: row.consultationId,
        data,
      });
    });
  }

  private async fail(row: Import, error: unknown): Promise<void> {
    const refused = error instanceof ImportRefused ? error : new ImportRefused('internal');
    if (!(error instanceof ImportRefused)) log.error('import-failed', error, { importId: row.id });
    const words = problemWords(refused.code, 'da', refused.params);
    const message = `${words.title}. ${words.detail}`;
    await this.repository.clearStaged(this.db.source.manager, row.id);
    await this.repository.move(this.db.source.manager, row.id, ['running'], 'failed', {
      error: { code: refused.code, message },
    });
  }
}
