import type { PostChannel } from '../publishing/post-channels.js';
import type { StoryPhase } from '../publishing/story.rules.js';
import type { DeliveryState, DeliveryView } from './delivery.contract.js';

export interface PostInput {
  channel: PostChannel;
  /** With `{link}` where the channel's own link stands. */
  text: string;
}

/** A story is written once for each phase of a consultation, then as a post for each channel that was chosen. */
export interface StoryInput {
  headline: string;
  text: string;
  /** A picture of the consultation; null = the preview picture of the link. */
  pictureId: string | null;
  altText: string;
  /** Local wall time, `2026-03-26T07:30`; null = not planned. */
  plannedOn: string | null;
  posts: PostInput[];
  /** The version that was read; 0 before the first. */
  version: number;
}

export interface PostView extends PostInput {
  /** Null: not out yet. What is out keeps its text. */
  postedAt: string | null;
  postedByName: string | null;
  permalink: string | null;
  /** How it goes out by itself; null: it was not ordered. */
  delivery: DeliveryView | null;
}

export interface StoryView {
  id: string;
  consultationId: string;
  phase: StoryPhase;
  headline: string;
  text: string;
  pictureId: string | null;
  altText: string;
  plannedOn: string | null;
  /** The instant of `plannedOn` in the municipality's zone. */
  plannedAt: string | null;
  posts: PostView[];
  updatedAt: string;
  version: number;
}

/** Somebody has put the post up. */
export interface PostedInput {
  /** Where it lies; '' or left out when nobody has copied the address. */
  permalink?: string;
}

/** Every story of the municipality in a span of days, for the calendar. */
export interface CalendarStory {
  id: string;
  consultationId: string;
  consultationTitle: string;
  phase: StoryPhase;
  headline: string;
  plannedOn: string;
  channels: Array<{ channel: PostChannel; posted: boolean; delivery: DeliveryState | null }>;
}
