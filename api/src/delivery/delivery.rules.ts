import type { DeliveryState } from '@forhoering/shared/contracts/delivery.contract.js';

/** Every move there is. What is not here does not happen, whoever asks. */
const TRANSITIONS: Record<DeliveryState, readonly DeliveryState[]> = {
  awaitingApproval: ['scheduled', 'cancelled'],
  scheduled: ['preparing', 'cancelled', 'rejected'],
  // A worker that died while preparing has sent nothing that anybody can see: it begins again.
  preparing: ['preparing', 'ready', 'waiting', 'needsReauth', 'rejected'],
  ready: ['sending', 'cancelled'],
  // Found by somebody else, "sending" means that nobody knows: never straight back to "ready".
  sending: ['delivered', 'waiting', 'unknown', 'needsReauth', 'rejected'],
  waiting: ['preparing', 'cancelled', 'rejected'],
  needsReauth: ['preparing', 'cancelled', 'rejected'],
  // "waiting": it is known not to be out, and has to be prepared anew.
  unknown: ['delivered', 'ready', 'waiting', 'unknown', 'needsHuman'],
  needsHuman: ['delivered', 'ready', 'cancelled'],
  delivered: [],
  rejected: [],
  cancelled: [],
};

export const mayBecome = (from: DeliveryState, to: DeliveryState): boolean => TRANSITIONS[from].includes(to);

/** Nothing has been seen of it, and nobody holds it: it can be taken back. */
export const isCancellable = (state: DeliveryState): boolean => mayBecome(state, 'cancelled');
/** What the runner goes on with by itself; `needsReauth` once its account is let in again. */
export const WORKED_ON: readonly DeliveryState[] = [
  'scheduled',
  'preparing',
  'ready',
  'sending',
  'waiting',
  'needsReauth',
  'unknown',
];

/** How a network lets one find out whether a post went out; the ways are described in docs/decisions/0007. */
export type Dedupe = 'callerKey' | 'keyWindow' | 'probe' | 'search';

/** A server keeps a key for an hour; somewhat less is trusted. */
export const KEY_WINDOW_MS = 55 * 60_000;
/** Two looks this far apart must both find nothing: an index can lag. */
export const SECOND_LOOK_MS = 2 * 60_000;

/** Waits grow from ten seconds to half an hour. @param attempt from 1 */
export const backoffMs = (attempt: number): number => Math.min(30 * 60_000, 10_000 * 2 ** Math.min(attempt - 1, 10));
/** After this long it is said to people instead of tried for ever: an hour without network is nothing, a week is. */
export const GIVE_UP_MS = 48 * 60 * 60_000;

/**
 * What follows when somebody looked, and it was not there. Where the network knows our key, it may simply be sent again; where it does
 * not (any more), a second look must find nothing either.
 * @param seen when sending began, and when it was first looked for and not there
 */
export function afterAbsence(
  dedupe: Dedupe,
  seen: { sendStartedAt: Date; absentAt: Date | null },
  now: Date,
): { kind: 'again' } | { kind: 'look'; at: Date } {
  const keyHolds = now.getTime() - seen.sendStartedAt.getTime() < KEY_WINDOW_MS;
  if (dedupe === 'callerKey' || dedupe === 'probe' || (dedupe === 'keyWindow' && keyHolds)) return { kind: 'again' };
  if (seen.absentAt === null) return { kind: 'look', at: new Date(now.getTime() + SECOND_LOOK_MS) };
  const second = new Date(seen.absentAt.getTime() + SECOND_LOOK_MS);
  return second <= now ? { kind: 'again' } : { kind: 'look', at: second };
}
