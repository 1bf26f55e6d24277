/**
 * A comment's states and the only ways between them.
 *
 * received  stored; with visibility "staff only" it stays here, since nobody outside will see it
 * held      screening found something that must not be shown before a person has decided
 * waiting   nothing found; waits for a person because the consultation shows comments after review
 * public    shown, as `public_text`
 * hidden    a person hid it, with a reason; the original is untouched
 * withdrawn the citizen took it back
 *
 * Early and late are flags beside the state: they say when it came, not what became of it.
 */
export const COMMENT_STATES = ['received', 'held', 'waiting', 'public', 'hidden', 'withdrawn'] as const;
/** A person has not decided yet whether the public may read it. */
export const UNDECIDED_STATES = ['held', 'waiting'] as const satisfies readonly CommentState[];
export type CommentState = (typeof COMMENT_STATES)[number];

export const COMMENT_TRANSITIONS = {
  /** Screening found something. */
  hold: { from: ['received'], to: 'held' },
  /** Screening found nothing and a person reviews first. */
  queue: { from: ['received'], to: 'waiting' },
  /** Screening found nothing and the consultation shows comments at once. */
  show: { from: ['received'], to: 'public' },
  /** A person decides. From `hidden` it is the undo of hiding; from `received` nothing is published. */
  publish: { from: ['held', 'waiting', 'hidden'], to: 'public' },
  hide: { from: ['received', 'held', 'waiting', 'public'], to: 'hidden' },
  withdraw: { from: ['received', 'held', 'waiting', 'public', 'hidden'], to: 'withdrawn' },
  /** The citizen wrote it anew: it is screened again, and what a person hid waits for a person again. */
  editHold: { from: ['received', 'held', 'waiting', 'public', 'hidden'], to: 'held' },
  editQueue: { from: ['held', 'waiting', 'public', 'hidden'], to: 'waiting' },
  editShow: { from: ['held', 'waiting', 'public'], to: 'public' },
  editKeep: { from: ['received', 'held'], to: 'received' },
  /** Undo of a person's decision: back to where it was before, and nowhere else. */
  backToReceived: { from: ['hidden'], to: 'received' },
  backToHeld: { from: ['public', 'hidden'], to: 'held' },
  backToWaiting: { from: ['public', 'hidden'], to: 'waiting' },
  backToPublic: { from: ['hidden'], to: 'public' },
  backToHidden: { from: ['public'], to: 'hidden' },
} as const satisfies Record<string, { from: readonly CommentState[]; to: CommentState }>;

export type CommentAction = keyof typeof COMMENT_TRANSITIONS;

/** The state after `action`, or null when the table does not allow it from here. */
export function nextCommentState(state: CommentState, action: CommentAction): CommentState | null {
  const row: { from: readonly CommentState[]; to: CommentState } = COMMENT_TRANSITIONS[action];
  return row.from.includes(state) ? row.to : null;
}

/** The step that undoes a decision, by the state the decision was taken in. What the citizen took back stays so. */
const BACK_TO: Partial<Record<CommentState, CommentAction>> = {
  received: 'backToReceived',
  held: 'backToHeld',
  waiting: 'backToWaiting',
  public: 'backToPublic',
  hidden: 'backToHidden',
};

/** Whether the decision that led from `before` to `state` can be undone; gives the state again, or null. */
export function stateBefore(state: CommentState, before: CommentState): CommentState | null {
  const step = BACK_TO[before];
  return step === undefined ? null : nextCommentState(state, step);
}

/** Who somebody speaks for. */
export const SPEAKS_AS = ['private', 'association', 'company', 'authority', 'council'] as const;
export type SpeaksAs = (typeof SPEAKS_AS)[number];

/** Where a comment is said. `entry` channels are typed in by staff. */
export const CHANNELS = [
  'web',
  'facebook',
  'instagram',
  'threads',
  'bluesky',
  'mastodon',
  'linkedin',
  'x',
  'mail',
  'letter',
  'phone',
  'meeting',
  'import',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels for which staff write the comment in by hand. */
export const ENTRY_CHANNELS = [
  'letter',
  'phone',
  'meeting',
  'mail',
  'facebook',
  'instagram',
  'threads',
  'bluesky',
  'mastodon',
  'linkedin',
  'x',
] as const satisfies readonly Channel[];
export type EntryChannel = (typeof ENTRY_CHANNELS)[number];
