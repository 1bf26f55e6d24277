import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { COPENHAGEN, localYear } from '@forhoering/shared/time/wall-time.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query } from '../platform/database/sql.js';
import { newConsultation } from './consultation-input.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { TextPresetsService } from './presets/text-presets.service.js';

/** What people say to the municipality outside consultations: one register a year, number 000, made when it is first needed. */
@Injectable()
export class StandingRegistersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ConsultationsRepository,
    private readonly presets: TextPresetsService,
    private readonly audit: AuditService,
  ) {}

  /** This year's. Two who ask at once get the same. @returns its id */
  async current(): Promise<string> {
    const standard = await this.presets.standard();
    return this.db.transaction(async (tx) => {
      await query(tx, `select pg_advisory_xact_lock(hashtext('standing-register'))`);
      const now = this.clock.now();
      const year = localYear(now.toISOString(), COPENHAGEN);
      const there = await this.repository.standing(tx, year);
      if (there !== null) return there;
      const id = uuidv7();
      const { consultation, notice } = newConsultation({
        id,
        input: {},
        actor: null,
        standard,
        templateName: null,
        now,
      });
      Object.assign(consultation, {
        state: 'standing',
        title: `Generelle henvendelser ${year}`,
        visibility: 'staffOnly',
        // As with a consultation that began on the last day of the year.
        deleteOn: `${year + 1}-12-31`,
      });
      await this.repository.insert(tx, consultation, notice);
      await this.audit.record(tx, {
        actor: null,
        action: 'consultation.standing',
        subjectKind: 'consultation',
        subjectId: id,
        consultationId: id,
        data: { year },
      });
      return id;
    });
  }
}
