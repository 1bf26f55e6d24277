import { Temporal } from 'temporal-polyfill';
import { isClosedDay } from '@forhoering/shared/inbox/clock.rules.js';
import { COPENHAGEN } from '@forhoering/shared/time/wall-time.js';

export type NoticeKind =
  'assigned' | 'warning-75' | 'warning-90' | 'breached' | 'stand-in' | 'escalated' | 'to-read' | 'sent-back';
export interface Notice {
  accountId: string;
  kind: NoticeKind;
}

/** One open conversation, and who could be told about it. */
export interface NoticeCase {
  ownerId: string | null;
  standInId: string | null;
  /** The social media managers. */
  managerIds: readonly string[];
  /** Per cent of the time used, as far as it is worth a mail. */
  reached: 75 | 90 | null;
  /** Since the deadline; negative before it. */
  overdueMs: number;
}

/** So long the stand-in has it to himself before it goes up. */
export const STAND_IN_MS = 3_600_000;

/**
 * Who is to be told what, each once: the owner of every step; after the deadline the stand-in, and an hour later those who look
 * after the channels. Where there is nobody on a step the next one is told at once: it is never silent.
 */
export function noticesFor({ ownerId, standInId, managerIds, reached, overdueMs }: NoticeCase): Notice[] {
  const told: Notice[] = [];
  const others = managerIds.filter((id) => id !== ownerId);
  const over = overdueMs >= 0;
  const standIn = standInId === ownerId ? null : standInId;
  if (ownerId !== null) {
    told.push({ accountId: ownerId, kind: 'assigned' });
    if (over) told.push({ accountId: ownerId, kind: 'breached' });
    else if (reached !== null) told.push({ accountId: ownerId, kind: `warning-${reached}` });
  } else told.push(...others.map((accountId): Notice => ({ accountId, kind: 'assigned' })));
  if (!over) return told;
  if (standIn !== null) told.push({ accountId: standIn, kind: 'stand-in' });
  if (standIn === null || overdueMs >= STAND_IN_MS)
    told.push(...others.map((accountId): Notice => ({ accountId, kind: 'escalated' })));
  return told;
}

/** Local hours at which gathered notices go out. */
const DIGEST_HOURS = [8, 13];

/** The last time at which gathered notices went out, in ms since the epoch. */
export function lastDigestMs(nowMs: number): number {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(COPENHAGEN);
  const slots = [now.subtract({ days: 1 }), now].flatMap((day) =>
    DIGEST_HOURS.map((hour) => day.toPlainDate().toZonedDateTime({ timeZone: COPENHAGEN, plainTime: { hour } })),
  );
  return Math.max(...slots.map(({ epochMilliseconds }) => epochMilliseconds).filter((ms) => ms <= nowMs));
}

const LIST_HOUR = 12;
/** When everybody is back at work, on the first open day. */
const BACK_HOUR = 9;
const LONGEST = 40;

/**
 * From noon of the last open day before a weekend or holidays: which day that is, and until when nobody will be there.
 * @returns null at every other time
 */
export function closedAhead(nowMs: number, closedDays: readonly string[]): { day: string; untilMs: number } | null {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(COPENHAGEN);
  const today = now.toPlainDate();
  const closed = (ahead: number): boolean => isClosedDay(today.add({ days: ahead }).toString(), closedDays);
  if (now.hour < LIST_HOUR || closed(0) || !closed(1)) return null;
  let ahead = 1;
  while (ahead < LONGEST && closed(ahead)) ahead += 1;
  const back = today.add({ days: ahead }).toZonedDateTime({ timeZone: COPENHAGEN, plainTime: { hour: BACK_HOUR } });
  return { day: today.toString(), untilMs: back.epochMilliseconds };
}
