import { Injectable } from '@nestjs/common';
import { v7 as uuidv7, validate } from 'uuid';
import { BUILT_IN_TEMPLATES } from '@forhoering/shared/consultations/templates.js';
import type { ConsultationInput } from '@forhoering/shared/contracts/consultation.contract.js';
import type {
  SaveTemplateInput,
  TemplateView,
  UpdateTemplateInput,
} from '@forhoering/shared/contracts/opening.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { AuditService, type Actor } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/sql.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem-error.js';
import { ConsultationsRepository } from '../consultations.repository.js';
import type { Template } from './template.entity.js';
import { lengthOf, suggestedDates, templateInput } from './template.rules.js';
import { TemplatesRepository, type TemplateRow } from './templates.repository.js';

/** The five built-in templates and a municipality's own. A consultation copies one and owes it nothing afterwards. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: TemplatesRepository,
    private readonly consultations: ConsultationsRepository,
    private readonly audit: AuditService,
  ) {}

  /** Own ones first, then the built-in ones, the blank one last. */
  async list(): Promise<TemplateView[]> {
    return [...(await this.repository.living()).map(view), ...BUILT_IN_TEMPLATES.map(builtInView)];
  }

  /** What a new consultation begins with. @throws 409 `template-gone` · 422 when there never was one */
  async start(id: string): Promise<{ name: string; input: ConsultationInput }> {
    const builtIn = BUILT_IN_TEMPLATES.find((one) => one.id === id);
    const template = builtIn ?? (validate(id) ? await this.repository.byId(id) : null);
    if (template === null) throw invalidField('templateId', 'not-found');
    if ('archivedAt' in template && template.archivedAt !== null)
      throw conflict('template-gone', { name: template.name });
    return {
      name: template.name,
      input: { ...template.input, ...suggestedDates(template.periodDays, this.clock.now()) },
    };
  }

  async save(actor: Actor, { name, description, consultationId }: SaveTemplateInput): Promise<TemplateView> {
    const id = uuidv7();
    await this.db.transaction(async (tx) => {
      const from = await this.consultations.withNames({ id: consultationId }, tx);
      if (!from || ['discarded', 'standing'].includes(from.consultation.state))
        throw invalidField('consultationId', 'not-found');
      await this.requireFreeName(tx, name, id);
      if ((await this.repository.count(tx)) >= LIMITS.templates)
        throw conflict('too-many-templates', { max: LIMITS.templates });
      const now = this.clock.now();
      await this.repository.save(tx, {
        id,
        name,
        description: description ?? '',
        periodDays: lengthOf(from.consultation),
        input: templateInput(from.consultation),
        createdBy: actor.accountId,
        createdAt: now,
        updatedAt: now,
        archivedAt: null,
        version: 1,
      });
      await this.record(tx, actor, 'template.create', id);
    });
    return this.get(id);
  }

  async update(actor: Actor, id: string, { name, description, version }: UpdateTemplateInput): Promise<TemplateView> {
    await this.db.transaction(async (tx) => {
      const template = await this.living(tx, id);
      if (template.version !== version) throw conflict('version-conflict', { version: template.version });
      if (name !== undefined) await this.requireFreeName(tx, name, id);
      template.name = name ?? template.name;
      template.description = description ?? template.description;
      template.version += 1;
      template.updatedAt = this.clock.now();
      await this.repository.save(tx, template);
      await this.record(tx, actor, 'template.update', id);
    });
    return this.get(id);
  }

  /** Nobody can choose it any more; consultations made from it are as they were. @throws 404 · 409 when it is gone already */
  async archive(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const template = await this.living(tx, id);
      template.archivedAt = this.clock.now();
      template.version += 1;
      await this.repository.save(tx, template);
      await this.record(tx, actor, 'template.delete', id);
    });
  }

  private async get(id: string): Promise<TemplateView> {
    const row = await this.repository.row(id);
    if (!row) throw notFound();
    return view(row);
  }

  private async living(tx: Tx, id: string): Promise<Template> {
    const template = await this.repository.byId(id, tx);
    if (!template) throw notFound();
    if (template.archivedAt !== null) throw conflict('template-gone', { name: template.name });
    return template;
  }

  private async requireFreeName(tx: Tx, name: string, except: string): Promise<void> {
    const builtIn = BUILT_IN_TEMPLATES.some((one) => one.name.toLowerCase() === name.toLowerCase());
    if (builtIn || (await this.repository.nameTaken(tx, name, except))) throw conflict('template-name-taken');
  }

  private record(tx: Tx, actor: Actor, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subjectKind: 'template', subjectId: id });
  }
}

function view(row: TemplateRow): TemplateView {
  return {
    id: row.id,
    builtIn: false,
    name: row.name,
    description: row.description,
    periodDays: row.period_days,
    input: row.input,
    savedBy: row.saved_by,
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
}

const builtInView = ({
  id,
  name,
  description,
  periodDays,
  input,
}: (typeof BUILT_IN_TEMPLATES)[number]): TemplateView => ({
  id,
  builtIn: true,
  name,
  description,
  periodDays,
  input,
  savedBy: null,
  updatedAt: null,
  version: 1,
});
