import { zonedOf } from './wall-time.js';

export type TimeLanguage = 'da' | 'en';

// Own words: Intl's differ between Node and browsers, and a page must read the same from both.
const MONTHS = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;
const DAYS = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const two = (n: number): string => String(n).padStart(2, '0');

/** `29.03.2026` */
export function formatDate(instant: string): string {
  const z = zonedOf(instant);
  return `${two(z.day)}.${two(z.month)}.${z.year}`;
}

/** `29.03.2026 kl. 12.00` */
export function formatDateTime(instant: string): string {
  const z = zonedOf(instant);
  return `${formatDate(instant)} kl. ${two(z.hour)}.${two(z.minute)}`;
}

/** `29. marts 2026` · `29 March 2026` */
export function formatDay(instant: string, language: TimeLanguage): string {
  const z = zonedOf(instant);
  const month = MONTHS[language][z.month - 1] ?? '';
  return language === 'da' ? `${z.day}. ${month} ${z.year}` : `${z.day} ${month} ${z.year}`;
}

/** `søndag 29. marts 2026 kl. 12.00` · `Sunday 29 March 2026 at 12:00` */
export function formatDateTimeSentence(instant: string, language: TimeLanguage): string {
  const z = zonedOf(instant);
  const day = `${DAYS[language][z.dayOfWeek - 1] ?? ''} ${formatDay(instant, language)}`;
  return language === 'da' ? `${day} kl. ${two(z.hour)}.${two(z.minute)}` : `${day} at ${two(z.hour)}:${two(z.minute)}`;
}

/** A moment in words. What staff wrote in with a date alone is midnight: there is no clock time to tell. */
export function formatEntered(instant: string, byStaff: boolean): string {
  const { hour, minute } = zonedOf(instant);
  return byStaff && hour === 0 && minute === 0 ? formatDay(instant, 'da') : formatDateTimeSentence(instant, 'da');
}

/** A closing as people say it: the exclusive end at midnight is "kl. 23.59" of the day before. */
export function formatDeadline(instant: string, language: TimeLanguage): string {
  return formatDateTimeSentence(lastMinute(instant), language);
}

/** The same, short: `29.03.2026 kl. 23.59`. */
export function formatDeadlineShort(instant: string): string {
  return formatDateTime(lastMinute(instant));
}

function lastMinute(instant: string): string {
  const z = zonedOf(instant);
  return z.hour === 0 && z.minute === 0 ? new Date(Date.parse(instant) - 60_000).toISOString() : instant;
}

/** `16. marts kl. 21.14` · `16 March at 21:14`; with the year when it is not `thisYear`. */
export function formatShortDateTime(instant: string, language: TimeLanguage, thisYear?: number): string {
  const z = zonedOf(instant);
  const month = MONTHS[language][z.month - 1] ?? '';
  const year = thisYear === undefined || z.year === thisYear ? '' : ` ${z.year}`;
  return language === 'da'
    ? `${z.day}. ${month}${year} kl. ${two(z.hour)}.${two(z.minute)}`
    : `${z.day} ${month}${year} at ${two(z.hour)}:${two(z.minute)}`;
}

/** `29. marts` of a local date `2026-03-29`. */
export function formatLocalDay(date: string): string {
  const [, month = '1', day = '1'] = date.split('-');
  return `${Number(day)}. ${MONTHS.da[Number(month) - 1] ?? ''}`;
}

/** `marts 2026` */
export function formatLocalMonth(year: number, month: number): string {
  return `${MONTHS.da[month - 1] ?? ''} ${year}`;
}

/** Whole days from now until the instant, rounded up; 0 when it has passed. */
export function daysLeft(instant: string, nowMs: number): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - nowMs) / 86_400_000));
}

/** A closing on a poster: the day alone when it counts to its end, else with the minute. `søndag 29. marts 2026` */
export function formatDeadlineBrief(instant: string, language: TimeLanguage): string {
  const last = lastMinute(instant);
  if (last === instant) return formatDeadline(instant, language);
  return `${DAYS[language][zonedOf(last).dayOfWeek - 1] ?? ''} ${formatDay(last, language)}`;
}
