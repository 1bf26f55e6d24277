import { describe, expect, it } from '@jest/globals';
import {
  formatDate,
  formatDateTime,
  formatDateTimeSentence,
  formatDeadline,
  formatShortDateTime,
  daysLeft,
} from './format-time.js';
import { COPENHAGEN, localDate, parseDeadline, parseOpening } from './wall-time.js';

const closes = (text: string): string | undefined => parseDeadline(text, COPENHAGEN)?.instant;
const opens = (text: string): string | undefined => parseOpening(text, COPENHAGEN)?.instant;

describe('a deadline', () => {
  it('counts a date to its end, winter and summer', () => {
    expect(closes('2026-01-15')).toBe('2026-01-15T23:00:00.000Z');
    expect(closes('2026-07-15')).toBe('2026-07-15T22:00:00.000Z');
  });
  it('counts 23.59 as the end of the day, and other times to the minute', () => {
    expect(closes('2026-01-15T23:59')).toBe('2026-01-15T23:00:00.000Z');
    expect(closes('2026-01-15T12:00')).toBe('2026-01-15T11:00:00.000Z');
    expect(closes('15.01.2026 kl. 12.00')).toBe('2026-01-15T11:00:00.000Z');
    expect(closes('15-01-2026 12:00')).toBe('2026-01-15T11:00:00.000Z');
  });
  it('is right on the days of both clock changes', () => {
    expect(closes('2026-03-29')).toBe('2026-03-29T22:00:00.000Z');
    expect(opens('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(closes('2026-10-25')).toBe('2026-10-25T23:00:00.000Z');
    expect(opens('2026-10-25')).toBe('2026-10-24T22:00:00.000Z');
    expect(opens('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(opens('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  });
  it('takes an instant as it is', () => {
    expect(closes('2026-03-29T10:00:00Z')).toBe('2026-03-29T10:00:00.000Z');
    expect(closes('2026-03-29T12:00:00+02:00')).toBe('2026-03-29T10:00:00.000Z');
  });
  it.each([
    '',
    '2026-02-31',
    '31.02.2026',
    '2026-13-01',
    'i morgen',
    '1999-12-31',
    '2201-01-01',
    '2026-01-01T25:00',
    '29.03.26',
    '<b>',
  ])('is not seen in %j', (text) => {
    expect(parseDeadline(text, COPENHAGEN)).toBeNull();
  });
});

describe('times in words', () => {
  it('show an exclusive midnight as 23.59 of the day before', () => {
    expect(formatDeadline('2026-03-29T22:00:00.000Z', 'da')).toBe('søndag 29. marts 2026 kl. 23.59');
    expect(formatDeadline('2026-03-29T22:00:00.000Z', 'en')).toBe('Sunday 29 March 2026 at 23:59');
    expect(formatDeadline('2026-03-29T10:00:00.000Z', 'da')).toBe('søndag 29. marts 2026 kl. 12.00');
  });
  it('are in Danish time whatever the machine', () => {
    expect(formatDate('2025-12-31T23:30:00.000Z')).toBe('01.01.2026');
    expect(localDate('2025-12-31T23:30:00.000Z')).toBe('2026-01-01');
    expect(formatDateTime('2026-07-01T10:05:00.000Z')).toBe('01.07.2026 kl. 12.05');
    expect(formatShortDateTime('2026-03-16T20:14:00.000Z', 'da', 2026)).toBe('16. marts kl. 21.14');
    expect(formatShortDateTime('2016-03-16T20:14:00.000Z', 'da', 2026)).toBe('16. marts 2016 kl. 21.14');
    expect(formatDateTimeSentence('2026-05-05T08:00:00.000Z', 'da')).toBe('tirsdag 5. maj 2026 kl. 10.00');
  });
  it('count the days that are left, rounded up', () => {
    expect(daysLeft('2026-03-29T22:00:00Z', Date.parse('2026-03-29T10:00:00Z'))).toBe(1);
    expect(daysLeft('2026-03-29T22:00:00Z', Date.parse('2026-04-29T10:00:00Z'))).toBe(0);
  });
});
