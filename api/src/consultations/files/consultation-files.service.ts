import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type {
  ConsultationFileView,
  PublicFile,
  UpdateConsultationFileInput,
} from '@forhoering/shared/contracts/file.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { AuditService, type Actor } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { announcePublicChange } from '../../platform/database/public-change.js';
import type { Tx } from '../../platform/database/sql.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { FilePart } from '../../platform/http/read-file-part.js';
import type { ServedFile } from '../../platform/http/send-stored-file.js';
import { conflict, notFound, ProblemError } from '../../platform/http/problem-error.js';
import { kindOf } from '../../platform/pictures/picture-kind.js';
import { Pictures } from '../../platform/pictures/pictures.service.js';
import { ChangesService } from '../changes/changes.service.js';
import type { Consultation } from '../consultation.entity.js';
import { ConsultationsService } from '../consultations.service.js';
import { ConsultationFile } from './consultation-file.entity.js';
import { ConsultationFilesRepository } from './consultation-files.repository.js';
import { fileName, fileView, publicFile, titleFrom } from './consultation-file.views.js';

/** Pictures and plan documents of a consultation. */
@Injectable()
export class ConsultationFilesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly pictures: Pictures,
    private readonly repository: ConsultationFilesRepository,
    private readonly consultations: ConsultationsService,
    private readonly changes: ChangesService,
    private readonly audit: AuditService,
  ) {}

  async list(consultationId: string): Promise<ConsultationFileView[]> {
    await this.consultations.requireExists(consultationId);
    return (await this.repository.of(consultationId)).map(fileView);
  }

  /** @throws 404; 413; 415 `file-type`; 409 `too-many-files`; 422 for a picture that cannot be read */
  async add(actor: Actor, consultationId: string, upload: FilePart): Promise<ConsultationFileView> {
    await this.consultations.requireExists(consultationId);
    const file = await this.stored(actor, consultationId, upload);
    await this.db.transaction(async (tx) => {
      const consultation = await this.consultations.lock(tx, consultationId);
      const there = await this.repository.of(consultationId, tx);
      if (there.length >= LIMITS.filesPerConsultation)
        throw conflict('too-many-files', { max: LIMITS.filesPerConsultation });
      file.position = there.length;
      await this.repository.insert(tx, file);
      await this.changes.recordFile(tx, consultation, actor, `${file.title} er lagt op`);
      await this.record(tx, actor, file, 'consultation.fileAdd');
    });
    return fileView(file);
  }

  async update(actor: Actor, id: string, input: UpdateConsultationFileInput): Promise<ConsultationFileView> {
    return this.change(actor, id, 'consultation.fileUpdate', async (tx, file) => {
      const { position, ...words } = input;
      Object.assign(file, words);
      if (Object.keys(words).length > 0) await this.repository.update(tx, id, words);
      if (position === undefined) return;
      const others = (await this.repository.of(file.consultationId, tx)).filter((other) => other.id !== id);
      others.splice(position, 0, file);
      await this.repository.arrange(
        tx,
        others.map((one) => one.id),
      );
      file.position = Math.min(position, others.length - 1);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'consultation.fileRemove', async (tx, file, consultation) => {
      await this.changes.recordFile(tx, consultation, actor, `${file.title} er taget ned`);
      file.removedAt = this.clock.now();
      await this.repository.update(tx, id, { removedAt: file.removedAt });
    });
  }

  async publicOf(slug: string): Promise<PublicFile[]> {
    return (await this.repository.of(await this.consultations.publicIdFast(slug))).map(publicFile);
  }

  /** For staff, also before the consultation is open. @throws 404 */
  async open(id: string, size: string): Promise<ServedFile> {
    return this.served(await this.repository.byId(id), size);
  }

  /** The large size of a picture. @throws 404 */
  async pictureBytes(id: string): Promise<Buffer> {
    return buffer((await this.open(id, 'large')).open());
  }

  /** For everybody. @throws 404 */
  async openPublic(id: string, size: string): Promise<ServedFile> {
    return this.served(await this.repository.publicById(id), size);
  }

  private async stored(actor: Actor, consultationId: string, upload: FilePart): Promise<ConsultationFile> {
    const kind = kindOf(upload.bytes);
    const base = {
      id: uuidv7(),
      consultationId,
      title: titleFrom(upload.fields.get('title') ?? '', upload.fileName),
      position: 0,
      createdAt: this.clock.now(),
      createdBy: actor.accountId,
      removedAt: null,
    };
    if (kind === 'pdf') {
      const { sha256, bytes } = await this.files.put(Readable.from([upload.bytes]));
      const none = { altText: '', smallSha256: null, smallBytes: null, width: null, height: null };
      return { ...base, ...none, kind: 'document', sha256, bytes };
    }
    if (kind === 'svg' || kind === 'gif' || kind === 'unknown') throw new ProblemError(415, 'file-type');
    if (upload.bytes.length > LIMITS.pictureBytes)
      throw new ProblemError(413, 'upload-too-large', { max: `${LIMITS.pictureBytes / 1024 / 1024} MB` });
    const { large, small, width, height } = await this.pictures.store(upload.bytes, 'file');
    return {
      ...base,
      kind: 'picture',
      altText: [...(upload.fields.get('altText') ?? '').trim()].slice(0, LIMITS.altText).join(''),
      sha256: large.sha256,
      bytes: large.bytes,
      smallSha256: small.sha256,
      smallBytes: small.bytes,
      width,
      height,
    };
  }

  private async change(
    actor: Actor,
    id: string,
    action: string,
    apply: (tx: Tx, file: ConsultationFile, consultation: Consultation) => Promise<void>,
  ): Promise<ConsultationFileView> {
    return this.db.transaction(async (tx) => {
      const found = await this.repository.byId(id, tx);
      if (!found) throw notFound();
      const consultation = await this.consultations.lock(tx, found.consultationId);
      const file = await this.repository.byId(id, tx);
      if (!file) throw notFound();
      await apply(tx, file, consultation);
      await this.record(tx, actor, file, action);
      return fileView(file);
    });
  }

  private async record(tx: Tx, actor: Actor, file: ConsultationFile, action: string): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'consultation',
      subjectId: file.consultationId,
      consultationId: file.consultationId,
      data: { fileId: file.id, kind: file.kind },
    });
    await announcePublicChange(tx, file.consultationId);
  }

  private served(file: ConsultationFile | null, size: string): ServedFile {
    if (!file) throw notFound();
    if (file.kind === 'document') {
      if (size !== 'document') throw notFound();
      return {
        sha256: file.sha256,
        bytes: file.bytes,
        type: 'application/pdf',
        downloadName: fileName(file.title, 'pdf'),
        open: () => this.files.open(file.sha256),
      };
    }
    const sha256 = size === 'large' ? file.sha256 : size === 'small' ? file.smallSha256 : null;
    const bytes = size === 'large' ? file.bytes : file.smallBytes;
    if (sha256 === null || bytes === null) throw notFound();
    return { sha256, bytes, type: 'image/webp', downloadName: null, open: () => this.files.open(sha256) };
  }
}
