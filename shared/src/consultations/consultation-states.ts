/**
 * The consultation's states and the only ways between them. What is stored is a decision by a person;
 * whether a published consultation is scheduled, open or closed is read off the clock, never set by a job.
 */
export const STORED_STATES = ['draft', 'published', 'closed', 'discarded', 'standing'] as const;
/** `standing`: no consultation that anybody opens, but the year's register of what people say outside them. Never public. */
export type StoredConsultationState = (typeof STORED_STATES)[number];

export type ConsultationState = 'draft' | 'scheduled' | 'open' | 'closed' | 'discarded' | 'standing';

export const CONSULTATION_TRANSITIONS = {
  publish: { from: ['draft'], to: 'published' },
  close: { from: ['published'], to: 'closed' },
  reopen: { from: ['closed'], to: 'published' },
  discard: { from: ['draft'], to: 'discarded' },
} as const satisfies Record<string, { from: readonly StoredConsultationState[]; to: StoredConsultationState }>;

export type ConsultationAction = keyof typeof CONSULTATION_TRANSITIONS;

/** The state after `action`, or null when the table does not allow it from here. */
export function nextConsultationState(
  state: StoredConsultationState,
  action: ConsultationAction,
): StoredConsultationState | null {
  const row: { from: readonly StoredConsultationState[]; to: StoredConsultationState } =
    CONSULTATION_TRANSITIONS[action];
  return row.from.includes(state) ? row.to : null;
}

/**
 * What the clock makes of a stored state.
 * @param opensAt ISO instant, inclusive; null = open from publication
 * @param closesAt ISO instant, exclusive
 */
export function consultationStateAt(
  stored: StoredConsultationState,
  opensAt: string | null,
  closesAt: string | null,
  nowMs: number,
): ConsultationState {
  if (stored !== 'published') return stored;
  if (closesAt !== null && nowMs >= Date.parse(closesAt)) return 'closed';
  if (opensAt !== null && nowMs < Date.parse(opensAt)) return 'scheduled';
  return 'open';
}
