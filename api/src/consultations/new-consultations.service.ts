import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type {
  ConsultationInput,
  ConsultationView,
  CreateConsultationInput,
} from '@forhoering/shared/contracts/consultation.contract.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem-error.js';
import { applyInput, givenFields, newConsultation } from './consultation-input.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { TextPresetsService } from './presets/text-presets.service.js';
import { cloneInput } from './templates/template.rules.js';
import { TemplatesService } from './templates/templates.service.js';

interface Beginning {
  input: ConsultationInput;
  action: 'consultation.create' | 'consultation.clone';
  templateName: string | null;
  data?: Record<string, unknown>;
}

/** How a draft begins: from nothing, from a template, or as a copy. */
@Injectable()
export class NewConsultationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ConsultationsRepository,
    private readonly consultations: ConsultationsService,
    private readonly templates: TemplatesService,
    private readonly presets: TextPresetsService,
    private readonly audit: AuditService,
  ) {}

  /** @throws 409 `template-gone` · 422 naming each field that does not hold */
  async create(actor: Actor, { templateId, ...input }: CreateConsultationInput): Promise<ConsultationView> {
    if (templateId === undefined)
      return this.begin(actor, { input, action: 'consultation.create', templateName: null });
    const template = await this.templates.start(templateId);
    return this.begin(actor, {
      // Who begins from a template usually begins for the own department.
      input: { departmentId: actor.departmentId, ...template.input, ...givenFields(input) },
      action: 'consultation.create',
      templateName: template.name,
    });
  }

  /** A new draft with the same words, without dates and case number. @throws 404 */
  async clone(actor: Actor, id: string): Promise<ConsultationView> {
    const from = await this.repository.withNames({ id });
    if (!from || ['discarded', 'standing'].includes(from.consultation.state)) throw notFound();
    return this.begin(actor, {
      input: cloneInput(from.consultation, from.notice.text),
      action: 'consultation.clone',
      templateName: null,
      data: { from: id },
    });
  }

  private async begin(actor: Actor, { input, action, templateName, data = {} }: Beginning): Promise<ConsultationView> {
    const id = uuidv7();
    const now = this.clock.now();
    const standard = await this.presets.standard();
    await this.db.transaction(async (tx) => {
      const { consultation, notice } = newConsultation({ id, input, actor, standard, templateName, now });
      await applyInput({
        consultation,
        input,
        actor,
        now,
        departmentExists: (department) => this.repository.departmentExists(tx, department),
      });
      await this.repository.insert(tx, consultation, notice);
      await this.audit.record(tx, {
        actor,
        action,
        subjectKind: 'consultation',
        subjectId: id,
        consultationId: id,
        data,
      });
    });
    return this.consultations.get(id);
  }
}
