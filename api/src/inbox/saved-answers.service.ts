import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type {
  SavedAnswerInput,
  SavedAnswerView,
  UpdateSavedAnswerInput,
} from '@forhoering/shared/contracts/saved-answer.contract.js';
import { unknownPlaceholders } from '@forhoering/shared/inbox/placeholders.rules.js';
import type { OwnContact } from '@forhoering/shared/screening/answer-contact.rules.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { zonedOf } from '@forhoering/shared/time/wall-time.js';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { isUniqueViolation } from '../platform/database/database-errors.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict, invalidField, notFound, ProblemError } from '../platform/http/problem-error.js';
import { refuseCpr } from '../platform/http/refuse-cpr.js';
import { acceptAnswer, dayOf, requireNoContact } from './answer-input.js';
import { mayEditSaved, reviewAgain } from './saved-answer.rules.js';
import { SavedAnswer } from './saved-answer.entity.js';
import { answererOf } from './inbox-access.js';

type Words = Pick<SavedAnswer, 'title' | 'text' | 'departmentId' | 'ownerId' | 'reviewOn'>;

/** The library of answers: read by all who answer; written by social media managers, and by super users for their own department. */
@Injectable()
export class SavedAnswersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly organisation: OrganisationService,
    private readonly audit: AuditService,
  ) {}

  /** All of them, retired ones last. */
  async list(me: SignedIn): Promise<SavedAnswerView[]> {
    const rows = await this.db.query<Row>(`${VIEW} order by s.retired_at is not null, s.title, s.id`);
    return rows.map((row) => this.view(me, row));
  }

  /** @throws 403 for another department; 409 `too-many-saved-answers`; 422 for what no answer may say, a title that is taken, a word in braces that is none */
  async create(me: SignedIn, input: SavedAnswerInput): Promise<SavedAnswerView> {
    const now = this.clock.now();
    const id = uuidv7();
    const organisation = await this.organisation.get();
    await this.write(async (tx) => {
      await query(tx, 'lock table saved_answer in share row exclusive mode');
      const there = await queryOne<{ count: number }>(
        tx,
        'select count(*)::int as count from saved_answer where retired_at is null',
      );
      if ((there?.count ?? 0) >= LIMITS.savedAnswers)
        throw conflict('too-many-saved-answers', { max: LIMITS.savedAnswers });
      const departmentId = input.departmentId === undefined ? me.departmentId : input.departmentId;
      const words = { ...input, departmentId, ownerId: input.ownerId ?? me.accountId };
      const accepted = await this.accept(tx, me, organisation, {
        ...words,
        reviewOn: input.reviewOn ?? this.inAYear(),
      });
      const rest = { verifiedAt: null, verifiedBy: null, retiredAt: null, createdAt: now, updatedAt: now, version: 1 };
      await tx.getRepository(SavedAnswer).insert({ id, ...accepted, ...rest });
      await this.record(tx, me, id, 'savedAnswer.create', []);
    });
    return this.one(me, id);
  }

  /** @throws 403, 404, 409 `version-conflict`, 422 as for a new one */
  async update(me: SignedIn, id: string, input: UpdateSavedAnswerInput): Promise<SavedAnswerView> {
    const { version, verified, retired, contactChecked, ...given } = input;
    const organisation = await this.organisation.get();
    await this.write(async (tx) => {
      const before = await tx
        .getRepository(SavedAnswer)
        .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!before) throw notFound();
      requireEdits(me, before.departmentId);
      if (before.version !== version) throw conflict('version-conflict');
      const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const words: Words = { ...before, ...set };
      // Only what is new is looked at: a text that was accepted is not asked about again when its owner changes.
      const same = words.title === before.title && words.text === before.text;
      const next = await this.accept(tx, me, organisation, {
        ...words,
        contactChecked: contactChecked === true || same,
      });
      const now = this.clock.now();
      const mark = this.markOf(me, before, next, verified);
      if (verified === true && given.reviewOn === undefined) next.reviewOn = reviewAgain(before.reviewOn, this.today());
      const retiredAt = retired === undefined ? before.retiredAt : retired ? (before.retiredAt ?? now) : null;
      await tx
        .getRepository(SavedAnswer)
        .update({ id }, { ...next, ...mark, retiredAt, updatedAt: now, version: version + 1 });
      const action = retired === true ? 'retire' : verified === true ? 'verify' : 'update';
      await this.record(tx, me, id, `savedAnswer.${action}`, Object.keys(set));
    });
    return this.one(me, id);
  }

  /** The mark holds for just these words. */
  private markOf(
    me: SignedIn,
    before: SavedAnswer,
    next: Words,
    verified: boolean | undefined,
  ): Pick<SavedAnswer, 'verifiedAt' | 'verifiedBy'> {
    if (verified === true) return { verifiedAt: this.clock.now(), verifiedBy: me.accountId };
    if (verified === false || next.text !== before.text) return { verifiedAt: null, verifiedBy: null };
    return { verifiedAt: before.verifiedAt, verifiedBy: before.verifiedBy };
  }

  private async accept(
    tx: Tx,
    me: SignedIn,
    own: OwnContact,
    input: Words & { contactChecked?: boolean },
  ): Promise<Words> {
    requireEdits(me, input.departmentId);
    const title = input.title.trim();
    refuseCpr('title', title);
    const text = acceptAnswer(input.text);
    const [unknown] = unknownPlaceholders(text);
    if (unknown !== undefined) throw invalidField('text', 'unknown-placeholder', { word: unknown });
    requireNoContact(text, '', own, input.contactChecked);
    if (
      input.departmentId !== null &&
      !(await queryOne(tx, 'select 1 from department where id = $1', [input.departmentId]))
    )
      throw invalidField('departmentId', 'not-found');
    await answererOf(tx, 'ownerId', input.ownerId);
    return {
      title,
      text,
      departmentId: input.departmentId,
      ownerId: input.ownerId,
      reviewOn: dayOf(input.reviewOn, 'reviewOn'),
    };
  }

  private async write(work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.db.transaction(work);
    } catch (error) {
      if (isUniqueViolation(error, 'saved_answer_title')) throw invalidField('title', 'title-taken');
      throw error;
    }
  }

  private async one(me: SignedIn, id: string): Promise<SavedAnswerView> {
    const row = await this.db.queryOne<Row>(`${VIEW} where s.id = $1`, [id]);
    if (!row) throw notFound();
    return this.view(me, row);
  }

  private view(me: SignedIn, row: Row): SavedAnswerView {
    return { ...row, reviewDue: row.reviewOn <= this.today(), mayEdit: mayEditSaved(me, row.departmentId) };
  }

  private today(): string {
    return zonedOf(this.clock.now().toISOString()).toPlainDate().toString();
  }

  private inAYear(): string {
    return reviewAgain(this.today(), this.today());
  }

  private record(tx: Tx, actor: SignedIn, id: string, action: string, fields: string[]): Promise<unknown> {
    return this.audit.record(tx, { actor, action, subjectKind: 'savedAnswer', subjectId: id, data: { fields } });
  }
}

/** @throws 403 */
function requireEdits(me: SignedIn, departmentId: string | null): void {
  if (!mayEditSaved(me, departmentId)) throw new ProblemError(403, 'not-your-department');
}

type Row = Omit<SavedAnswerView, 'reviewDue' | 'mayEdit'>;
const INSTANT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const VIEW = `select s.id, s.title, s.text, s.department_id as "departmentId", d.name as "departmentName", s.owner_id as "ownerId",
    o.name as "ownerName", o.state = 'active' as "ownerAnswers", to_char(s.review_on, 'YYYY-MM-DD') as "reviewOn",
    ${INSTANT('s.verified_at')} as "verifiedAt", v.name as "verifiedByName", ${INSTANT('s.retired_at')} as "retiredAt",
    coalesce(u.uses, 0) as uses, ${INSTANT('u.last')} as "lastUsedAt", ${INSTANT('s.updated_at')} as "updatedAt", s.version
  from saved_answer s join account o on o.id = s.owner_id left join department d on d.id = s.department_id
    left join account v on v.id = s.verified_by
    left join (select saved_answer_id, count(*)::int as uses, max(created_at) as last from answer where saved_answer_id is not null group by 1) u
      on u.saved_answer_id = s.id`;
