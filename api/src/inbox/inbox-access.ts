import type { Role } from '@forhoering/shared/contracts/access.contract.js';
import type { SignedIn } from '../platform/http/access.js';
import { ProblemError } from '../platform/http/problem-error.js';

const EVERYTHING: readonly Role[] = ['planner', 'socialMediaManager'];

/** Who answers for everybody sees everything; a super user sees what lies with the own department or with the person. */
export const seesEverything = ({ roles }: Pick<SignedIn, 'roles'>): boolean =>
  roles.some((role) => EVERYTHING.includes(role));

/** @throws 403 for a conversation of another department */
export function requireSees(me: SignedIn, conversation: { departmentId: string | null; ownerId: string | null }): void {
  if (seesEverything(me) || conversation.ownerId === me.accountId) return;
  if (conversation.departmentId !== null && conversation.departmentId === me.departmentId) return;
  throw new ProblemError(403, 'not-your-department');
}

/** The channel on which web processes hear that a conversation has changed. */
export const INBOX_CHANNEL = 'inbox_change';
