import { Temporal } from 'temporal-polyfill';
import { danishHolidays } from '../time/holidays.rules.js';
import { COPENHAGEN } from '../time/wall-time.js';

export const CLOCK_POLICIES = ['elapsed', 'openDays'] as const;
/** `elapsed`: every hour counts. `openDays`: hours of closed days do not. */
export type ClockPolicy = (typeof CLOCK_POLICIES)[number];

export const PROMISE_MS = 24 * 3_600_000;

/** What a municipality has decided about its clock. */
export interface ClockSettings {
  policy: ClockPolicy;
  /** Closed besides weekends and holidays: `12-24` every year, `2026-06-05` once. */
  closedDays: readonly string[];
}

export const DEFAULT_CLOCK: ClockSettings = { policy: 'elapsed', closedDays: ['12-24'] };

/** Whether the town hall is closed all of a local day (`2026-12-24`). */
export function isClosedDay(date: string, closedDays: readonly string[]): boolean {
  const day = Temporal.PlainDate.from(date);
  if (day.dayOfWeek >= 6) return true;
  if (closedDays.includes(date) || closedDays.includes(date.slice(5))) return true;
  return danishHolidays(day.year).some((holiday) => holiday.date === date);
}

/** The longest run of days that is looked at: nobody closes a town hall for longer. */
const MOST_DAYS = 400;

/** The instant at which `ms` counted milliseconds have passed since `fromMs`. */
export function addCounted(fromMs: number, ms: number, settings: ClockSettings): number {
  if (settings.policy === 'elapsed') return fromMs + ms;
  let left = ms;
  let at = fromMs;
  for (let i = 0; i < MOST_DAYS; i += 1) {
    const { end, closed } = dayOf(at, settings.closedDays);
    // What falls on midnight belongs to the next open day only if it has time left over.
    if (!closed && left < end - at) return at + left;
    if (!closed) left -= end - at;
    at = end;
  }
  return at + left;
}

/** Counted milliseconds between two instants; 0 when the second is not later. */
export function countedBetween(fromMs: number, toMs: number, settings: ClockSettings): number {
  if (toMs <= fromMs) return 0;
  if (settings.policy === 'elapsed') return toMs - fromMs;
  let counted = 0;
  let at = fromMs;
  for (let i = 0; i < MOST_DAYS && at < toMs; i += 1) {
    const { end, closed } = dayOf(at, settings.closedDays);
    if (!closed) counted += Math.min(end, toMs) - at;
    at = end;
  }
  return counted;
}

/** When the first answer is due, in ms since the epoch. */
export const dueAt = (startedMs: number, settings: ClockSettings): number =>
  addCounted(startedMs, PROMISE_MS, settings);

/** What is left when somebody begins to wait for the citizen; never less than nothing. */
export const leftAtPause = (pausedMs: number, dueMs: number, settings: ClockSettings): number =>
  countedBetween(pausedMs, dueMs, settings);

/** Open days after which a professional answer is promised when nobody chooses another day. */
const USUAL_PROMISE_DAYS = 3;

/** The local day (`2026-12-04`) that a holding reply promises unless another is chosen: three open days from now. */
export function usualPromiseDay(nowMs: number, closedDays: readonly string[]): string {
  const at = addCounted(nowMs, USUAL_PROMISE_DAYS * PROMISE_MS, { policy: 'openDays', closedDays });
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString();
}

export const CLOCK_LOOKS = ['calm', 'half', 'quarter', 'tenth', 'over', 'paused', 'answered', 'none'] as const;
/** How much of the time is left, as the marks on the bar say it (DESIGN: 50, 25, 10 %). */
export type ClockLook = (typeof CLOCK_LOOKS)[number];

/** @param share of the time that is left, 0–1 */
export function lookOf(share: number, leftMs: number): ClockLook {
  if (leftMs <= 0) return 'over';
  if (share < 0.1) return 'tenth';
  if (share < 0.25) return 'quarter';
  return share < 0.5 ? 'half' : 'calm';
}

/** Of the time that was given, what is left at `nowMs`: 0–1. */
export function shareLeft(startedMs: number, dueMs: number, nowMs: number, settings: ClockSettings): number {
  const given = countedBetween(startedMs, dueMs, settings);
  if (given <= 0) return 0;
  return Math.min(1, countedBetween(nowMs, dueMs, settings) / given);
}

export const WARNINGS = [50, 75, 90] as const;

/** The highest warning (per cent of the time used) that has been reached; null below 50. */
export function warningReached(share: number): (typeof WARNINGS)[number] | null {
  const used = Math.round((1 - share) * 1e6) / 1e4;
  return WARNINGS.findLast((mark) => used >= mark) ?? null;
}

/** `1 t 20 min`, `40 min`, `2 d 3 t`: whole minutes, rounded down, at least one. */
export function durationWords(ms: number): string {
  const minutes = Math.max(1, Math.floor(Math.abs(ms) / 60_000));
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor(minutes / 60);
  if (days >= 2) return `${days} d ${hours - days * 24} t`;
  if (hours === 0) return `${minutes} min`;
  return `${hours} t ${String(minutes % 60).padStart(2, '0')} min`;
}

function dayOf(atMs: number, closedDays: readonly string[]): { end: number; closed: boolean } {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(COPENHAGEN).toPlainDate();
  const end = local.add({ days: 1 }).toZonedDateTime({ timeZone: COPENHAGEN }).epochMilliseconds;
  return { end, closed: isClosedDay(local.toString(), closedDays) };
}
