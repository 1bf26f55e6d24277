import type { Channel, CommentState, EntryChannel } from '../comments/comment-states.js';

export interface SubmitCommentInput {
  text: string;
  /** Shown with the comment; left out = "Borger". */
  name?: string;
  /** Only for receipt and answer; never shown. */
  email?: string;
  /** Made in the browser; the same key with the same text gives the same reply. */
  idempotencyKey?: string;
  /** Channel of the shared link (`k`). */
  via?: string;
  /** A field no person sees; filled in, the comment waits for review. */
  website?: string;
}

export interface CommentReceipt {
  number: string;
  privateUrl: string;
  state: CommentState;
}

/** What the private link shows to the person who wrote it. */
export interface PrivateCommentView {
  number: string;
  state: CommentState;
  text: string;
  author: string | null;
  receivedAt: string;
  hasEmail: boolean;
  /** Why it is held or hidden, in codes: `cpr`, `phone`, `email`, `address`, `spam`. */
  heldFor: string[];
  hiddenReason: string | null;
  answers: Array<{ signature: string; text: string; answeredAt: string }>;
  consultation: { slug: string; title: string; state: string; closesAt: string | null; contact: string };
}

export type FindingKind = 'cpr' | 'phone' | 'email' | 'address';

/** Offsets are UTF-16, into `text` (or into the name when `field` is `name`). */
export interface CommentFinding {
  field: 'text' | 'name';
  kind: FindingKind;
  confidence: 'certain' | 'possible';
  start: number;
  end: number;
}

/** A line of the register. */
export interface CommentListItem {
  id: string;
  number: string;
  text: string;
  channel: Channel;
  state: CommentState;
  author: string | null;
  receivedAt: string;
  upstreamAt: string | null;
  tagIds: string[];
  early: boolean;
  late: boolean;
  /** Kinds of findings and spam signals, for the icons in the list. */
  flags: string[];
  version: number;
}

export interface CommentPage {
  items: CommentListItem[];
  nextCursor: string | null;
}

/** Counts for the filters of the register, over all states. */
export interface CommentCounts {
  total: number;
  tagged: number;
  byState: Partial<Record<CommentState, number>>;
  byChannel: Partial<Record<Channel, number>>;
  byTag: Record<string, number>;
}

export interface CommentDetail extends CommentListItem {
  consultationId: string;
  /** What the public may read now; null unless the state is public. */
  publicText: string | null;
  hasEmail: boolean;
  via: string | null;
  findings: CommentFinding[];
  hiddenReason: string | null;
  externalId: string | null;
  permalink: string | null;
  parentId: string | null;
  importId: string | null;
  enteredBy: string | null;
  entryNote: string | null;
  privacyNoticeVersion: number | null;
  history: CommentEvent[];
}

export interface CommentEvent {
  at: string;
  action: string;
  /** Null: the citizen, or the system. */
  actorName: string | null;
  data: Record<string, unknown>;
}

export interface DecideCommentInput {
  action: 'publish' | 'hide';
  /** Needed to hide. */
  reason?: string;
  /** Publish with the marked parts replaced by what they are. A certain CPR number can be published no other way. */
  withoutMarked?: boolean;
  version?: number;
}

/** A letter, phone call or meeting written in by staff. */
export interface EnterCommentInput {
  channel: EntryChannel;
  text: string;
  name?: string;
  email?: string;
  /** When it came, ISO instant or local date(-time); now when left out. */
  receivedAt?: string;
  permalink?: string;
  note?: string;
  idempotencyKey?: string;
}
