import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ObjectionInput, Objections } from '@forhoering/shared/contracts/objection.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { COPENHAGEN, parseOpening } from '@forhoering/shared/time/wall-time.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query } from '../platform/database/sql.js';
import { refuseCpr } from '../platform/http/refuse-cpr.js';
import { conflict, invalidField, notFound } from '../platform/http/problem-error.js';
import { Objection } from './objection.entity.js';
import { ResultsRepository } from './results.repository.js';

/**
 * What came in the formal hearing after a consultation, held against its themes: so that "fewer objections" is a number. An objection is
 * known by its number in the municipality's records, and nothing else of it is kept here.
 */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ResultsRepository,
    private readonly consultations: ConsultationsService,
    private readonly audit: AuditService,
  ) {}

  async of(consultationId: string): Promise<Objections> {
    await this.consultations.requireExists(consultationId);
    const [rows, themes] = await Promise.all([
      this.db.source.getRepository(Objection).find({
        where: { consultationId },
        order: { receivedOn: 'DESC', id: 'DESC' },
      }),
      this.repository.themes(consultationId),
    ]);
    const known = new Set(themes.map(({ id }) => id));
    const items = rows.map(({ id, reference, receivedOn, tagIds }) => ({
      id,
      reference,
      receivedOn,
      tagIds: tagIds.filter((tagId) => known.has(tagId)),
    }));
    return {
      items,
      themes: themes.map(({ id, name, count }) => ({
        tagId: id,
        name,
        comments: count,
        objections: items.filter(({ tagIds }) => tagIds.includes(id)).length,
      })),
      unforeseen: items.filter(({ tagIds }) => tagIds.length === 0).length,
    };
  }

  /** @throws 404; 409 `too-many-objections`; 422 for a number that is there already, a day that is none, another consultation's theme */
  async add(actor: Actor, consultationId: string, input: ObjectionInput): Promise<Objections> {
    refuseCpr('reference', input.reference);
    const receivedOn = parseOpening(input.receivedOn, COPENHAGEN)?.wall.slice(0, 10);
    if (receivedOn === undefined) throw invalidField('receivedOn', 'not-a-date');
    const tagIds = [...new Set(input.tagIds)];
    const known = new Set((await this.repository.themes(consultationId)).map(({ id }) => id));
    if (tagIds.some((id) => !known.has(id))) throw invalidField('tagIds', 'not-found');
    await this.db.transaction(async (tx) => {
      const { state } = await this.consultations.lock(tx, consultationId);
      if (state === 'draft') throw conflict('not-published-yet');
      const repository = tx.getRepository(Objection);
      const all = await repository.findBy({ consultationId });
      if (all.length >= LIMITS.objections) throw conflict('too-many-objections');
      const same = (one: Objection): boolean => one.reference.toLowerCase() === input.reference.toLowerCase();
      if (all.some(same)) throw invalidField('reference', 'objection-known');
      const id = uuidv7();
      await repository.insert({
        id,
        consultationId,
        reference: input.reference,
        receivedOn,
        tagIds,
        createdAt: this.clock.now(),
        createdBy: actor.accountId,
      });
      const subject = { actor, subjectKind: 'objection', subjectId: id, consultationId };
      await this.audit.record(tx, { ...subject, action: 'objection.add', data: { reference: input.reference } });
    });
    return this.of(consultationId);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [gone] = await query<{ consultation_id: string; reference: string }>(
        tx,
        'delete from objection where id = $1 returning consultation_id, reference',
        [id],
      );
      if (!gone) throw notFound();
      const { consultation_id: consultationId, reference } = gone;
      const subject = { actor, subjectKind: 'objection', subjectId: id, consultationId };
      await this.audit.record(tx, { ...subject, action: 'objection.remove', data: { reference } });
    });
  }
}
