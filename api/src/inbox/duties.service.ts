import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { DutyInput, DutyView } from '@forhoering/shared/contracts/inbox.contract.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne } from '../platform/database/sql.js';
import { invalidField, notFound } from '../platform/http/problem-error.js';
import { dayOf } from './answer-input.js';
import { answererOf, TODAY } from './inbox-access.js';

const VIEW = `select y.id, y.department_id as "departmentId", d.name as "departmentName", y.account_id as "accountId", a.name as "accountName",
    to_char(y.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(y.ends_on, 'YYYY-MM-DD') as "endsOn", y.stand_in as "standIn"
  from duty y join department d on d.id = y.department_id join account a on a.id = y.account_id`;

/** Who answers for a department on which days. Where the one who is on duty is away, the stand-in is asked. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  /** Those of today and later. */
  list(): Promise<DutyView[]> {
    return this.db.query<DutyView>(
      `${VIEW} where y.ends_on >= ${TODAY} order by y.starts_on, d.name, y.stand_in, a.name limit 1000`,
    );
  }

  /** @throws 422 for a day that is none, an end before the start, somebody who cannot answer */
  async add(actor: Actor, input: DutyInput): Promise<DutyView> {
    const [startsOn, endsOn] = [dayOf(input.startsOn, 'startsOn'), dayOf(input.endsOn, 'endsOn')];
    if (endsOn < startsOn) throw invalidField('endsOn', 'end-before-start');
    const id = uuidv7();
    await this.db.transaction(async (tx) => {
      if (!(await queryOne(tx, 'select 1 from department where id = $1', [input.departmentId])))
        throw invalidField('departmentId', 'not-found');
      await answererOf(tx, 'accountId', input.accountId);
      await query(
        tx,
        'insert into duty (id, department_id, account_id, starts_on, ends_on, stand_in) values ($1, $2, $3, $4, $5, $6)',
        [id, input.departmentId, input.accountId, startsOn, endsOn, input.standIn === true],
      );
      await this.audit.record(tx, {
        actor,
        action: 'duty.add',
        subjectKind: 'duty',
        subjectId: id,
        data: { startsOn, endsOn },
      });
    });
    const made = await this.db.queryOne<DutyView>(`${VIEW} where y.id = $1`, [id]);
    if (!made) throw notFound();
    return made;
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if ((await query(tx, 'delete from duty where id = $1 returning id', [id])).length === 0) throw notFound();
      await this.audit.record(tx, { actor, action: 'duty.remove', subjectKind: 'duty', subjectId: id });
    });
  }
}
