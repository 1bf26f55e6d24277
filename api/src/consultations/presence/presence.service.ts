import { Injectable } from '@nestjs/common';
import type { PersonPresent, PresenceInput, PresenceView } from '@forhoering/shared/contracts/opening.contract.js';
import type { Actor } from '../../audit/audit.service.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem-error.js';

/** Who has the editor open, and which version there is now. In the database, since web processes are several. */
@Injectable()
export class PresenceService {
  constructor(private readonly db: Database) {}

  /** Says "I am here" and asks who else is. @throws 404 */
  async beat(actor: Actor, id: string, { field }: PresenceInput): Promise<PresenceView> {
    const now = await this.db.queryOne<{ version: number; updated_at: Date; updated_by: string | null }>(NOW, [id]);
    if (!now) throw notFound();
    await this.db.query(BEAT, [id, actor.accountId, field ?? null]);
    const others = await this.db.query<PersonPresent>(OTHERS, [id, actor.accountId]);
    return { version: now.version, updatedAt: now.updated_at.toISOString(), updatedBy: now.updated_by, others };
  }
}

const NOW = {
  name: 'presence_now',
  text: `select c.version, c.updated_at, a.name as updated_by from consultation c left join account a on a.id = c.updated_by
         where c.id = $1 and c.state <> 'discarded'`,
};
/** Marks of people who have left are swept by those who come: no job, and never more than a handful of rows. */
const BEAT = {
  name: 'presence_beat',
  text: `with swept as (
           delete from consultation_presence
           where consultation_id = $1 and account_id <> $2 and last_seen < app_now() - interval '5 minutes'
         )
         insert into consultation_presence (consultation_id, account_id, field, last_seen) values ($1, $2, $3, app_now())
         on conflict (consultation_id, account_id) do update set field = excluded.field, last_seen = excluded.last_seen`,
};
const OTHERS = {
  name: 'presence_others',
  text: `select a.name, p.field from consultation_presence p join account a on a.id = p.account_id
         where p.consultation_id = $1 and p.account_id <> $2 and p.last_seen > app_now() - interval '15 seconds'
         order by a.name limit 20`,
};
