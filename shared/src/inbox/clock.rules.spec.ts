import { describe, expect, it } from '@jest/globals';
import { parseOpening } from '../time/wall-time.js';
import {
  addCounted,
  countedBetween,
  DEFAULT_CLOCK,
  dueAt,
  durationWords,
  isClosedDay,
  leftAtPause,
  lookOf,
  PROMISE_MS,
  shareLeft,
  warningReached,
  type ClockSettings,
} from './clock.rules.js';

const OPEN: ClockSettings = { ...DEFAULT_CLOCK, policy: 'openDays' };
const ms = (wall: string): number => Date.parse(parseOpening(wall, 'Europe/Copenhagen')?.instant ?? '');

describe('the clock', () => {
  it.each([
    ['a Friday', '2026-11-20T14:30', '2026-11-21T14:30', '2026-11-23T14:30'],
    ['a Tuesday', '2026-11-17T09:08', '2026-11-18T09:08', '2026-11-18T09:08'],
    ['the hour that comes twice', '2026-10-24T20:00', '2026-10-25T19:00', '2026-10-27T00:00'],
    ['the hour that is left out', '2026-03-28T20:00', '2026-03-29T21:00', '2026-03-31T00:00'],
    ['Easter 2026', '2026-04-01T16:00', '2026-04-02T16:00', '2026-04-07T16:00'],
    ['Easter 2027', '2027-03-24T16:00', '2027-03-25T16:00', '2027-03-30T16:00'],
    ['Easter 2028', '2028-04-12T10:15', '2028-04-13T10:15', '2028-04-18T10:15'],
    ['Whitsun 2026', '2026-05-22T12:00', '2026-05-23T12:00', '2026-05-26T12:00'],
    ['store bededag of old: a working day', '2026-04-30T12:00', '2026-05-01T12:00', '2026-05-01T12:00'],
    ['Christmas 2026', '2026-12-23T13:00', '2026-12-24T13:00', '2026-12-28T13:00'],
    ['New Year', '2026-12-31T18:00', '2027-01-01T18:00', '2027-01-04T18:00'],
    ['leap day 2028', '2028-02-28T08:00', '2028-02-29T08:00', '2028-02-29T08:00'],
    ['a comment on a closed day', '2026-11-21T03:00', '2026-11-22T03:00', '2026-11-24T00:00'],
  ])('for a comment at %s', (_, written, elapsed, openDays) => {
    expect(dueAt(ms(written), DEFAULT_CLOCK)).toBe(ms(elapsed));
    expect(dueAt(ms(written), OPEN)).toBe(ms(openDays));
  });

  it('counts what it adds', () => {
    for (let hour = 0; hour < 24 * 40; hour += 7) {
      const from = ms('2026-12-10T00:00') + hour * 3_600_000;
      const to = addCounted(from, PROMISE_MS, OPEN);
      expect(countedBetween(from, to, OPEN)).toBe(PROMISE_MS);
      expect(to).toBeGreaterThanOrEqual(from + PROMISE_MS);
    }
    expect(countedBetween(5, 3, OPEN)).toBe(0);
  });

  it('has one-off and yearly closed days', () => {
    const closed = ['12-24', '2026-06-05'];
    expect(isClosedDay('2026-12-24', closed)).toBe(true);
    expect(isClosedDay('2031-12-24', closed)).toBe(true);
    expect(isClosedDay('2026-06-05', closed)).toBe(true);
    expect(isClosedDay('2029-06-05', closed)).toBe(false);
    expect(isClosedDay('2024-04-26', [])).toBe(false);
    expect(isClosedDay('2023-05-05', [])).toBe(true);
  });

  it('keeps what is left while it waits for the citizen', () => {
    const due = dueAt(ms('2026-11-20T14:30'), OPEN);
    const left = leftAtPause(ms('2026-11-20T20:30'), due, OPEN);
    expect(left).toBe(18 * 3_600_000);
    expect(addCounted(ms('2026-11-27T12:00'), left, OPEN)).toBe(ms('2026-11-30T06:00'));
    expect(leftAtPause(due + 5, due, OPEN)).toBe(0);
  });

  it.each([
    [1, 1, 'calm', null],
    [0.5, 1, 'calm', 50],
    [0.49, 1, 'half', 50],
    [0.25, 1, 'half', 75],
    [0.2, 1, 'quarter', 75],
    [0.1, 1, 'quarter', 90],
    [0.05, 1, 'tenth', 90],
    [0, 0, 'over', 90],
  ] as const)('with a share of %d looks %s', (share, left, look, warning) => {
    expect(lookOf(share, left)).toBe(look);
    expect(warningReached(share)).toBe(warning);
  });

  it('does not move over a weekend that does not count', () => {
    const started = ms('2026-11-20T12:00');
    const due = dueAt(started, OPEN);
    const share = (wall: string): number => shareLeft(started, due, ms(wall), OPEN);
    expect(share('2026-11-21T08:00')).toBe(0.5);
    expect(share('2026-11-22T22:00')).toBe(0.5);
    expect(share('2026-11-23T06:00')).toBe(0.25);
    expect(share('2026-11-25T06:00')).toBe(0);
  });

  it.each([
    [80 * 60_000, '1 t 20 min'],
    [-80 * 60_000, '1 t 20 min'],
    [40 * 60_000, '40 min'],
    [10, '1 min'],
    [14 * 3_600_000 + 5 * 60_000, '14 t 05 min'],
    [51 * 3_600_000, '2 d 3 t'],
  ])('says %d ms as "%s"', (left, words) => {
    expect(durationWords(left)).toBe(words);
  });
});
