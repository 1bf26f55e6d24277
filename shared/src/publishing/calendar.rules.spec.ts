import { describe, expect, it } from '@jest/globals';
import { dayOf, monthAway, monthOf, monthWeeks, movedDate, weekOf } from './calendar.rules.js';

describe('a month of weeks', () => {
  it('begins on the Monday before the first and ends with the Sunday after the last', () => {
    const march = monthWeeks(2026, 3);
    expect(march.map(({ week }) => week)).toEqual([9, 10, 11, 12, 13, 14]);
    expect(march[0]?.days[0]).toEqual({ date: '2026-02-23', day: 23, inMonth: false });
    expect(march[0]?.days[6]).toEqual({ date: '2026-03-01', day: 1, inMonth: true });
    expect(march.at(-1)?.days[1]).toEqual({ date: '2026-03-31', day: 31, inMonth: true });
  });
  it('counts weeks over the turn of the year, and leap days', () => {
    expect(monthWeeks(2027, 1)[0]).toMatchObject({ week: 53, days: [{ date: '2026-12-28' }, {}, {}, {}, {}, {}, {}] });
    expect(
      monthWeeks(2028, 2)
        .flatMap(({ days }) => days)
        .filter(({ inMonth }) => inMonth),
    ).toHaveLength(29);
  });
  it('is seen a week at a time', () => {
    const week = weekOf('2027-01-01');
    expect(week.week).toBe(53);
    expect([week.days[0]?.date, week.days[6]?.date]).toEqual(['2026-12-28', '2027-01-03']);
    expect(weekOf('2026-12-28')).toEqual(week);
    expect(['2026-02-28', '2026-02-29', '2026-2-1', 'x', null].map(dayOf)).toEqual([
      '2026-02-28',
      null,
      null,
      null,
      null,
    ]);
  });
  it('goes on by months and days', () => {
    expect(monthAway('2026-12', 1)).toBe('2027-01');
    expect(monthAway('2026-01', -1)).toBe('2025-12');
    expect(movedDate('2026-12-31', 1)).toBe('2027-01-01');
    expect([monthOf('2026-03'), monthOf('2026-13'), monthOf('x'), monthOf(null)]).toEqual([
      '2026-03',
      null,
      null,
      null,
    ]);
  });
});
