import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { DraftPreview, PreviewLinkMade, PreviewLinkView } from '@forhoering/shared/contracts/opening.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { AuditService, type Actor } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { query } from '../../platform/database/sql.js';
import { conflict, notFound, ProblemError } from '../../platform/http/problem-error.js';
import { ConsultationFilesService } from '../files/consultation-files.service.js';
import { ConsultationsService } from '../consultations.service.js';
import { PublicConsultationsService } from '../public-consultations.service.js';
import type { ServedFile } from '../../platform/http/send-stored-file.js';
import { PreviewLink } from './preview-link.entity.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 7;
/** The public address of a file works once the consultation is published; until then the link is its key. */
const ofDraft = (url: string, token: string): string =>
  url.replace('/public/files/', `/public/drafts/${encodeURIComponent(token)}/files/`);
const hashOf = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();

/** Links on which a colleague without account reads a draft: random, stored as a hash, expiring, revocable, and never written to. */
@Injectable()
export class PreviewLinksService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly consultations: ConsultationsService,
    private readonly pages: PublicConsultationsService,
    private readonly files: ConsultationFilesService,
    private readonly audit: AuditService,
  ) {}

  /** Newest first, also those that no longer work. @throws 404 */
  async list(consultationId: string): Promise<PreviewLinkView[]> {
    await this.consultations.requireExists(consultationId);
    const rows = await this.db.query<LinkRow>(
      `${SELECT} where l.consultation_id = $1 order by l.created_at desc limit 50`,
      [consultationId],
    );
    return rows.map((row) => this.view(row));
  }

  /** @param days 1–30 @throws 404 · 409 for what is no draft, or has enough links */
  async make(actor: Actor, consultationId: string, days: number = USUAL_DAYS): Promise<PreviewLinkMade> {
    const token = randomBytes(32).toString('base64url');
    const id = uuidv7();
    await this.db.transaction(async (tx) => {
      const { state } = await this.consultations.lock(tx, consultationId);
      if (state !== 'draft') throw conflict('preview-not-draft');
      const living = await query(
        tx,
        'select 1 from preview_link where consultation_id = $1 and revoked_at is null and expires_at > app_now()',
        [consultationId],
      );
      if (living.length >= LIMITS.previewLinks) throw conflict('too-many-preview-links', { max: LIMITS.previewLinks });
      const now = this.clock.nowMs();
      await tx.getRepository(PreviewLink).insert({
        id,
        consultationId,
        tokenHash: hashOf(token),
        createdBy: actor.accountId,
        createdAt: new Date(now),
        expiresAt: new Date(now + days * DAY_MS),
        revokedAt: null,
      });
      await this.audit.record(tx, {
        actor,
        action: 'previewLink.create',
        subjectKind: 'previewLink',
        subjectId: id,
        consultationId,
        data: { days },
      });
    });
    const row = await this.db.queryOne<LinkRow>(`${SELECT} where l.id = $1`, [id]);
    if (!row) throw notFound();
    return { ...this.view(row), url: `${this.config.publicUrl}/udkast/${token}` };
  }

  /** Twice is once. @throws 404 */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const link = await tx.getRepository(PreviewLink).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!link) throw notFound();
      if (link.revokedAt !== null) return;
      await tx.getRepository(PreviewLink).update({ id }, { revokedAt: this.clock.now() });
      await this.audit.record(tx, {
        actor,
        action: 'previewLink.revoke',
        subjectKind: 'previewLink',
        subjectId: id,
        consultationId: link.consultationId,
      });
    });
  }

  /** What the link shows. @throws 404 for an address that never was one · 410 `preview-revoked`, `preview-expired` */
  async open(token: string): Promise<DraftPreview> {
    const link = await this.db.source.getRepository(PreviewLink).findOneBy({ tokenHash: hashOf(token) });
    if (!link) throw notFound();
    if (link.revokedAt !== null) throw new ProblemError(410, 'preview-revoked');
    if (link.expiresAt <= this.clock.now()) throw new ProblemError(410, 'preview-expired');
    const consultation = await this.pages.asCitizensWill(link.consultationId);
    if (consultation === null) throw new ProblemError(410, 'preview-revoked');
    const files = consultation.files.map((file) => ({
      ...file,
      url: ofDraft(file.url, token),
      smallUrl: file.smallUrl === null ? null : ofDraft(file.smallUrl, token),
    }));
    return {
      consultation: { ...consultation, files },
      published: consultation.state !== 'draft',
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /** A picture or document of the draft that the link shows. @throws as `open`, and 404 */
  async file(token: string, id: string, size: string): Promise<ServedFile> {
    const { consultation } = await this.open(token);
    if (!consultation.files.some((file) => file.id === id)) throw notFound();
    return this.files.open(id, size);
  }

  private view(row: LinkRow): PreviewLinkView {
    const state = row.revoked_at !== null ? 'revoked' : row.expires_at <= this.clock.now() ? 'expired' : 'active';
    return {
      id: row.id,
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by,
      expiresAt: row.expires_at.toISOString(),
      state,
    };
  }
}

interface LinkRow {
  id: string;
  created_by: string | null;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

const SELECT = `select l.id, a.name as created_by, l.created_at, l.expires_at, l.revoked_at
from preview_link l left join account a on a.id = l.created_by`;
