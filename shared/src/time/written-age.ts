import { Temporal } from 'temporal-polyfill';
import { COPENHAGEN, zonedOf } from './wall-time.js';

const UNITS: ReadonlyArray<[RegExp, Temporal.DurationLike]> = [
  [/^(?:sek(?:under)?|s|secs?|seconds?)$/, { seconds: 1 }],
  [/^(?:min|minut(?:ter)?|m|mins?|minutes?)$/, { minutes: 1 }],
  [/^(?:t|time(?:r)?|h|hrs?|hours?)$/, { hours: 1 }],
  [/^(?:d|dag(?:e)?|days?)$/, { days: 1 }],
  [/^(?:u|uge(?:r)?|w|wks?|weeks?)$/, { weeks: 1 }],
  [/^(?:md|mdr|måned(?:er)?|months?)$/, { months: 1 }],
  [/^(?:år|y|yrs?|years?)$/, { years: 1 }],
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'ma[ijy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec'].map(
  (name) => new RegExp(`^${name}`),
);
const AMOUNT = /^(?:for )?(\d{1,3}|en|et|a|an|one) ?(\p{L}{1,8})\.?(?: siden| ago)?$/u;
const CLOCK = /(?:(?: kl\.?| at|,) ?|^)(\d{1,2})[.:](\d{2})(?: ?(am|pm))?$/;
const DAY_FIRST = /^(\d{1,2})\.? (\p{L}{3,9})\.?(?:,? (\d{4}))?$/u;
const MONTH_FIRST = /^(\p{L}{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/u;
const WEEKDAYS = /^(man|tirs|ons|tors|fre|lør|søn|mon|tues|wednes|thurs|fri|satur|sun)(?:da[gy])$/;

/**
 * The moment that networks write as "2 d.", "3 hrs", "i går kl. 14.32" or "14. november kl. 10.15", in Danish and English, told from
 * when it was read. Coarse units give a coarse moment; nothing written is later than it was read.
 * @returns null when it is none of them
 */
export function writtenAge(written: string, readAt: Date): Date | null {
  const text = written.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 60);
  const read = zonedOf(readAt.toISOString(), COPENHAGEN);
  if (/^(?:lige nu|netop nu|just now|now|nu)$/.test(text)) return readAt;
  try {
    const found = ago(text, read) ?? dated(text, read);
    return found && new Date(Math.min(found.epochMilliseconds, readAt.getTime()));
  } catch {
    // 31 February, 25 o'clock.
    return null;
  }
}

function ago(text: string, read: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const [, amount = '', unit = ''] = AMOUNT.exec(text) ?? [];
  const step = UNITS.find(([name]) => name.test(unit))?.[1];
  if (!step) return null;
  const times = /\d/.test(amount) ? Number(amount) : 1;
  return read.subtract(Object.fromEntries(Object.entries(step).map(([name, n]) => [name, Number(n) * times])));
}

function dated(text: string, read: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const clock = CLOCK.exec(text);
  const day = dayOf((clock ? text.slice(0, clock.index) : text).replace(/ ·?$/, ''), read.toPlainDate());
  if (!day) return null;
  const [, hour = '12', minute = '0', half] = clock ?? [];
  const at = half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  const time = Temporal.PlainTime.from({ hour: at, minute: Number(minute) }, { overflow: 'reject' });
  return day.toZonedDateTime({ timeZone: COPENHAGEN, plainTime: time });
}

function dayOf(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (/^(?:i ?dag|today)$/.test(text)) return today;
  if (/^(?:i ?går|yesterday)$/.test(text)) return today.subtract({ days: 1 });
  const weekday = WEEKDAYS.exec(text)?.[1];
  if (weekday) return today.subtract({ days: ((today.dayOfWeek - dayNumber(weekday) + 6) % 7) + 1 });
  const [, d1, m1, y1] = DAY_FIRST.exec(text) ?? [];
  const [, m2, d2, y2] = MONTH_FIRST.exec(text) ?? [];
  const month = MONTHS.findIndex((name) => name.test(m1 ?? m2 ?? '')) + 1;
  const day = Number(d1 ?? d2 ?? 0);
  if (month === 0 || day === 0) return null;
  const year = y1 ?? y2;
  const date = Temporal.PlainDate.from({ year: Number(year ?? today.year), month, day }, { overflow: 'reject' });
  // Without a year it is the last time that there was such a day.
  const later = year === undefined && Temporal.PlainDate.compare(date, today) > 0;
  return date.year < 2000 ? null : later ? date.subtract({ years: 1 }) : date;
}

const DAY_NUMBERS: Record<string, number> = { man: 1, mon: 1, tirs: 2, tues: 2, ons: 3, wednes: 3, tors: 4, thurs: 4 };
const dayNumber = (name: string): number =>
  DAY_NUMBERS[name] ?? { fre: 5, fri: 5, lør: 6, satur: 6, søn: 7, sun: 7 }[name] ?? 7;
