import { CHANNELS } from '../comments/comment-states.js';

/** What `?k=` of a shared link may name: where it was put up. Counted without cookies; anything else is not counted. */
export const LINK_SOURCES = [...CHANNELS, 'plakat', 'embed'] as const;
export type LinkSource = (typeof LINK_SOURCES)[number];

export const isLinkSource = (k: unknown): k is LinkSource => LINK_SOURCES.some((source) => source === k);
