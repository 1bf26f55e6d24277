import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { allows } from '@forhoering/shared/contracts/access.contract.js';
import type { CreateExportInput, ExportView } from '@forhoering/shared/contracts/export.contract.js';
import { formatConsultationNumber } from '@forhoering/shared/comments/comment-number.js';
import { localDate } from '@forhoering/shared/time/wall-time.js';
import { AuditService } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { FileStore } from '../platform/files/file-store.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict, notFound, ProblemError } from '../platform/http/problem-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { Export } from './export.entity.js';
import { EXPORT_REQUESTED } from './exports.events.js';
import { ExportsRepository } from './exports.repository.js';

/** Asking for exports and fetching them; who asked and who fetched is on record. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly repository: ExportsRepository,
    private readonly consultations: ConsultationsService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  async request(me: SignedIn, consultationId: string, input: CreateExportInput): Promise<ExportView> {
    requireEdition(me, input.edition);
    const consultation = await this.consultations.require(consultationId);
    const now = this.clock.now();
    const edition = input.edition === 'public' ? 'offentlig' : 'intern';
    const row: Export = {
      id: uuidv7(),
      consultationId,
      format: input.format,
      edition: input.edition,
      dialect: input.dialect ?? 'excel',
      state: 'queued',
      progress: 0,
      fileName: `${formatConsultationNumber(consultation.year, consultation.number)}-${edition}-${localDate(now.toISOString())}.${input.format}`,
      sha256: null,
      bytes: null,
      commentCount: null,
      errorCode: null,
      errorDetail: null,
      requestedBy: me.accountId,
      requestedAt: now,
      finishedAt: null,
    };
    await this.db.transaction(async (tx) => {
      await this.repository.insert(tx, row);
      const data = { format: input.format, edition: input.edition };
      await this.audit.record(tx, {
        actor: me,
        action: 'export.request',
        subjectKind: 'export',
        subjectId: row.id,
        consultationId,
        data,
      });
      await this.jobs.enqueue(tx, EXPORT_REQUESTED, { exportId: row.id });
    });
    return this.get(row.id);
  }

  async list(consultationId: string): Promise<ExportView[]> {
    await this.consultations.requireExists(consultationId);
    return this.repository.views({ consultationId });
  }

  async get(id: string): Promise<ExportView> {
    const [found] = await this.repository.views({ id });
    if (!found) throw notFound();
    return found;
  }

  /** The file, and a line in the log that this person fetched it. */
  async open(me: SignedIn, id: string): Promise<{ name: string; bytes: number; file: Readable; format: string }> {
    const found = await this.get(id);
    requireEdition(me, found.edition);
    if (found.state !== 'done' || found.sha256 === null) throw conflict('export-not-ready', { state: found.state });
    if (!(await this.files.exists(found.sha256))) throw notFound();
    const data = { sha256: found.sha256, edition: found.edition };
    await this.db.transaction((tx) =>
      this.audit.record(tx, {
        actor: me,
        action: 'export.download',
        subjectKind: 'export',
        subjectId: id,
        consultationId: found.consultationId,
        data,
      }),
    );
    return {
      name: found.fileName ?? `eksport.${found.format}`,
      bytes: found.bytes ?? 0,
      file: this.files.open(found.sha256),
      format: found.format,
    };
  }

  async cancel(me: SignedIn, id: string): Promise<ExportView> {
    const found = await this.get(id);
    requireEdition(me, found.edition);
    await this.db.transaction(async (tx) => {
      if (!(await this.repository.move(tx, id, ['queued', 'running'], 'cancelled')))
        throw conflict('transition-not-allowed', { state: found.state });
      await this.audit.record(tx, {
        actor: me,
        action: 'export.cancel',
        subjectKind: 'export',
        subjectId: id,
        consultationId: found.consultationId,
      });
    });
    return this.get(id);
  }
}

/** The route lets in who may export at all; the internal edition asks for more. */
function requireEdition(me: SignedIn, edition: 'public' | 'internal'): void {
  if (!allows(me.roles, `export.${edition}`)) throw new ProblemError(403, 'not-allowed');
}
