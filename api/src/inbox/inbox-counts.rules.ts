import type { InboxSummary } from '@forhoering/shared/contracts/inbox.contract.js';

/** Whose inbox is read: the whole, or what lies with one department or person. */
export interface InboxScope {
  accountId: string;
  departmentId: string | null;
  everything: boolean;
}

/** Unanswered conversations of one department and owner. */
export interface CountGroup {
  department_id: string | null;
  owner_id: string | null;
  /** New or assigned. */
  open: number;
  /** Of them past their time. */
  breached: number;
  /** For the citizen. */
  waiting: number;
}

/** How many are in each view of one person. */
export function countsFor(
  { accountId, departmentId, everything }: InboxScope,
  groups: readonly CountGroup[],
): Omit<InboxSummary, 'toRead' | 'mentioned'> {
  const own = (group: CountGroup): boolean => group.owner_id === accountId;
  const near = (group: CountGroup): boolean => departmentId !== null && group.department_id === departmentId;
  const seen = groups.filter((group) => everything || own(group) || near(group));
  const sum = (among: readonly CountGroup[], of: (group: CountGroup) => number): number =>
    among.reduce((all, group) => all + of(group), 0);
  return {
    due: sum(seen, ({ open }) => open),
    mine: sum(seen.filter(own), ({ open, waiting }) => open + waiting),
    department: sum(seen.filter(near), ({ open }) => open),
    unassigned: sum(
      seen.filter(({ owner_id }) => owner_id === null),
      ({ open }) => open,
    ),
    breached: sum(seen, ({ breached }) => breached),
    waiting: sum(seen, ({ waiting }) => waiting),
  };
}
