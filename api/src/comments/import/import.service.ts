import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ImportView } from '@forhoering/shared/contracts/import.contract.js';
import { AuditService, type Actor } from '../../audit/audit.service.js';
import { ConsultationsService } from '../../consultations/consultations.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { announcePublicChange } from '../../platform/database/public-change.js';
import { FileStore } from '../../platform/files/file-store.js';
import { conflict, notFound, ProblemError } from '../../platform/http/problem-error.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import type { Import } from './import.entity.js';
import { IMPORT_REQUESTED } from './import.events.js';
import { ImportRefused } from './import-refused.js';
import { ImportRepository } from './import.repository.js';
import { readMapping } from './mapping.rules.js';

export interface ImportUpload {
  file: Readable;
  fileName: string;
  mapping: string | undefined;
  dryRun: boolean;
}

/** Asking for an import and watching it; the work is done by the worker. */
@Injectable()
export class ImportService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly repository: ImportRepository,
    private readonly consultations: ConsultationsService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  async request(actor: Actor, consultationId: string, upload: ImportUpload): Promise<ImportView> {
    const consultation = await this.consultations.require(consultationId);
    if (consultation.state === 'discarded') throw notFound();
    const stored = await this.files.put(upload.file);
    const row: Import = {
      id: uuidv7(),
      consultationId,
      state: 'queued',
      dryRun: upload.dryRun,
      fileSha256: stored.sha256,
      fileName: upload.fileName.replace(/[\u0000-\u001f/\\]/g, '').slice(-120) || 'fil.csv',
      mapping: this.mapping(upload.mapping),
      report: {},
      progress: 0,
      createdBy: actor.accountId,
      departmentId: actor.departmentId,
      createdAt: this.clock.now(),
      finishedAt: null,
    };
    await this.db.transaction(async (tx) => {
      await this.repository.insert(tx, row);
      const data = { dryRun: upload.dryRun, sha256: stored.sha256, bytes: stored.bytes };
      await this.audit.record(tx, {
        actor,
        action: 'import.request',
        subjectKind: 'import',
        subjectId: row.id,
        consultationId,
        data,
      });
      await this.jobs.enqueue(tx, IMPORT_REQUESTED, { importId: row.id });
    });
    return importView(row);
  }

  async get(id: string): Promise<ImportView> {
    const row = await this.repository.byId(id);
    if (!row) throw notFound();
    return importView(row);
  }

  async list(consultationId: string): Promise<ImportView[]> {
    await this.consultations.requireExists(consultationId);
    return (await this.repository.ofConsultation(consultationId)).map(importView);
  }

  async cancel(actor: Actor, id: string): Promise<ImportView> {
    await this.db.transaction(async (tx) => {
      if (!(await this.repository.move(tx, id, ['queued', 'running'], 'cancelled', {})))
        throw conflict('transition-not-allowed');
      await this.repository.clearStaged(tx, id);
      await this.audit.record(tx, { actor, action: 'import.cancel', subjectKind: 'import', subjectId: id });
    });
    return this.get(id);
  }

  /** Takes back what the import brought: out of everything public, and kept on record. */
  async undo(actor: Actor, id: string): Promise<ImportView> {
    const { consultationId } = await this.get(id);
    await this.db.transaction(async (tx) => {
      if (!(await this.repository.undone(tx, id))) throw conflict('transition-not-allowed');
      const takenBack = await this.repository.takeBack(tx, id);
      await announcePublicChange(tx, consultationId);
      const subject = { subjectKind: 'import', subjectId: id, consultationId };
      await this.audit.record(tx, { actor, action: 'import.undo', ...subject, data: { takenBack } });
    });
    return this.get(id);
  }

  private mapping(raw: string | undefined): Import['mapping'] {
    try {
      return readMapping(raw);
    } catch (error) {
      if (error instanceof ImportRefused)
        throw new ProblemError(422, 'validation', {}, [{ field: 'mapping', code: 'wrong-type' }]);
      throw error;
    }
  }
}

export function importView(row: Import): ImportView {
  const { report } = row;
  return {
    id: row.id,
    consultationId: row.consultationId,
    state: row.state,
    dryRun: row.dryRun,
    fileName: row.fileName,
    progress: row.progress,
    mapping: row.mapping,
    columns: report.columns ?? [],
    encoding: report.encoding ?? null,
    separator: report.separator ?? null,
    total: report.total ?? 0,
    imported: report.imported ?? 0,
    alreadyThere: report.alreadyThere ?? 0,
    failed: report.failed ?? 0,
    held: report.held ?? 0,
    problems: report.problems ?? [],
    problemCount: report.problemCount ?? 0,
    error: report.error ?? null,
    preview: report.preview ?? [],
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
