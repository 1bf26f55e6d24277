import { Temporal } from 'temporal-polyfill';

/** The zone in which every schedule of a Danish municipality is meant. */
export const COPENHAGEN = 'Europe/Copenhagen';

export interface WallMoment {
  /** ISO instant (Z). */
  instant: string;
  /** What was written: `2026-03-29` or `2026-03-29T12:00`; an instant becomes its local wall time. */
  wall: string;
}

interface Written {
  date: Temporal.PlainDate;
  time: Temporal.PlainTime | null;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?$/;
const DANISH = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:,?\s*(?:kl\.?\s*)?(\d{1,2})[.:](\d{2}))?$/i;
const OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A closing, as an exclusive end. A date counts to its end, and so does `23:59`, which people write for it.
 * In the hour that a clock change skips the later time counts, in the hour that comes twice the first (Temporal "compatible").
 * @returns null when it is no date between 2000 and 2200
 */
export function parseDeadline(input: string, zone: string): WallMoment | null {
  const instant = exactInstant(input, zone);
  if (instant) return instant;
  const written = parseWritten(input.trim());
  if (!written) return null;
  const endOfDay = written.time === null || (written.time.hour === 23 && written.time.minute === 59);
  const zoned = endOfDay
    ? written.date.add({ days: 1 }).toZonedDateTime({ timeZone: zone })
    : written.date.toZonedDateTime({ timeZone: zone, plainTime: written.time ?? undefined });
  return { instant: instantText(zoned), wall: wallText(written) };
}

/** An opening: a date is open from its first minute. Same forms and refusals as `parseDeadline`. */
export function parseOpening(input: string, zone: string): WallMoment | null {
  const instant = exactInstant(input, zone);
  if (instant) return instant;
  const written = parseWritten(input.trim());
  if (!written) return null;
  const zoned = written.date.toZonedDateTime({ timeZone: zone, plainTime: written.time ?? undefined });
  return { instant: instantText(zoned), wall: wallText(written) };
}

/** The calendar year of an instant in a zone. */
export function localYear(instant: string, zone: string): number {
  return zonedOf(instant, zone).year;
}

/** `2026-03-29` of an instant in a zone. */
export function localDate(instant: string, zone: string = COPENHAGEN): string {
  return zonedOf(instant, zone).toPlainDate().toString();
}

function exactInstant(input: string, zone: string): WallMoment | null {
  if (!OFFSET.test(input.trim())) return null;
  try {
    const zoned = Temporal.Instant.from(input.trim().replace(' ', 'T')).toZonedDateTimeISO(zone);
    if (!inRange(zoned.year)) return null;
    return { instant: instantText(zoned), wall: zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }) };
  } catch {
    return null;
  }
}

function parseWritten(text: string): Written | null {
  try {
    const local = LOCAL.exec(text);
    if (local) return checked(local[1] ?? '', `${local[2]}:${local[3] ?? '00'}`);
    if (DATE.test(text)) return checked(text, null);
    const danish = DANISH.exec(text);
    if (!danish) return null;
    const [, day = '', month = '', year = '', hour, minute] = danish;
    return checked(
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`,
    );
  } catch {
    return null;
  }
}

/** @throws RangeError for 31 February and 25 o'clock */
function checked(date: string, time: string | null): Written | null {
  const plain = Temporal.PlainDate.from(date);
  if (!inRange(plain.year)) return null;
  return { date: plain, time: time === null ? null : Temporal.PlainTime.from(time) };
}

const inRange = (year: number): boolean => year >= 2000 && year <= 2200;
const instantText = (zoned: Temporal.ZonedDateTime): string => new Date(zoned.epochMilliseconds).toISOString();
const wallText = ({ date, time }: Written): string =>
  time === null ? date.toString() : `${date.toString()}T${time.toString({ smallestUnit: 'minute' })}`;

/** The wall clock of an instant, for `format-time.ts`. */
export function zonedOf(instant: string, zone: string = COPENHAGEN): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Date.parse(instant)).toZonedDateTimeISO(zone);
}
