import type { PostChannel } from '../publishing/post-channels.js';
import type { Fault } from './delivery.contract.js';

/** What a network counts of a post; null: it does not tell. */
export interface PostNumbersView {
  reactions: number | null;
  comments: number | null;
  shares: number | null;
  /** How often it was shown. */
  shown: number | null;
}

/** A comment as the network has it this minute. It is kept nowhere. */
export interface LiveReply {
  /** Null: the network does not tell. */
  author: string | null;
  text: string;
  at: string;
  /** Ours: written by the municipality's own profile. */
  ours: boolean;
}
export interface LiveComment extends LiveReply {
  replies: LiveReply[];
}
export interface LiveComments {
  items: LiveComment[];
  /** The network had more than is shown. */
  more: boolean;
  permalink: string | null;
}

/** A post of ours whose comments are collected. */
export interface CollectSourceView {
  id: string;
  postId: string;
  storyId: string;
  channel: PostChannel;
  accountName: string;
  permalink: string | null;
  postedAt: string;
  /** Last time it was read; null: not yet. */
  readAt: string | null;
  /** Null: it is not read any more. */
  nextAt: string | null;
  fault: Fault | null;
  numbers: PostNumbersView | null;
  /** Comments below it that are in the register. */
  collected: number;
}

/** How reading what is said to a profile outside of its posts goes. */
export interface EnquirySourceView {
  accountId: string;
  /** Last time it was read; null: not yet. */
  readAt: string | null;
  fault: Fault | null;
}
