import { describe, expect, it } from '@jest/globals';
import { closedAhead, lastDigestMs, noticesFor, type NoticeCase } from './notice.rules.js';

const HOUR_MS = 3_600_000;
const base: NoticeCase = {
  ownerId: 'o',
  standInId: 's',
  managerIds: ['m', 'n'],
  headId: null,
  reached: null,
  overdueMs: -HOUR_MS,
};
const told = (change: Partial<NoticeCase>): string[] =>
  noticesFor({ ...base, ...change }).map(({ accountId, kind }) => `${accountId} ${kind}`);

describe('who is told what', () => {
  it.each<[string, Partial<NoticeCase>, string[]]>([
    ['just given', {}, ['o assigned']],
    ['half used', { reached: 50 }, ['o assigned', 'o warning-50']],
    ['three quarters used', { reached: 75 }, ['o assigned', 'o warning-75']],
    ['nine tenths used', { reached: 90 }, ['o assigned', 'o warning-90']],
    ['just over', { overdueMs: 0, reached: 90 }, ['o assigned', 'o breached', 's stand-in']],
    [
      'over for an hour',
      { overdueMs: HOUR_MS },
      ['o assigned', 'o breached', 's stand-in', 'm escalated', 'n escalated'],
    ],
    [
      'over, no stand-in',
      { overdueMs: 1, standInId: null },
      ['o assigned', 'o breached', 'm escalated', 'n escalated'],
    ],
    [
      'over, the stand-in has it',
      { overdueMs: 1, standInId: 'o' },
      ['o assigned', 'o breached', 'm escalated', 'n escalated'],
    ],
    [
      'over, a manager has it',
      { overdueMs: HOUR_MS, ownerId: 'm' },
      ['m assigned', 'm breached', 's stand-in', 'n escalated'],
    ],
    ['nobody has it', { ownerId: null, reached: 75 }, ['m assigned', 'n assigned']],
    ['nobody has it, over', { ownerId: null, overdueMs: 1 }, ['m assigned', 'n assigned', 's stand-in']],
    [
      'over for an hour, with a head',
      { overdueMs: HOUR_MS, headId: 'h' },
      ['o assigned', 'o breached', 's stand-in', 'm escalated', 'n escalated'],
    ],
    [
      'over for two hours',
      { overdueMs: 2 * HOUR_MS, headId: 'h' },
      ['o assigned', 'o breached', 's stand-in', 'm escalated', 'n escalated', 'h head'],
    ],
    [
      'over for an hour, no stand-in',
      { overdueMs: HOUR_MS, standInId: null, headId: 'h' },
      ['o assigned', 'o breached', 'm escalated', 'n escalated', 'h head'],
    ],
    ['over, no managers', { overdueMs: 1, managerIds: [], headId: 'h' }, ['o assigned', 'o breached', 's stand-in']],
    [
      'over for an hour, no managers',
      { overdueMs: HOUR_MS, managerIds: [], headId: 'h' },
      ['o assigned', 'o breached', 's stand-in', 'h head'],
    ],
    ['over, only a head', { overdueMs: 1, standInId: null, ownerId: null, managerIds: [], headId: 'h' }, ['h head']],
    [
      'over, the head has it',
      { overdueMs: 3 * HOUR_MS, ownerId: 'h', standInId: null, managerIds: [], headId: 'h' },
      ['h assigned', 'h breached'],
    ],
    [
      'over, the head is a manager',
      { overdueMs: 3 * HOUR_MS, headId: 'm', managerIds: ['m'] },
      ['o assigned', 'o breached', 's stand-in', 'm escalated'],
    ],
    ['nobody at all', { ownerId: null, standInId: null, managerIds: [], overdueMs: 1 }, []],
  ])('%s', (_, change, expected) => {
    expect(told(change)).toEqual(expected);
  });
});

describe('gathered notices', () => {
  it.each([
    ['2026-12-01T06:59:00Z', '2026-11-30T12:00:00Z'],
    ['2026-12-01T07:00:00Z', '2026-12-01T07:00:00Z'],
    ['2026-12-01T11:59:59Z', '2026-12-01T07:00:00Z'],
    ['2026-12-01T23:30:00Z', '2026-12-01T12:00:00Z'],
    // The night in which the clock goes forward.
    ['2026-03-29T07:00:00Z', '2026-03-29T06:00:00Z'],
  ])('at %s the last went out at %s', (now, last) => {
    expect(new Date(lastDigestMs(Date.parse(now)))).toEqual(new Date(last));
  });
});

describe('the list before closed days', () => {
  it.each<[string, string, string | null]>([
    ['Friday morning', '2026-11-27T10:59:00Z', null],
    ['Friday noon', '2026-11-27T11:00:00Z', '2026-11-30T08:00:00Z'],
    ['Saturday', '2026-11-28T12:00:00Z', null],
    ['a Tuesday', '2026-11-24T12:00:00Z', null],
    ['before Maundy Thursday', '2026-04-01T12:00:00Z', '2026-04-07T07:00:00Z'],
    ['before Christmas Eve', '2026-12-23T12:00:00Z', '2026-12-28T08:00:00Z'],
  ])('%s', (_, now, until) => {
    const found = closedAhead(Date.parse(now), ['12-24']);
    expect(found === null ? null : new Date(found.untilMs).toISOString()).toBe(until && new Date(until).toISOString());
  });
});
