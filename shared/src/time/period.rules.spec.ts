import { describe, expect, it } from '@jest/globals';
import { clockChange, closingWeekday, dayAfter, earliestDelete, periodDays, periodWords } from './period.rules.js';
import { COPENHAGEN, parseDeadline, parseOpening } from './wall-time.js';

const closes = (text: string): string => parseDeadline(text, COPENHAGEN)?.instant ?? '';
const opens = (text: string): string => parseOpening(text, COPENHAGEN)?.instant ?? '';

describe('a period in words', () => {
  it('counts local days across the clock change', () => {
    expect(periodDays(opens('2026-03-23T08:00'), closes('2026-04-20'))).toBe(28);
    expect(periodDays(opens('2026-10-20'), closes('2026-11-03T12:00'))).toBe(14);
    expect(closingWeekday(closes('2026-04-20'))).toBe('mandag');
    expect(closingWeekday(closes('2026-04-20T23:59'))).toBe('mandag');
    expect(closingWeekday(closes('2026-04-20T08:00'))).toBe('mandag');
  });
  it.each([
    [28, '4 uger'],
    [30, '4 uger og 2 dage'],
    [15, '2 uger og 1 dag'],
    [13, '13 dage'],
    [7, '1 uge'],
    [1, '1 dag'],
    [0, 'samme dag'],
  ])('says %i days as %s', (days, words) => {
    expect(periodWords(days)).toBe(words);
  });
  it('counts from the last day that people have', () => {
    expect(dayAfter('2026-03-23T23:30:00Z', 28)).toBe('2026-04-21');
    expect(earliestDelete(closes('2026-11-30'))).toBe('2027-02-28');
  });
});

describe('the nights of the clock change', () => {
  it('have an hour that does not exist, and then the later time counts', () => {
    expect(clockChange('2026-03-29T02:30')).toBe('skipped');
    expect(closes('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(clockChange('2026-03-29T01:59')).toBeNull();
    expect(clockChange('2026-03-29T03:00')).toBeNull();
  });
  it('have an hour that comes twice, and then the first one counts', () => {
    expect(clockChange('2026-10-25T02:30')).toBe('doubled');
    expect(closes('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(clockChange('2026-10-25T03:00')).toBeNull();
    expect(clockChange('2026-10-25')).toBeNull();
  });
});
