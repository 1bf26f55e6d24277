import { formatLocalDay } from '@forhoering/shared/time/format-time.js';
import type { ReportData, ReportTheme } from './pdf/report-data.js';

export interface TagRow {
  id: string;
  parent_id: string | null;
  name: string;
  description: string;
}

interface Tagged {
  text: string;
  text_hash: string;
  tag_ids: string[];
}

const DAY_MS = 86_400_000;
/** More days than this are put together to weeks, else the chart is a comb. */
const MAX_DAYS = 62;
const MAX_POINTS = 400;

/** Comments per day without gaps, or per week when the time is long. @param dates local dates `2026-03-29` */
export function perDay(dates: string[]): Pick<ReportData, 'perDay' | 'perDayUnit'> {
  if (dates.length === 0) return { perDay: [], perDayUnit: 'dag' };
  const days = dates.map((date) => Date.parse(date) / DAY_MS).sort((a, b) => a - b);
  const first = days[0] ?? 0;
  const last = days.at(-1) ?? first;
  const step = last - first < MAX_DAYS ? 1 : 7;
  const buckets = Math.floor((last - first) / step) + 1;
  // Years of imported history: the newest part is drawn, the table of all comments has the rest.
  const skip = Math.max(0, buckets - MAX_POINTS);
  const counts = Array.from({ length: buckets - skip }, () => 0);
  for (const day of days) {
    const at = Math.floor((day - first) / step) - skip;
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  const label = (i: number): string =>
    formatLocalDay(new Date((first + (i + skip) * step) * DAY_MS).toISOString().slice(0, 10));
  return {
    perDay: counts.map((count, i) => ({ label: step === 1 ? label(i) : `fra ${label(i)}`, count })),
    perDayUnit: step === 1 ? 'dag' : 'uge',
  };
}

/** Themes in the code book's order, each parent before its children; a parent counts only what carries it itself. */
export function themesOf<Row extends Tagged>(
  tags: TagRow[],
  rows: Row[],
  quotesOf: (rows: Row[]) => ReportTheme['quotes'],
): ReportTheme[] {
  const theme = (tag: TagRow, level: 0 | 1): ReportTheme => {
    const own = rows.filter((row) => row.tag_ids.includes(tag.id));
    return { name: tag.name, description: tag.description, level, count: own.length, quotes: quotesOf(own) };
  };
  return tags
    .filter((tag) => tag.parent_id === null)
    .flatMap((tag) => [
      theme(tag, 0),
      ...tags.filter((child) => child.parent_id === tag.id).map((child) => theme(child, 1)),
    ]);
}

/**
 * Up to three texts that can stand as quotes: long enough to say something, short enough to be read, no text twice.
 * A rule, not a judgement: the first that fit, in the order they came.
 */
export function pickQuotes<Row extends Tagged>(rows: Row[]): Row[] {
  const picked: Row[] = [];
  for (const row of rows) {
    const fits = row.text.length >= 40 && row.text.length <= 420;
    if (fits && !picked.some((other) => other.text_hash === row.text_hash)) picked.push(row);
    if (picked.length === 3) break;
  }
  return picked;
}
