import { Temporal } from 'temporal-polyfill';
import { COPENHAGEN, localDate, zonedOf } from './wall-time.js';

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];

/** The last local day of a period whose end is exclusive: midnight belongs to the day before. */
export function lastDay(closesAt: string): string {
  return localDate(new Date(Date.parse(closesAt) - 1).toISOString());
}

/** Whole days from the local day of opening to the last local day. Negative when the order is wrong. */
export function periodDays(opensAt: string, closesAt: string): number {
  const from = Temporal.PlainDate.from(localDate(opensAt));
  return from.until(Temporal.PlainDate.from(lastDay(closesAt)), { largestUnit: 'day' }).days;
}

/** `4 uger`, `4 uger og 2 dage`, `10 dage`, `samme dag`: as people say how long it is. */
export function periodWords(days: number): string {
  if (days <= 0) return 'samme dag';
  const [weeks, rest] = [Math.floor(days / 7), days % 7];
  const dayWords = rest === 1 ? '1 dag' : `${rest} dage`;
  if (days < 14) return days === 7 ? '1 uge' : days === 1 ? '1 dag' : `${days} dage`;
  return rest === 0 ? `${weeks} uger` : `${weeks} uger og ${dayWords}`;
}

/** `mandag` of the last day. */
export function closingWeekday(closesAt: string): string {
  return WEEKDAYS[Temporal.PlainDate.from(lastDay(closesAt)).dayOfWeek - 1] ?? '';
}

/** `2026-04-20` so many days after the local day of an instant. */
export function dayAfter(instant: string, days: number): string {
  return zonedOf(instant).toPlainDate().add({ days }).toString();
}

/** Three months after the last day: the earliest delete date that leaves time to work with what came in. */
export function earliestDelete(closesAt: string): string {
  return Temporal.PlainDate.from(lastDay(closesAt)).add({ months: 3 }).toString();
}

/**
 * Whether a wall time is one of those that the clock change makes odd: the hour in March that does not exist,
 * and the one in October that comes twice.
 * @param wall `2026-03-29T02:30`; a date alone is never odd
 */
export function clockChange(wall: string, zone: string = COPENHAGEN): 'skipped' | 'doubled' | null {
  if (!wall.includes('T')) return null;
  const plain = Temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return null;
  return earlier.toPlainDateTime().equals(plain) ? 'doubled' : 'skipped';
}
