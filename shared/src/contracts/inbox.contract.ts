import type { ProposalView } from './answer-proposal.contract.js';
import type { DeliveryView } from './delivery.contract.js';
import type { Channel, CommentState } from '../comments/comment-states.js';
import type { NeedsReason } from '../inbox/needs-answer.rules.js';
import type { PlaceholderValues } from '../inbox/placeholders.rules.js';
import type { ClockLook, ClockPolicy } from '../inbox/clock.rules.js';

export const CONVERSATION_STATES = ['new', 'assigned', 'waiting', 'answered', 'no_answer_needed'] as const;
/** `waiting`: for the citizen, the clock stands still. Overdue is read off the clock, never stored. */
export type ConversationState = (typeof CONVERSATION_STATES)[number];

export const INBOX_VIEWS = [
  'due',
  'mine',
  'department',
  'unassigned',
  'breached',
  'toRead',
  'mentioned',
  'waiting',
  'answered',
] as const;
/** `toRead`: an answer of somebody else's waits for a second pair of eyes; `mentioned`: a note calls the person and is not read. */
export type InboxView = (typeof INBOX_VIEWS)[number];

export const ANSWER_KINDS = ['holding', 'full'] as const;
/** `holding`: "we have read it and answer by …"; `full`: the answer itself. */
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const ANSWER_DESTINATIONS = ['page', 'link', 'mail', 'copy', 'channel'] as const;
/**
 * `page`: below the comment; `link`: on the writer's private link; `copy`: a person puts it where it was asked; `channel`: it goes
 * below the question by itself.
 */
export type AnswerDestination = (typeof ANSWER_DESTINATIONS)[number];

/** Somebody who has a text in the works. */
export interface DraftHolder {
  accountId: string;
  name: string;
}

export interface ConversationItem {
  id: string;
  commentId: string;
  /** `F-2026-014-0007` */
  number: string;
  consultationId: string;
  consultationTitle: string;
  channel: Channel;
  state: ConversationState;
  /** Why it is here: a question, or a person who said so. */
  reason: NeedsReason;
  author: string | null;
  /** The beginning of the text. */
  excerpt: string;
  /** When it was said, on the platform's own clock. */
  startedAt: string;
  /** When the next answer is due: the promised one after a holding reply. Null while it waits or is done. */
  dueAt: string | null;
  promisedAt: string | null;
  look: ClockLook;
  /** It was overdue already when we collected it. */
  collectedLate: boolean;
  ownerId: string | null;
  ownerName: string | null;
  departmentId: string | null;
  departmentName: string | null;
  draft: DraftHolder | null;
  /** Whose answer waits for somebody else to read it. */
  proposedBy: DraftHolder | null;
  /** A note calls the signed-in person, and was not read. */
  mentioned: boolean;
  version: number;
}

export interface InboxPage {
  items: ConversationItem[];
  nextCursor: string | null;
}

/** How many there are in each view, for the signed-in person. */
export type InboxSummary = Record<Exclude<InboxView, 'answered'>, number>;

export interface AnswerView {
  id: string;
  /** In which round: a conversation that is opened again begins the next one. */
  round: number;
  kind: AnswerKind;
  text: string;
  signature: string;
  authorName: string;
  createdAt: string;
  editedAt: string | null;
  savedAnswerId: string | null;
  /** Who read it before it was sent; null: nobody had to. */
  readByName: string | null;
  deliveries: Array<{
    destination: AnswerDestination;
    state: 'queued' | 'delivered';
    deliveredAt: string | null;
    permalink: string | null;
  }>;
  /** How its way to the network stands; null: it does not go there by itself. */
  onChannel: DeliveryView | null;
  /** What stood before it was edited, oldest first. */
  versions: Array<{ text: string; replacedAt: string }>;
}

export interface InboxNoteView {
  id: string;
  at: string;
  authorName: string;
  text: string;
}

/** Something a citizen said in a conversation. */
export interface SaidView {
  commentId: string;
  /** `F-2026-014-0007` */
  number: string;
  at: string;
  round: number;
  author: string | null;
  text: string;
}

export interface ConversationDetail extends ConversationItem {
  /** 1, and one more each time it was opened anew. */
  round: number;
  /** All that citizens said in it, oldest first; the one that waits for the answer is `commentId`. */
  said: SaidView[];
  text: string;
  commentState: CommentState;
  hasEmail: boolean;
  permalink: string | null;
  tagNames: string[];
  /** Of the page; null where there is none: what was said outside consultations. */
  consultationSlug: string | null;
  answers: AnswerView[];
  notes: InboxNoteView[];
  /** Answers are read by another before they are sent: a topic says so. */
  readByAnother: boolean;
  /** What waits to be read, and what was sent back in this round. */
  proposals: ProposalView[];
  /** The text in the works, if the caller may see it. */
  draftText: string | null;
  draftKind: AnswerKind | null;
  draftUntil: string | null;
  /** The saved answer that the text in the works came from. */
  draftSavedAnswerId: string | null;
  /** What words in braces of a saved answer stand for here. */
  placeholders: PlaceholderValues;
  /** Why it needs no answer. */
  endReason: string | null;
  /** The profile that an answer goes out on, below the question; null: an answer is not sent to a network by itself. */
  repliesAs: string | null;
  /** What this person was answered before, by the same mail address; newest first. */
  earlier: Array<{ conversationId: string; number: string; state: ConversationState; excerpt: string }>;
  /** Open conversations whose comment says the same, word for word. */
  sameText: Array<{ conversationId: string; number: string }>;
  history: Array<{ at: string; action: string; actorName: string | null; data: Record<string, unknown> }>;
}

export interface CommentConversation {
  /** null: nobody waits for an answer. */
  conversation: ConversationDetail | null;
}

/** Who else has a conversation open. */
export interface InboxPresence {
  names: string[];
}
export interface AssignInput {
  departmentId?: string | null;
  userId?: string | null;
  version?: number;
}
export interface InboxNoteInput {
  text: string;
  /** Colleagues who are called to read it. */
  mentions?: string[];
}
export interface NoAnswerInput {
  reason: string;
  version?: number;
}
export interface AnswerInput {
  text: string;
  kind: AnswerKind;
  /** With `holding`: the local day on which the professional answer comes, `2026-12-04`; three open days from now when left out. */
  promisedOn?: string;
  /** A person has seen that contact details stand in it, and that everybody may read them. */
  contactChecked?: boolean;
  /** Refused when the conversation has moved on since. */
  version?: number;
  /** The saved answer that it came from: counted when this one is sent. */
  savedAnswerId?: string;
  /** The same key twice is the same answer. */
  idempotencyKey?: string;
}
/** One text to many: each gets its own answer and its own receipt. */
export interface AnswerManyInput extends Omit<AnswerInput, 'version'> {
  conversationIds: string[];
  /** How each looked when it was chosen, in the same order. */
  versions?: number[];
}
/** `waits`: for somebody else to read it. */
export interface AnswerManyResult {
  results: Array<{
    conversationId: string;
    number: string;
    answerId: string | null;
    waits: boolean;
    refusal: string | null;
  }>;
}
export interface EditAnswerInput {
  text: string;
  contactChecked?: boolean;
}
export interface DeliveredInput {
  /** Where it stands, if there is an address. */
  permalink?: string;
}
export interface InboxDraftInput {
  text: string;
  kind: AnswerKind;
  /** The saved answer that it came from. */
  savedAnswerId?: string;
  /** Takes it from whoever has it. */
  takeOver?: boolean;
}
export interface InboxDraftView {
  holder: DraftHolder;
  text: string;
  kind: AnswerKind;
  until: string;
}

export const NOTICE_MAILS = ['atOnce', 'digest'] as const;
/** `digest`: gathered, at 8 and at 13. */
export type NoticeMail = (typeof NOTICE_MAILS)[number];
/** What one person has chosen for mails about the inbox. */
export interface InboxPreferences {
  mail: NoticeMail;
}

/** Who can be given a conversation. */
export interface AnswererView {
  id: string;
  name: string;
  departmentId: string | null;
  /** Sees conversations of all departments. */
  seesAll: boolean;
  /** Open conversations. */
  load: number;
  /** Last day of an absence that has begun, `2026-12-04`; null: the person is there. */
  awayUntil: string | null;
}

export interface RoutingRule {
  /** Whole words or beginnings, small letters. */
  words: string[];
  departmentId: string;
}
export interface InboxSettings {
  policy: ClockPolicy;
  /** `12-24` every year, `2026-06-05` once. */
  closedDays: string[];
  /** `{organisation}` and `{department}` are filled in. */
  signature: string;
  rules: RoutingRule[];
  /** Share answered in time may be read on the consultation's page. */
  showBadge: boolean;
  version: number;
}
export type InboxSettingsInput = Partial<Omit<InboxSettings, 'version'>> & { version: number };

/** Somebody answers for a department from one day to another, both included. */
export interface DutyInput {
  departmentId: string;
  accountId: string;
  /** `2026-12-01`, or as people write it: `1.12.2026`. */
  startsOn: string;
  endsOn: string;
  /** Only asked when nobody else is on duty. */
  standIn?: boolean;
}
export interface DutyView {
  id: string;
  departmentId: string;
  departmentName: string;
  accountId: string;
  accountName: string;
  startsOn: string;
  endsOn: string;
  standIn: boolean;
}
