import type { PostChannel } from '../publishing/post-channels.js';

export const DELIVERY_STATES = [
  'awaitingApproval',
  'scheduled',
  'preparing',
  'ready',
  'sending',
  'waiting',
  'needsReauth',
  'unknown',
  'needsHuman',
  'delivered',
  'rejected',
  'cancelled',
] as const;
/**
 * Where something that goes out on a channel is. `sending`: bytes may have left us. `unknown`: they have, and nobody knows what became
 * of them; it is looked for before anything is sent again. `needsHuman`: looking did not help.
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const FAULT_CODES = [
  'network',
  'timeout',
  'server-error',
  'rate-limited',
  'quota-used',
  'signed-out',
  'permission',
  'too-long',
  'picture',
  'duplicate',
  'gone',
  'refused',
  'address',
  'not-allowed',
  'closed',
  'not-open',
  'cannot-tell',
] as const;
/** Why something did not go out; the words are the reader's. */
export type FaultCode = (typeof FAULT_CODES)[number];
export interface Fault {
  code: FaultCode;
  /** What the network itself said, for whoever looks into it; without secrets. */
  detail?: string;
}

export interface DeliveryView {
  id: string;
  state: DeliveryState;
  accountId: string;
  accountName: string;
  /** Not before this instant. */
  dueAt: string;
  /** When it is tried or looked for again; null when nothing is waited for. */
  nextAt: string | null;
  fault: Fault | null;
  permalink: string | null;
  deliveredAt: string | null;
  orderedByName: string | null;
  approvedByName: string | null;
}

export const ACCOUNT_STATES = ['connected', 'needsReauth', 'disconnected'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** A profile of the municipality's on a network. */
export interface ChannelAccountView {
  id: string;
  channel: PostChannel;
  /** `Nørreskov Kommune (@noerreskov.bsky.social)` */
  name: string;
  /** The profile's address. */
  address: string | null;
  server: string;
  state: AccountState;
  /** Somebody else than the person who orders says yes first. */
  needsApproval: boolean;
  /** What people say to the profile outside consultations comes home as well; null: the network does not tell. */
  readsEnquiries: boolean | null;
  /** Last time it answered. */
  checkedAt: string | null;
  fault: Fault | null;
  /** When the way in runs out; null when it does not. */
  expiresAt: string | null;
  /** Until then the network wants to hear nothing. */
  waitUntil: string | null;
  /** Whether the network tells at once when somebody writes; null: it was not asked. */
  hints: 'on' | FaultCode | null;
  /** Deliveries on their way, and those that wait for a person. */
  open: number;
  stuck: number;
  version: number;
}

/** What networks count. `followers` of a profile, the rest of a post. */
export const NUMBER_METRICS = ['followers', 'shown', 'reactions', 'comments', 'shares'] as const;
export type NumberMetric = (typeof NUMBER_METRICS)[number];
/** One number day by day. Days without a reading are left out. */
export interface NumberSeries {
  kind: 'account' | 'post';
  subjectId: string;
  metric: NumberMetric;
  /** How it was counted: the network's interface and its version. */
  definition: string;
  days: Array<{ day: string; value: number }>;
}

/** How a channel is connected. */
export const CONNECT_WAYS = ['appPassword', 'signIn'] as const;
export type ConnectWay = (typeof CONNECT_WAYS)[number];
export interface ChannelOffer {
  channel: PostChannel;
  way: ConnectWay;
  /** Asked for when there are several servers; the usual one. */
  server: string | null;
  /** False: the IT department has not registered the municipality's app with the network. */
  ready: boolean;
}

export interface ConnectAccountInput {
  channel: PostChannel;
  server?: string;
  identifier: string;
  secret: string;
  needsApproval?: boolean;
}
export interface ChangeAccountInput {
  needsApproval?: boolean;
  readsEnquiries?: boolean;
  version: number;
}

export interface SignInInput {
  channel: PostChannel;
  server?: string;
  needsApproval?: boolean;
}
export interface SignInStart {
  /** The network's own page, where the person says yes. */
  url: string;
}
/** What the network's page handed back. */
export interface SignInReturn {
  state: string;
  code: string;
}

export interface SendPostInput {
  accountId: string;
  /** `planned`: when the story is planned for. */
  when: 'now' | 'planned';
  /** With `now`: seconds in which it can be regretted. */
  afterSeconds?: number;
}
/** A person has looked, where the product could not tell. */
export interface SettleDeliveryInput {
  /** It is there. */
  there: boolean;
  permalink?: string;
}
