import { Temporal } from 'temporal-polyfill';
import { isClosedDay } from '@forhoering/shared/inbox/clock.rules.js';
import { COPENHAGEN } from '@forhoering/shared/time/wall-time.js';

export type NoticeKind =
  | 'assigned'
  | 'warning-50'
  | 'warning-75'
  | 'warning-90'
  | 'breached'
  | 'stand-in'
  | 'escalated'
  | 'head'
  | 'to-read'
  | 'sent-back'
  | 'mentioned';
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
  /** The head of the department. */
  headId: string | null;
  /** Per cent of the time used. */
  reached: 50 | 75 | 90 | null;
  /** Since the deadline; negative before it. */
  overdueMs: number;
}

/** So long each step has it to itself before it goes up. */
export const STEP_MS = 3_600_000;

/**
 * Who is to be told what, each once: the owner of every step; after the deadline the stand-in, an hour later those who look
 * after the channels, and another hour later the head of the department. Where there is nobody on a step the next one is told at once: it is never silent.
 */
export function noticesFor({ ownerId, standInId, managerIds, headId, reached, overdueMs }: NoticeCase): Notice[] {
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
  const up = standIn === null ? 0 : STEP_MS;
  if (overdueMs >= up) told.push(...others.map((accountId): Notice => ({ accountId, kind: 'escalated' })));
  const known = headId === ownerId || headId === standIn || others.some((id) => id === headId);
  if (headId !== null && !known && overdueMs >= (others.length === 0 ? up : up + STEP_MS))
    told.push({ accountId: headId, kind: 'head' });
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
