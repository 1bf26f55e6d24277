import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type {
  OfficialAnswerInput,
  OfficialAnswerView,
  PublicOfficialAnswer,
  UpdateOfficialAnswerInput,
} from '@forhoering/shared/contracts/official-answer.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { cleanText } from '@forhoering/shared/text/clean-text.js';
import { AuditService, type Actor } from '../../audit/audit.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { announcePublicChange } from '../../platform/database/public-change.js';
import type { Tx } from '../../platform/database/sql.js';
import { refuseCpr } from '../../platform/http/refuse-cpr.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem-error.js';
import { ConsultationsService } from '../consultations.service.js';
import type { OfficialAnswer } from './official-answer.entity.js';
import { publicAnswer } from './official-answer.views.js';
import { OfficialAnswersRepository } from './official-answers.repository.js';

/** Answered once, read by many: pinned on the consultation's page, and offered to whoever is about to ask the same. */
@Injectable()
export class OfficialAnswersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: OfficialAnswersRepository,
    private readonly consultations: ConsultationsService,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  async list(consultationId: string): Promise<OfficialAnswerView[]> {
    await this.consultations.requireExists(consultationId);
    const [answers, use] = await Promise.all([
      this.repository.of(consultationId),
      this.repository.useOf(consultationId),
    ]);
    return answers.map((answer) => ({ ...publicAnswer(answer), ...(use.get(answer.id) ?? { reads: 0, links: 0 }) }));
  }

  /** @throws 404; 409 `too-many-answers`; 422 for what is private or no address */
  async add(actor: Actor, consultationId: string, input: OfficialAnswerInput): Promise<OfficialAnswerView> {
    const said = accepted(input);
    const signature = input.signature || (await this.signatureOf(actor));
    const now = this.clock.now();
    const answer: OfficialAnswer = {
      id: uuidv7(),
      consultationId,
      question: '',
      answer: '',
      linkUrl: '',
      linkLabel: '',
      ...said,
      signature,
      position: 0,
      createdAt: now,
      createdBy: actor.accountId,
      updatedAt: now,
      removedAt: null,
    };
    await this.db.transaction(async (tx) => {
      await this.consultations.lock(tx, consultationId);
      const there = await this.repository.of(consultationId, tx);
      if (there.length >= LIMITS.officialAnswers) throw conflict('too-many-answers', { max: LIMITS.officialAnswers });
      answer.position = there.length;
      await this.repository.insert(tx, answer);
      await this.record(tx, actor, answer, 'officialAnswer.create');
    });
    return { ...publicAnswer(answer), reads: 0, links: 0 };
  }

  async update(actor: Actor, id: string, input: UpdateOfficialAnswerInput): Promise<OfficialAnswerView> {
    const { position, ...rest } = input;
    const said = accepted(rest);
    const consultationId = await this.change(actor, id, 'officialAnswer.update', async (tx, answer) => {
      if (Object.keys(said).length > 0) await this.repository.update(tx, id, { ...said, updatedAt: this.clock.now() });
      if (position === undefined) return;
      const others = (await this.repository.of(answer.consultationId, tx)).filter((other) => other.id !== id);
      others.splice(position, 0, answer);
      await this.repository.arrange(
        tx,
        others.map((one) => one.id),
      );
    });
    const found = (await this.list(consultationId)).find((one) => one.id === id);
    if (!found) throw notFound();
    return found;
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'officialAnswer.remove', (tx) =>
      this.repository.update(tx, id, { removedAt: this.clock.now() }),
    );
  }

  async publicOf(slug: string): Promise<PublicOfficialAnswer[]> {
    return (await this.repository.of(await this.consultations.publicIdFast(slug))).map(publicAnswer);
  }

  /** Somebody opened the answer. @throws 404 */
  async countRead(id: string): Promise<void> {
    if ((await this.repository.count(id, { reads: 1, links: 0 })) === null) throw notFound();
  }

  /** Somebody follows its link. @returns where it leads. @throws 404 */
  async followLink(id: string): Promise<string> {
    const found = await this.repository.count(id, { reads: 0, links: 1 });
    if (!found || found.linkUrl === '') throw notFound();
    return found.linkUrl;
  }

  private async signatureOf(actor: Actor): Promise<string> {
    const { name } = await this.organisation.get();
    const department = await this.consultations.departmentName(actor.departmentId);
    return department === null ? name : `${name}, ${department}`;
  }

  private async change(
    actor: Actor,
    id: string,
    action: string,
    apply: (tx: Tx, answer: OfficialAnswer) => Promise<void>,
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const found = await this.repository.byId(id, tx);
      if (!found) throw notFound();
      await this.consultations.lock(tx, found.consultationId);
      const answer = await this.repository.byId(id, tx);
      if (!answer) throw notFound();
      await apply(tx, answer);
      await this.record(tx, actor, answer, action);
      return answer.consultationId;
    });
  }

  private async record(tx: Tx, actor: Actor, answer: OfficialAnswer, action: string): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'consultation',
      subjectId: answer.consultationId,
      consultationId: answer.consultationId,
      data: { answerId: answer.id },
    });
    await announcePublicChange(tx, answer.consultationId);
  }
}

/** The words as they are kept. A CPR number is never published, not even by the municipality. @throws 422 */
function accepted(input: UpdateOfficialAnswerInput): Partial<OfficialAnswer> {
  const { question, answer, signature, linkUrl, linkLabel } = input;
  for (const [field, text] of Object.entries({ question, answer, signature })) {
    if (text !== undefined) refuseCpr(field, text);
  }
  if (linkUrl !== undefined && linkUrl !== '' && !/^https?:\/\/[^\s]+$/i.test(linkUrl))
    throw invalidField('linkUrl', 'not-a-link');
  const given = {
    question,
    answer: answer === undefined ? undefined : cleanText(answer),
    linkUrl,
    linkLabel,
    signature,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
