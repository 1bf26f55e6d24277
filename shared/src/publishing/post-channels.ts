/** Networks that a story goes out on, by hand with the copy kit or by a connected account. */
export const POST_CHANNELS = ['facebook', 'instagram', 'bluesky', 'mastodon', 'linkedin', 'threads', 'x'] as const;
export type PostChannel = (typeof POST_CHANNELS)[number];

/**
 * How a network counts a text.
 * `characters`: Unicode code points. `graphemes`: what people see as one sign. `emojiBytes`: an emoji counts as its UTF-8 bytes.
 * `weighted`: Latin signs count 1, the rest and emoji 2, after NFC.
 */
export type PostUnit = 'characters' | 'graphemes' | 'emojiBytes' | 'weighted';

export interface PostRules {
  max: number;
  unit: PostUnit;
  /** Besides `max`: the whole text in UTF-8. */
  maxBytes?: number;
  /** What a web address costs, however long; null = as it is written. */
  urlCost: number | null;
  /** An address in the text can be followed. */
  linksWork: boolean;
  needsPicture: boolean;
  /** Of the picture's description, in characters. */
  altMax: number;
  /** Comments may be looked at and not kept: they are shown as they are there, by whoever opens them. */
  liveOnly?: true;
  /** Where a post can lie: the host, or one it is under; null = any server. */
  hosts: readonly string[] | null;
}

/**
 * Limits of 2026, from the vendors' own pages (Facebook's, LinkedIn's and Instagram's text limits second hand). Mastodon's are those of
 * a server that nobody has changed.
 */
export const POST_RULES: Record<PostChannel, PostRules> = {
  facebook: {
    max: 63_206,
    unit: 'characters',
    urlCost: null,
    linksWork: true,
    needsPicture: false,
    altMax: 1_000,
    hosts: ['facebook.com', 'fb.me', 'fb.com', 'fb.watch'],
  },
  instagram: {
    max: 2_200,
    unit: 'characters',
    urlCost: null,
    linksWork: false,
    needsPicture: true,
    altMax: 1_000,
    hosts: ['instagram.com'],
  },
  bluesky: {
    max: 300,
    unit: 'graphemes',
    maxBytes: 3_000,
    urlCost: null,
    linksWork: true,
    needsPicture: false,
    altMax: 2_000,
    hosts: ['bsky.app'],
  },
  mastodon: {
    max: 500,
    unit: 'graphemes',
    urlCost: 23,
    linksWork: true,
    needsPicture: false,
    altMax: 1_500,
    hosts: null,
  },
  linkedin: {
    max: 3_000,
    unit: 'characters',
    urlCost: null,
    linksWork: true,
    needsPicture: false,
    altMax: 1_000,
    liveOnly: true,
    hosts: ['linkedin.com', 'lnkd.in'],
  },
  threads: {
    max: 500,
    unit: 'emojiBytes',
    urlCost: null,
    linksWork: true,
    needsPicture: false,
    altMax: 1_000,
    hosts: ['threads.net', 'threads.com'],
  },
  x: {
    max: 280,
    unit: 'weighted',
    urlCost: 23,
    linksWork: true,
    needsPicture: false,
    altMax: 1_000,
    hosts: ['x.com', 'twitter.com'],
  },
};

/** Where the tracked link of the channel stands in a text. */
export const LINK_PLACE = '{link}';

export const withLink = (text: string, link: string): string => text.replaceAll(LINK_PLACE, link);
