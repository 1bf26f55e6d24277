import { describe, expect, it } from '@jest/globals';
import type { Role } from '@forhoering/shared/contracts/access.contract.js';
import { mayEditSaved, reviewAgain } from './saved-answer.rules.js';

describe('who writes in the library', () => {
  it.each<[Role[], string | null, string | null, boolean]>([
    [['socialMediaManager'], null, 'roads', true],
    [['socialMediaManager'], null, null, true],
    [['superUser'], 'roads', 'roads', true],
    [['superUser'], 'roads', 'parks', false],
    [['superUser'], 'roads', null, false],
    [['superUser'], null, null, false],
    [['planner'], 'roads', 'roads', false],
    [['planner', 'superUser'], 'roads', 'roads', true],
  ])('%s of %s for %s: %s', (roles, departmentId, target, may) => {
    expect(mayEditSaved({ roles, departmentId }, target)).toBe(may);
  });
});

describe('the next review', () => {
  it.each([
    ['2026-12-01', '2026-11-28', '2026-12-01'],
    ['2026-11-28', '2026-11-28', '2027-11-28'],
    ['2020-01-01', '2028-02-29', '2029-02-28'],
  ])('of %s on %s is %s', (reviewOn, today, next) => {
    expect(reviewAgain(reviewOn, today)).toBe(next);
  });
});
