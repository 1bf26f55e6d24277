import { Temporal } from 'temporal-polyfill';

export interface DayRow {
  /** `2026-11-28` */
  day: string;
  /** One for each series; null: nobody read it that day. */
  values: Array<number | null>;
}

/** Readings side by side, one row for every day between the first and the last: a day that nobody read is a gap, not a zero. */
export function dayRows(series: ReadonlyArray<ReadonlyArray<{ day: string; value: number }>>): DayRow[] {
  const found = series.map((days) => new Map(days.map(({ day, value }) => [day, value])));
  const all = found.flatMap((days) => [...days.keys()]).toSorted();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows: DayRow[] = [];
  for (let day = Temporal.PlainDate.from(first); rows.length < 1_000; day = day.add({ days: 1 })) {
    const key = day.toString();
    rows.push({ day: key, values: found.map((days) => days.get(key) ?? null) });
    if (key >= last) break;
  }
  return rows;
}
