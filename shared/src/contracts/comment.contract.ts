import type { Channel, CommentState, EntryChannel, SpeaksAs } from '../comments/comment-states.js';
import type { Point } from '../geo/denmark.js';
import type { Question } from './consultation.contract.js';
import type { CommentPhotoView } from './file.contract.js';

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
  /** Of the page it was written on; mail comes in it. */
  language?: CommentLanguage;
  /** Left out = a private person. */
  speaksAs?: SpeaksAs;
  /** Shown in place of the name when somebody speaks for others. */
  organisation?: string;
  /** Name and address protection: always shown as "Borger". */
  nameProtected?: boolean;
  /** Where it is about, in words. */
  place?: string;
  /** Where it is about, on the map. Others see it rounded to about a hundred metres. */
  point?: Point;
  /** Tokens of uploaded photos. */
  photos?: string[];
  /** Number of the public comment that it replies to, where the consultation allows replies. */
  replyTo?: string;
  /** `challenge:nonce`, after 429 `proof-of-work-required`. */
  proof?: string;
  /** From a form without script: instead of proof of work the comment may wait for a person. */
  mayWait?: boolean;
  /** Answers to the consultation's closed questions, by question id. */
  questionAnswers?: QuestionAnswer[];
}

export type CommentLanguage = 'da' | 'en';

/** One chosen option, several of them, or a step of the scale (`1`–`5`), as the question's kind asks for. */
export interface QuestionAnswer {
  questionId: string;
  values: string[];
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
  follow: Pick<FollowInput, 'answers' | 'result'>;
  /** What it is shown as when it is public; null = "Borger". */
  shownAs: string | null;
  showName: boolean;
  nameProtected: boolean;
  /** Last time the writer changed the words. */
  editedAt: string | null;
  /** Until when the words can be changed; null when they cannot. */
  editableUntil: string | null;
  mayWithdraw: boolean;
  /** For somebody without the link: number and code together open it. */
  code: string;
  place: string | null;
  point: Point | null;
  photos: Array<Pick<CommentPhotoView, 'state' | 'altText'>>;
  questionAnswers: QuestionAnswer[];
  version: number;
  /** Why it is held or hidden, in codes: `cpr`, `phone`, `email`, `address`, `spam`. */
  heldFor: string[];
  hiddenReason: string | null;
  answers: Array<{ signature: string; text: string; answeredAt: string }>;
  consultation: {
    slug: string;
    title: string;
    state: string;
    closesAt: string | null;
    contact: string;
    /** What `questionAnswers` answer. */
    questions: Array<Pick<Question, 'id' | 'label'>>;
  };
}

/** New words for a comment, by its private link. */
export interface EditCommentInput {
  text: string;
  name?: string;
  /** The version that was read: another one gives 409 `version-conflict`. */
  version: number;
}

export interface ShowNameInput {
  showName: boolean;
}

/** Which mails the writer wants besides the receipt. */
export interface FollowInput {
  /** The municipality's answer. */
  answers: boolean;
  /** What became of it all, when the consultation has ended. */
  result: boolean;
  /** Left out or '' keeps the address that is there. */
  email?: string;
}

/** What is printed on a receipt for somebody who has no link. */
export interface PrivateCodeInput {
  number: string;
  code: string;
}

export interface PrivateLinkView {
  privateUrl: string;
}

/** Words that a citizen has replaced. */
export interface CommentVersionView {
  text: string;
  author: string | null;
  replacedAt: string;
}

export type FindingKind = 'cpr' | 'phone' | 'email' | 'address';

/** Offsets are UTF-16, into the field. */
export interface CommentFinding {
  field: 'text' | 'name' | 'place';
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
  /** `upstreamAt` was told from words like "2 d." */
  upstreamApprox: boolean;
  tagIds: string[];
  early: boolean;
  late: boolean;
  /** When the citizen last changed the words. */
  editedAt: string | null;
  /** Kinds of findings and spam signals, for the icons in the list. */
  flags: string[];
  /** Photos that nobody has decided about. */
  photosWaiting: number;
  version: number;
}

export const COMMENT_ORDERS = ['newest', 'oldest'] as const;
/** By the time the platform received them. */
export type CommentOrder = (typeof COMMENT_ORDERS)[number];

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
  /** Number of the comment that it replies to. */
  parentNumber: string | null;
  supportCount: number;
  importId: string | null;
  enteredBy: string | null;
  entryNote: string | null;
  privacyNoticeVersion: number | null;
  speaksAs: SpeaksAs;
  organisation: string | null;
  nameProtected: boolean;
  place: string | null;
  point: Point | null;
  photos: CommentPhotoView[];
  questionAnswers: QuestionAnswer[];
  /** Words that were replaced, newest first. */
  versions: CommentVersionView[];
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
  /** `undo` takes back the caller's own decision while it is the latest one, also when it hid or showed. */
  action: 'publish' | 'hide' | 'undo';
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
