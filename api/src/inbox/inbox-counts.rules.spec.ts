import { describe, expect, it } from '@jest/globals';
import { countsFor, type CountGroup } from './inbox-counts.rules.js';

const group = (
  department_id: string | null,
  owner_id: string | null,
  open: number,
  breached = 0,
  waiting = 0,
): CountGroup => ({
  department_id,
  owner_id,
  open,
  breached,
  waiting,
});
const GROUPS = [
  group('roads', 'me', 2, 1, 3),
  group('roads', null, 4),
  group('parks', 'me', 1),
  group('parks', 'you', 8, 8),
  group(null, null, 16),
];

describe('how many are in each view', () => {
  it('of somebody who answers for everybody', () => {
    expect(countsFor({ accountId: 'me', departmentId: 'roads', everything: true }, GROUPS)).toEqual({
      due: 31,
      mine: 6,
      department: 6,
      unassigned: 20,
      breached: 9,
      waiting: 3,
    });
  });
  it('of a super user: the own department, and what was given to the person', () => {
    expect(countsFor({ accountId: 'me', departmentId: 'roads', everything: false }, GROUPS)).toEqual({
      due: 7,
      mine: 6,
      department: 6,
      unassigned: 4,
      breached: 1,
      waiting: 3,
    });
  });
  it('of somebody without a department: what lies with none is not theirs', () => {
    expect(countsFor({ accountId: 'new', departmentId: null, everything: false }, GROUPS)).toEqual({
      due: 0,
      mine: 0,
      department: 0,
      unassigned: 0,
      breached: 0,
      waiting: 0,
    });
  });
});
