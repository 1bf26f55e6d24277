import { formatLocalDay, formatLocalMonth } from './format-time.js';

export type PeriodUnit = 'dag' | 'uge' | 'måned' | 'år';

export interface Periods {
  unit: PeriodUnit;
  /** Without gaps from the first to the last. */
  points: Array<{ label: string; count: number }>;
}

const DAY_MS = 86_400_000;
/** More points than this are a comb nobody reads. */
const MOST = 62;

/**
 * Counts over time in the finest unit that still makes a chart: imported history may span years.
 * @param days local dates `2026-03-29`, in any order, each any number of times
 */
export function countByPeriod(days: ReadonlyArray<{ date: string; count: number }>): Periods {
  if (days.length === 0) return { unit: 'dag', points: [] };
  const sorted = days.map(({ date }) => date).sort();
  const first = sorted[0] ?? '';
  const last = sorted.at(-1) ?? first;
  const unit = unitOf(first, last);
  const step = unit === 'uge' ? 7 : 1;
  const place = (date: string): number => Math.floor((placeOf(date, unit) - placeOf(first, unit)) / step);
  const counts = Array.from({ length: place(last) + 1 }, () => 0);
  for (const { date, count } of days) counts[place(date)] = (counts[place(date)] ?? 0) + count;
  return { unit, points: counts.map((count, i) => ({ label: labelOf(first, i, unit), count })) };
}

function unitOf(first: string, last: string): PeriodUnit {
  const span = placeOf(last, 'dag') - placeOf(first, 'dag');
  if (span < MOST) return 'dag';
  // Within a year day and month say which week is meant.
  if (span < 364) return 'uge';
  return placeOf(last, 'måned') - placeOf(first, 'måned') < MOST ? 'måned' : 'år';
}

/** A running number of the day, month or year; weeks are counted in days from the first one. */
function placeOf(date: string, unit: PeriodUnit): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  if (unit === 'år') return year;
  return unit === 'måned' ? year * 12 + month - 1 : Date.parse(date) / DAY_MS;
}

function labelOf(first: string, i: number, unit: PeriodUnit): string {
  const at = placeOf(first, unit) + i * (unit === 'uge' ? 7 : 1);
  if (unit === 'år') return String(at);
  if (unit === 'måned') return formatLocalMonth(Math.floor(at / 12), (at % 12) + 1);
  const day = formatLocalDay(new Date(at * DAY_MS).toISOString().slice(0, 10));
  return unit === 'uge' ? `fra ${day}` : day;
}
