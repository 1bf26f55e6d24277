import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ConsultationChange } from '@forhoering/shared/contracts/consultation.contract.js';
import type { Actor } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/sql.js';
import type { Consultation } from '../consultation.entity.js';
import { changedFields, publicFacts } from './change.rules.js';
import { ConsultationChangeRow } from './consultation-change.entity.js';

interface Recorded {
  /** The row as it was before. */
  before: Consultation;
  after: Consultation;
  actor: Actor;
  reason: string;
}

/** Changes after publication are versions that everybody can see, with date and reason. Drafts leave no such trace. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes a line when something the public reads differs. */
  async record(tx: Tx, { before, after, actor, reason }: Recorded): Promise<void> {
    if (before.state === 'draft') return;
    const fields = changedFields(publicFacts(before), publicFacts(after));
    if (fields.length === 0) return;
    const moved = fields.includes('closesAt');
    const closings = { oldClosesAt: moved ? before.closesAt : null, newClosesAt: moved ? after.closesAt : null };
    await this.insert(tx, after.id, actor, { fields, ...closings, reason });
  }

  /** A picture or document came or went. */
  async recordFile(tx: Tx, { id, state }: Consultation, actor: Actor, reason: string): Promise<void> {
    if (state !== 'draft')
      await this.insert(tx, id, actor, { fields: ['files'], oldClosesAt: null, newClosesAt: null, reason });
  }

  private async insert(
    tx: Tx,
    consultationId: string,
    actor: Actor,
    line: Pick<ConsultationChangeRow, 'fields' | 'oldClosesAt' | 'newClosesAt' | 'reason'>,
  ): Promise<void> {
    await tx.getRepository(ConsultationChangeRow).insert({
      id: uuidv7(),
      consultationId,
      changedAt: this.clock.now(),
      changedBy: actor.accountId,
      ...line,
    });
  }

  /** Newest first. */
  async of(consultationId: string): Promise<ConsultationChange[]> {
    const rows = await this.db.source
      .getRepository(ConsultationChangeRow)
      .find({ where: { consultationId }, order: { changedAt: 'DESC', id: 'DESC' }, take: 100 });
    return rows.map((row) => ({
      at: row.changedAt.toISOString(),
      fields: row.fields,
      oldClosesAt: row.oldClosesAt?.toISOString() ?? null,
      newClosesAt: row.newClosesAt?.toISOString() ?? null,
      reason: row.reason,
    }));
  }
}
