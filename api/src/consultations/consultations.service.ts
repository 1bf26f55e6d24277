import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { publishFindings } from '@forhoering/shared/consultations/checklist.rules.js';
import type {
  AskedBefore,
  CloseConsultationInput,
  ConsultationSummary,
  ConsultationView,
  PublishFinding,
  PublishResult,
  UpdateConsultationInput,
} from '@forhoering/shared/contracts/consultation.contract.js';
import {
  consultationStateAt,
  nextConsultationState,
  type ConsultationAction,
} from '@forhoering/shared/consultations/consultation-states.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { announcePublicChange } from '../platform/database/public-change.js';
import type { Tx } from '../platform/database/sql.js';
import { conflict, invalidField, notFound, ProblemError } from '../platform/http/problem-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { ChangesService } from './changes/changes.service.js';
import { applyInput } from './consultation-input.js';
import { checklistFacts } from './consultation.rules.js';
import { consultationView } from './consultation.views.js';
import type { Consultation } from './consultation.entity.js';
import { CONSULTATION_DISCARDED } from './consultations.events.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { SameAreaService } from './same-area.service.js';

/** Opening, changing and closing consultations; whether one is open is read off the clock. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly repository: ConsultationsRepository,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
    private readonly changes: ChangesService,
    private readonly sameArea: SameAreaService,
    private readonly jobs: Jobs,
  ) {}

  /** @throws 404 */
  async askedBefore(id: string): Promise<AskedBefore[]> {
    return this.sameArea.askedBefore(id, (await this.require(id)).area);
  }

  list(): Promise<ConsultationSummary[]> {
    return this.repository.summaries(this.clock.now());
  }

  async get(id: string): Promise<ConsultationView> {
    const found = await this.repository.withNames({ id });
    if (!found) throw notFound();
    return consultationView(found, await this.changes.of(id), this.config.publicUrl, this.clock.nowMs());
  }

  /** For features above: that the consultation exists. @throws 404 */
  async require(id: string): Promise<Consultation> {
    const found = await this.repository.byId(id);
    if (!found) throw notFound();
    return found;
  }

  /** For features above that change what belongs to it: one at a time until `tx` ends. @throws 404 */
  lock(tx: Tx, id: string): Promise<Consultation> {
    return this.editable(tx, id);
  }

  /** The same for a post that is about to go out: whatever its state, the caller says what follows. @throws 404 */
  async forPost(tx: Tx, id: string): Promise<Consultation> {
    const consultation = await this.repository.forChange(tx, id);
    if (!consultation) throw notFound();
    return consultation;
  }

  /** The same for lists, which need nothing of it: one small read instead of a whole row. @throws 404 */
  async requireExists(id: string): Promise<void> {
    if (!(await this.repository.exists(id))) throw notFound();
  }

  async update(actor: Actor, id: string, input: UpdateConsultationInput): Promise<ConsultationView> {
    await this.db.transaction(async (tx) => {
      const consultation = await this.editable(tx, id);
      if (consultation.version !== input.version) throw await this.versionConflict(tx, consultation);
      const before = { ...consultation };
      const fields = await applyInput({
        consultation,
        input,
        actor,
        now: this.clock.now(),
        departmentExists: (d) => this.repository.departmentExists(tx, d),
      });
      if (input.privacyNotice !== undefined) await this.newNotice(tx, consultation, input.privacyNotice, actor);
      // A published address is printed on posters: only a draft's follows its title.
      if (consultation.state === 'draft' && consultation.title !== before.title)
        consultation.slug = await this.repository.freeSlug(tx, consultation);
      await this.changes.record(tx, { before, after: consultation, actor, reason: input.reason ?? '' });
      await this.save(tx, actor, consultation, 'consultation.update', { fields });
    });
    return this.get(id);
  }

  async checklist(id: string): Promise<PublishFinding[]> {
    const found = await this.repository.withNames({ id });
    if (!found) throw notFound();
    const { caseNumberPattern } = await this.organisation.get();
    return this.findings(found.consultation, found.notice.text, caseNumberPattern);
  }

  /** Opens it now, or at `opensAt` when that lies ahead. @throws 422 `publish-blocked` naming each missing field */
  async publish(actor: Actor, id: string): Promise<PublishResult> {
    const { caseNumberPattern } = await this.organisation.get();
    const findings = await this.db.transaction(async (tx) => {
      const consultation = await this.editable(tx, id);
      const { text } = await this.repository.latestNotice(tx, id);
      const found = await this.findings(consultation, text, caseNumberPattern, tx);
      const blocking = found.filter((finding) => finding.level === 'blocks');
      if (blocking.length > 0)
        throw new ProblemError(
          422,
          'publish-blocked',
          {},
          blocking.map(({ field, code }) => ({ field, code })),
        );
      this.move(consultation, 'publish');
      consultation.publishedAt = this.clock.now();
      consultation.opensAt ??= consultation.publishedAt;
      await this.save(tx, actor, consultation, 'consultation.publish', { visibility: consultation.visibility });
      return found;
    });
    const view = await this.get(id);
    return { id, slug: view.slug, state: view.state, warnings: findings };
  }

  async close(actor: Actor, id: string, { reason }: CloseConsultationInput): Promise<ConsultationView> {
    return this.change({ actor, id, action: 'close', reason: reason ?? '' }, (consultation) => {
      const now = this.clock.now();
      if (consultation.closesAt === null || consultation.closesAt > now) {
        consultation.closesAt = now;
        consultation.closesOn = null;
      }
    });
  }

  /** Needs a closing that lies ahead: change it first. */
  async reopen(actor: Actor, id: string): Promise<ConsultationView> {
    return this.change({ actor, id, action: 'reopen' }, (consultation) => {
      if (consultation.closesAt === null || consultation.closesAt <= this.clock.now())
        throw invalidField('closesAt', 'closing-in-the-past');
    });
  }

  async discard(actor: Actor, id: string): Promise<ConsultationView> {
    return this.change({ actor, id, action: 'discard' }, () => undefined);
  }

  departmentName(id: string | null): Promise<string | null> {
    return this.repository.departmentName(id);
  }

  /** The id behind a public address, by one indexed read: the hot paths ask for it. @throws 404 */
  async publicIdFast(slug: string): Promise<string> {
    const id = await this.repository.publicId(slug);
    if (id === null) throw new ProblemError(404, 'consultation-not-found');
    return id;
  }

  /** @throws 404; 409 when nobody can write there now */
  async requireOpen(slug: string): Promise<void> {
    const c = await this.repository.publicBySlug(slug);
    if (!c) throw new ProblemError(404, 'consultation-not-found');
    const state = consultationStateAt(
      c.state,
      c.opensAt?.toISOString() ?? null,
      c.closesAt?.toISOString() ?? null,
      this.clock.nowMs(),
    );
    if (state === 'scheduled')
      throw conflict('consultation-not-open-yet', { opensAt: c.opensAt?.toISOString() ?? '', contact: c.contact });
    if (state !== 'open')
      throw conflict('consultation-closed', { closesAt: c.closesAt?.toISOString() ?? '', contact: c.contact });
  }

  private async findings(
    consultation: Consultation,
    privacyNotice: string,
    caseNumberPattern: string,
    tx?: Tx,
  ): Promise<PublishFinding[]> {
    const found = publishFindings(checklistFacts(consultation, privacyNotice, caseNumberPattern), this.clock.nowMs());
    const before = await this.sameArea.askedBefore(consultation.id, consultation.area, tx);
    return before.length === 0 ? found : [...found, { code: 'same-area-recently', level: 'warns', field: 'area' }];
  }

  private async change(
    { actor, id, action, reason = '' }: { actor: Actor; id: string; action: ConsultationAction; reason?: string },
    prepare: (c: Consultation) => void,
  ): Promise<ConsultationView> {
    await this.db.transaction(async (tx) => {
      const consultation = await this.editable(tx, id);
      const before = { ...consultation };
      this.move(consultation, action);
      prepare(consultation);
      if (action === 'discard') await this.jobs.enqueue(tx, CONSULTATION_DISCARDED, { consultationId: id });
      await this.changes.record(tx, { before, after: consultation, actor, reason });
      await this.save(tx, actor, consultation, `consultation.${action}`, {});
    });
    return this.get(id);
  }

  private move(consultation: Consultation, action: ConsultationAction): void {
    const next = nextConsultationState(consultation.state, action);
    if (next === null) throw conflict('transition-not-allowed', { state: consultation.state, action });
    consultation.state = next;
  }

  private async editable(tx: Tx, id: string): Promise<Consultation> {
    const consultation = await this.repository.forChange(tx, id);
    if (!consultation || consultation.state === 'discarded') throw notFound();
    if (consultation.state === 'standing') throw conflict('standing-register');
    return consultation;
  }

  private async save(
    tx: Tx,
    actor: Actor,
    consultation: Consultation,
    action: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    consultation.version += 1;
    consultation.updatedAt = this.clock.now();
    consultation.updatedBy = actor.accountId;
    await this.repository.update(tx, consultation);
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'consultation',
      subjectId: consultation.id,
      consultationId: consultation.id,
      data,
    });
    // A draft saves itself all the time, and the public sees none of it.
    if (consultation.state !== 'draft') await announcePublicChange(tx, consultation.id);
  }

  private async newNotice(tx: Tx, consultation: Consultation, text: string, actor: Actor): Promise<void> {
    const last = await this.repository.latestNotice(tx, consultation.id);
    if (last.text === text) return;
    if (consultation.state === 'draft') return this.repository.rewriteNotice(tx, last.id, text);
    const notice = {
      id: uuidv7(),
      consultationId: consultation.id,
      version: last.version + 1,
      text,
      createdAt: this.clock.now(),
      createdBy: actor.accountId,
    };
    await this.repository.insertNotice(tx, notice);
    consultation.privacyNoticeId = notice.id;
  }

  private async versionConflict(tx: Tx, consultation: Consultation): Promise<ProblemError> {
    return conflict('version-conflict', {
      changedBy: await this.repository.accountName(tx, consultation.updatedBy),
      changedAt: consultation.updatedAt.toISOString(),
      version: consultation.version,
    });
  }
}
