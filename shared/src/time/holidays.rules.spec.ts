import { describe, expect, it } from '@jest/globals';
import { danishHolidays, easterSunday, holidaySeasons } from './holidays.rules.js';

describe('Danish holidays', () => {
  it.each([
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('has Easter of %i on %s', (year, day) => {
    expect(easterSunday(year).toString()).toBe(day);
  });
  it('hang on Easter, and store bededag is a working day since 2024', () => {
    const names = (year: number): string[] => danishHolidays(year).map(({ date, name }) => `${date} ${name}`);
    expect(names(2026)).toEqual([
      '2026-01-01 nytårsdag',
      '2026-04-02 skærtorsdag',
      '2026-04-03 langfredag',
      '2026-04-05 påskedag',
      '2026-04-06 2. påskedag',
      '2026-05-14 Kristi himmelfartsdag',
      '2026-05-24 pinsedag',
      '2026-05-25 2. pinsedag',
      '2026-12-25 juledag',
      '2026-12-26 2. juledag',
    ]);
    expect(names(2023)).toContain('2023-05-05 store bededag');
    expect(names(2024).join()).not.toContain('bededag');
  });
  it('are named once per season, first and last day counted', () => {
    expect(holidaySeasons('2026-03-23', '2026-04-20')).toEqual(['påsken']);
    expect(holidaySeasons('2026-04-06', '2026-05-14')).toEqual(['påsken', 'Kristi himmelfart']);
    expect(holidaySeasons('2026-04-07', '2026-05-13')).toEqual([]);
    expect(holidaySeasons('2026-12-20', '2027-01-10')).toEqual(['julen', 'nytår']);
    expect(holidaySeasons('2026-06-01', '2199-12-31')).toEqual([
      'julen',
      'nytår',
      'påsken',
      'Kristi himmelfart',
      'pinsen',
    ]);
  });
});
