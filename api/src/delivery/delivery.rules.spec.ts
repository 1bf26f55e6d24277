import { describe, expect, it } from '@jest/globals';
import { DELIVERY_STATES } from '@forhoering/shared/contracts/delivery.contract.js';
import { afterAbsence, backoffMs, isCancellable, mayBecome, WORKED_ON } from './delivery.rules.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 28, 12, minutes));

describe('the moves of a delivery', () => {
  it('never lead from "may have been sent" to sending without a look', () => {
    expect(mayBecome('sending', 'ready')).toBe(false);
    expect(mayBecome('sending', 'preparing')).toBe(false);
    expect(mayBecome('sending', 'unknown')).toBe(true);
    expect(mayBecome('unknown', 'sending')).toBe(false);
    expect(DELIVERY_STATES.filter((from) => mayBecome(from, 'sending'))).toEqual(['ready']);
  });
  it('end for good', () => {
    for (const state of ['delivered', 'rejected', 'cancelled'] as const)
      expect(DELIVERY_STATES.filter((to) => mayBecome(state, to))).toEqual([]);
  });
  it('can be taken back until somebody is at it', () => {
    expect(DELIVERY_STATES.filter(isCancellable)).toEqual([
      'awaitingApproval',
      'scheduled',
      'ready',
      'waiting',
      'needsReauth',
      'needsHuman',
    ]);
  });
  it('are gone on with only where a person is not waited for', () => {
    expect(DELIVERY_STATES.filter((state) => !WORKED_ON.includes(state))).toEqual([
      'awaitingApproval',
      'needsHuman',
      'delivered',
      'rejected',
      'cancelled',
    ]);
  });
});

describe('what is not there when looked for', () => {
  it.each([
    ['callerKey', 600, null, 'again'],
    ['probe', 600, null, 'again'],
    ['keyWindow', 54, null, 'again'],
    ['keyWindow', 56, null, at(58)],
    ['keyWindow', 58, at(56), 'again'],
    ['search', 0, null, at(2)],
    ['search', 1, at(0), at(2)],
    ['search', 2, at(0), 'again'],
  ] as const)('%s after %i minutes, first missed at %p: %p', (dedupe, minutes, absentAt, what) => {
    const next = afterAbsence(dedupe, { sendStartedAt: at(0), absentAt }, at(minutes));
    expect(next).toEqual(what === 'again' ? { kind: 'again' } : { kind: 'look', at: what });
  });
});

it('waits longer each time, and at most half an hour', () => {
  expect([1, 2, 3, 8, 9, 50].map(backoffMs)).toEqual([10_000, 20_000, 40_000, 1_280_000, 1_800_000, 1_800_000]);
});
