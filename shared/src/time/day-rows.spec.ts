import { describe, expect, it } from '@jest/globals';
import { dayRows } from './day-rows.js';

describe('readings day by day', () => {
  it('leave a gap where nobody read, also over a change of the clock', () => {
    const one = [
      { day: '2026-10-24', value: 3 },
      { day: '2026-10-26', value: 0 },
    ];
    expect(dayRows([one, [{ day: '2026-10-25', value: 7 }]])).toEqual([
      { day: '2026-10-24', values: [3, null] },
      { day: '2026-10-25', values: [null, 7] },
      { day: '2026-10-26', values: [0, null] },
    ]);
  });
  it('are none when there are none', () => {
    expect(dayRows([])).toEqual([]);
    expect(dayRows([[]])).toEqual([]);
  });
});
