import { Injectable } from '@nestjs/common';
import { problemWords } from '@forhoering/shared/i18n/problems.js';
import { AuditService } from '../audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import { isUnavailable } from '../platform/database/database-errors.js';
import { log } from '../platform/log/log.js';
import type { Export } from './export.entity.js';
import { ExportsRepository } from './exports.repository.js';
import type { MadeFile, Progress } from './made-file.js';
import { PdfExport } from './pdf-export.js';
import { PdfRefused, PdfUnavailable } from '../platform/pdf/pdf-renderer.js';
import { RegisterExport } from './register-export.js';

class Cancelled extends Error {}

/** Makes the file of one export. Being run twice does no harm. */
@Injectable()
export class ExportRunner {
  constructor(
    private readonly db: Database,
    private readonly repository: ExportsRepository,
    private readonly register: RegisterExport,
    private readonly pdf: PdfExport,
    private readonly audit: AuditService,
  ) {}

  async run(id: string, signal: AbortSignal): Promise<void> {
    const row = await this.repository.byId(id);
    const manager = this.db.source.manager;
    if (!row || !(await this.repository.move(manager, id, ['queued', 'running'], 'running'))) return;
    const cancel = new AbortController();
    const watch = setInterval(
      () =>
        void this.repository.byId(id).then(
          (now) => now?.state === 'running' || cancel.abort(new Cancelled()),
          () => undefined,
        ),
      1_000,
    );
    const stop = AbortSignal.any([signal, cancel.signal]);
    try {
      await this.done(row, await this.make(row, stop));
    } catch (error) {
      if (cancel.signal.aborted || error instanceof Cancelled) return;
      if (isUnavailable(error)) throw error;
      await this.failed(row, error);
    } finally {
      clearInterval(watch);
    }
  }

  private make(row: Export, signal: AbortSignal): Promise<MadeFile> {
    const progress: Progress = async (percent) => {
      if (!(await this.repository.progress(row.id, percent))) throw new Cancelled();
    };
    return row.format === 'pdf' ? this.pdf.make(row, progress, signal) : this.register.make(row, progress, signal);
  }

  private async done(row: Export, made: MadeFile): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.repository.move(tx, row.id, ['running'], 'done', made))) return;
      const { sha256, bytes, commentCount } = made;
      const data = { format: row.format, edition: row.edition, sha256, bytes, commentCount };
      await this.audit.record(tx, {
        actor: null,
        action: 'export.done',
        subjectKind: 'export',
        subjectId: row.id,
        consultationId: row.consultationId,
        data,
      });
    });
  }

  private async failed(row: Export, error: unknown): Promise<void> {
    const refused = error instanceof PdfRefused;
    const code = refused ? 'export-refused' : error instanceof PdfUnavailable ? 'export-unavailable' : 'internal';
    log.error('export-failed', error, { exportId: row.id });
    const words = problemWords(code, 'da', {});
    const errorDetail = `${words.title}. ${words.detail}`;
    await this.repository.move(this.db.source.manager, row.id, ['running'], refused ? 'refused' : 'failed', {
      errorCode: code,
      errorDetail,
    });
  }
}
