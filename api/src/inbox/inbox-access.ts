import { PERMISSIONS, type Role } from '@forhoering/shared/contracts/access.contract.js';
import { queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { invalidField, ProblemError } from '../platform/http/problem-error.js';

export const EVERYTHING: readonly Role[] = ['planner', 'socialMediaManager'];

/** Who answers for everybody sees everything; a super user sees what lies with the own department or with the person. */
export const seesEverything = ({ roles }: Pick<SignedIn, 'roles'>): boolean =>
  roles.some((role) => EVERYTHING.includes(role));

/** @throws 403 for a conversation of another department */
export function requireSees(me: SignedIn, conversation: { departmentId: string | null; ownerId: string | null }): void {
  if (seesEverything(me) || conversation.ownerId === me.accountId) return;
  if (conversation.departmentId !== null && conversation.departmentId === me.departmentId) return;
  throw new ProblemError(403, 'not-your-department');
}

/** Somebody who can answer citizens. @throws 422 `cannot-answer` at the field */
export async function answererOf(tx: Tx, field: string, id: string): Promise<{ department_id: string | null }> {
  const person = await queryOne<{ department_id: string | null }>(
    tx,
    `select department_id from account where id = $1 and state = 'active' and roles && $2::text[]`,
    [id, PERMISSIONS['inbox.answer']],
  );
  if (!person) throw invalidField(field, 'cannot-answer');
  return person;
}

/** @throws 422 `on-leave` at the field */
export async function requireThere(tx: Tx, field: string, id: string): Promise<void> {
  if (await queryOne(tx, `select 1 from account where id = $1 and ${isAway('account.id')}`, [id]))
    throw invalidField(field, 'on-leave');
}

/** Everybody named must be able to open the conversation. @throws 422 `cannot-see` with the name of the first who is not */
export async function requireCanSee(
  tx: Tx,
  field: string,
  ids: readonly string[],
  { departmentId, ownerId }: { departmentId: string | null; ownerId: string | null },
): Promise<void> {
  const blind = await queryOne<{ name: string | null }>(
    tx,
    `select a.name from unnest($1::uuid[]) i (id) left join account a on a.id = i.id
     where not coalesce(a.state = 'active' and a.roles && $2::text[]
       and (a.roles && $3::text[] or a.id = $4::uuid or a.department_id = $5::uuid), false) limit 1`,
    [ids, PERMISSIONS['inbox.read'], EVERYTHING, ownerId, departmentId],
  );
  if (blind) throw invalidField(field, 'cannot-see', { name: blind.name ?? '' });
}

/** The day it is in Denmark, for SQL. */
export const TODAY = `(app_now() at time zone 'Europe/Copenhagen')::date`;
/** Whether somebody is away today, for SQL. @param account the column with the account's id */
export const isAway = (account: string): string =>
  `exists (select 1 from staff_leave l where l.account_id = ${account} and ${TODAY} between l.starts_on and l.ends_on)`;

/** The channel on which web processes hear that a conversation has changed. */
export const INBOX_CHANNEL = 'inbox_change';
