import { describe, expect, it } from '@jest/globals';
import { countByPeriod } from './periods.js';

const one = (date: string) => ({ date, count: 1 });

describe('counts over time', () => {
  it('have a day without comments as nought', () => {
    expect(countByPeriod([one('2026-03-03'), one('2026-03-01'), one('2026-03-01')])).toEqual({
      unit: 'dag',
      points: [
        { label: '1. marts', count: 2 },
        { label: '2. marts', count: 0 },
        { label: '3. marts', count: 1 },
      ],
    });
    expect(countByPeriod([])).toEqual({ unit: 'dag', points: [] });
  });

  it.each([
    ['2026-01-01', '2026-03-03', 'dag', 62, '3. marts'],
    ['2026-01-01', '2026-06-01', 'uge', 22, 'fra 28. maj'],
    ['2025-11-30', '2027-02-01', 'måned', 16, 'februar 2027'],
    ['2016-08-30', '2026-11-24', 'år', 11, '2026'],
  ])('from %s to %s are per %s', (first, last, unit, length, label) => {
    const { unit: chosen, points } = countByPeriod([one(first), one(last)]);
    expect(chosen).toBe(unit);
    expect(points).toHaveLength(length);
    expect(points.at(-1)).toEqual({ label, count: 1 });
    expect(points.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });
});
