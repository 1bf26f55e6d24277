import { Temporal } from 'temporal-polyfill';

export interface CalendarDay {
  /** `2026-03-26` */
  date: string;
  day: number;
  inMonth: boolean;
}
export interface CalendarWeek {
  /** ISO week. */
  week: number;
  days: CalendarDay[];
}

/** The weeks that a month lies in, Monday first. @param month 1–12 */
export function monthWeeks(year: number, month: number): CalendarWeek[] {
  const first = new Temporal.PlainDate(year, month, 1);
  const last = first.add({ days: first.daysInMonth - 1 });
  const weeks: CalendarWeek[] = [];
  for (
    let monday = first.subtract({ days: first.dayOfWeek - 1 });
    Temporal.PlainDate.compare(monday, last) <= 0;
    monday = monday.add({ days: 7 })
  ) {
    const days = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }));
    weeks.push({
      week: monday.weekOfYear ?? 0,
      days: days.map((day) => ({ date: day.toString(), day: day.day, inMonth: day.month === month })),
    });
  }
  return weeks;
}

/** The week that a day lies in, Monday first. */
export function weekOf(date: string): CalendarWeek {
  const day = Temporal.PlainDate.from(date);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const days = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }));
  return {
    week: monday.weekOfYear ?? 0,
    days: days.map((one) => ({ date: one.toString(), day: one.day, inMonth: true })),
  };
}

/** `2026-03-16` as it was asked for, or null when it is no day. */
export function dayOf(asked: string | null): string | null {
  if (asked === null || !/^\d{4}-\d{2}-\d{2}$/.test(asked)) return null;
  try {
    return Temporal.PlainDate.from(asked).toString();
  } catch {
    return null;
  }
}

/** `2026-03` moved by so many months. */
export function monthAway(month: string, by: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
}

/** `2026-03` as it was asked for, or null when it is no month. */
export function monthOf(asked: string | null): string | null {
  return asked !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : null;
}

/** `date` moved by so many days; both `2026-03-26`. */
export const movedDate = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
