import { Injectable } from '@nestjs/common';
import type { DepartmentHeadInput, DepartmentHeadView } from '@forhoering/shared/contracts/department-head.contract.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne } from '../platform/database/sql.js';
import { invalidField } from '../platform/http/problem-error.js';
import { answererOf, requireCanSee } from './inbox-access.js';

/** Who is told last when a department has not answered in time. */
@Injectable()
export class DepartmentHeadsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  list(): Promise<DepartmentHeadView[]> {
    return this.db.query<DepartmentHeadView>(
      `select h.department_id as "departmentId", h.account_id as "accountId", a.name as "accountName"
       from department_head h join account a on a.id = h.account_id order by h.department_id`,
    );
  }

  /** @throws 422 for a department that is none, or somebody who could not open what the mail leads to */
  async choose(actor: Actor, { departmentId, accountId }: DepartmentHeadInput): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await queryOne(tx, 'select 1 from department where id = $1', [departmentId])))
        throw invalidField('departmentId', 'not-found');
      if (accountId === null) await query(tx, 'delete from department_head where department_id = $1', [departmentId]);
      else {
        await answererOf(tx, 'accountId', accountId);
        await requireCanSee(tx, 'accountId', [accountId], { departmentId, ownerId: null });
        await query(
          tx,
          `insert into department_head (department_id, account_id) values ($1, $2)
           on conflict (department_id) do update set account_id = $2`,
          [departmentId, accountId],
        );
      }
      await this.audit.record(tx, {
        actor,
        action: 'department.head',
        subjectKind: 'department',
        subjectId: departmentId,
        data: { accountId },
      });
    });
  }
}
