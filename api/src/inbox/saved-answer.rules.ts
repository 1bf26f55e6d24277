import { Temporal } from 'temporal-polyfill';
import type { Role } from '@forhoering/shared/contracts/access.contract.js';

/** Social media managers write for everybody, a super user for the own department. */
export function mayEditSaved(
  { roles, departmentId: own }: { roles: readonly Role[]; departmentId: string | null },
  departmentId: string | null,
): boolean {
  if (roles.includes('socialMediaManager')) return true;
  return roles.includes('superUser') && own !== null && departmentId === own;
}

/** The next review of a text that was read through: as it was planned, or a year from today when that day has come. */
export const reviewAgain = (reviewOn: string, today: string): string =>
  reviewOn > today ? reviewOn : Temporal.PlainDate.from(today).add({ years: 1 }).toString();
