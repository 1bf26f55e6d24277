import { Injectable } from '@nestjs/common';
import type { AnswererView } from '@forhoering/shared/contracts/inbox.contract.js';
import { PERMISSIONS } from '@forhoering/shared/contracts/access.contract.js';
import { Database } from '../platform/database/database.js';
import { queryOne, type Tx } from '../platform/database/sql.js';
import { EVERYTHING, isAway, TODAY } from './inbox-access.js';
import { departmentFor } from './conversation.rules.js';
import { InboxSettingsService } from './inbox-settings.service.js';

export interface Route {
  departmentId: string | null;
  /** null: nobody is on duty, so it is visibly unassigned. */
  ownerId: string | null;
}

/** Who gets a question: by its words, else by its consultation; then whoever is on duty there. */
@Injectable()
export class RoutingService {
  constructor(
    private readonly db: Database,
    private readonly settings: InboxSettingsService,
  ) {}

  async routeFor(tx: Tx, text: string, fallbackDepartmentId: string | null): Promise<Route> {
    const { rules } = await this.settings.get(tx);
    const departmentId = departmentFor(text, rules) ?? fallbackDepartmentId;
    return { departmentId, ownerId: departmentId === null ? null : await this.onDuty(tx, departmentId) };
  }

  /** On duty today, else the stand-in, else the department's only super user; of those who are there. Nobody when that is not clear. */
  async onDuty(tx: Tx, departmentId: string): Promise<string | null> {
    const duty = await queryOne<{ account_id: string }>(
      tx,
      `select d.account_id from duty d join account a on a.id = d.account_id and a.state = 'active' and a.roles && $2::text[]
       where d.department_id = $1 and ${TODAY} between d.starts_on and d.ends_on and not ${isAway('a.id')}
       order by d.stand_in, d.starts_on desc limit 1`,
      [departmentId, PERMISSIONS['inbox.answer']],
    );
    if (duty) return duty.account_id;
    const only = await queryOne<{ id: string; count: number }>(
      tx,
      `select min(id::text) as id, count(*)::int as count from account
       where department_id = $1 and state = 'active' and 'superUser' = any(roles) and not ${isAway('account.id')}`,
      [departmentId],
    );
    return only?.count === 1 ? only.id : null;
  }

  /** Everybody who may answer, with what each has open. */
  answerers(): Promise<AnswererView[]> {
    return this.db.query<AnswererView>(
      `select a.id, a.name, a.department_id as "departmentId", a.roles && $2::text[] as "seesAll",
         (select count(*)::int from conversation v where v.owner_id = a.id and v.state in ('new', 'assigned', 'waiting')) as load,
         (select to_char(max(l.ends_on), 'YYYY-MM-DD') from staff_leave l where l.account_id = a.id and ${TODAY} between l.starts_on and l.ends_on) as "awayUntil"
       from account a where a.state = 'active' and a.roles && $1::text[] order by a.name limit 500`,
      [PERMISSIONS['inbox.answer'], EVERYTHING],
    );
  }
}
