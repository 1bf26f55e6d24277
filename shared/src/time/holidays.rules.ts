import { Temporal } from 'temporal-polyfill';

/** A day on which a Danish town hall is closed by law, and the holiday season that people call it by. */
export interface Holiday {
  /** `2026-04-03` */
  date: string;
  name: string;
  season: 'nytår' | 'påsken' | 'store bededag' | 'Kristi himmelfart' | 'pinsen' | 'julen';
}

/** Easter Sunday of a Gregorian year (Gauss' rule with the corrections of the church calendar). */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const skippedLeapYears = century - Math.floor(century / 4);
  const moonShift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + skippedLeapYears - moonShift + 15) % 30;
  // The full moon never falls later than 18 April, and not twice on it in one cycle.
  const fullMoon = epact === 29 || (epact === 28 && golden > 10) ? epact - 1 : epact;
  const moon = Temporal.PlainDate.from({ year, month: 3, day: 21 }).add({ days: fullMoon });
  return moon.add({ days: 7 - (moon.dayOfWeek % 7) });
}

/** The public holidays of a year, in order. Store bededag is a working day since 2024. */
export function danishHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const after = (days: number): string => easter.add({ days }).toString();
  return [
    { date: `${year}-01-01`, name: 'nytårsdag', season: 'nytår' },
    { date: after(-3), name: 'skærtorsdag', season: 'påsken' },
    { date: after(-2), name: 'langfredag', season: 'påsken' },
    { date: after(0), name: 'påskedag', season: 'påsken' },
    { date: after(1), name: '2. påskedag', season: 'påsken' },
    ...(year < 2024 ? [{ date: after(26), name: 'store bededag', season: 'store bededag' as const }] : []),
    { date: after(39), name: 'Kristi himmelfartsdag', season: 'Kristi himmelfart' },
    { date: after(49), name: 'pinsedag', season: 'pinsen' },
    { date: after(50), name: '2. pinsedag', season: 'pinsen' },
    { date: `${year}-12-25`, name: 'juledag', season: 'julen' },
    { date: `${year}-12-26`, name: '2. juledag', season: 'julen' },
  ];
}

/**
 * The seasons whose days lie between two local days, both counted, in order and each once.
 * @param from `2026-03-23`
 * @param to at most three years later: a longer period has them all
 */
export function holidaySeasons(from: string, to: string): Array<Holiday['season']> {
  const first = Number(from.slice(0, 4));
  const last = Math.min(Number(to.slice(0, 4)), first + 3);
  const seasons = new Set<Holiday['season']>();
  for (let year = first; year <= last; year += 1)
    for (const holiday of danishHolidays(year))
      if (holiday.date >= from && holiday.date <= to) seasons.add(holiday.season);
  return [...seasons];
}
