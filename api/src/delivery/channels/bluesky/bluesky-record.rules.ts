import { createHash } from 'node:crypto';
import type { Parcel } from '../connector.rules.js';

const TID_LETTERS = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The record's key: a TID (13 letters, microseconds and a clock id) of what never changes about a delivery, so that putting it twice
 * puts it once. https://atproto.com/specs/tid
 */
export function recordKey({ id, orderedAt }: Pick<Parcel, 'id' | 'orderedAt'>): string {
  const hash = createHash('sha256').update(id).digest();
  const micros = BigInt(orderedAt.getTime()) * 1_000n + BigInt(hash.readUInt16BE(0) % 1_000);
  let value = (micros << 10n) | BigInt(hash.readUInt16BE(2) % 1_024);
  let key = '';
  for (let i = 0; i < 13; i += 1) {
    key = (TID_LETTERS[Number(value & 31n)] ?? '') + key;
    value >>= 5n;
  }
  return key;
}

/** An address ends before the sign that ends the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'»”]/gi;
const HASHTAG = /(?<=^|\s)#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu;

/** Places in the text that can be followed, by UTF-8 byte. https://docs.bsky.app/docs/advanced-guides/post-richtext */
export function facetsOf(text: string): object[] {
  const bytes = (end: number): number => Buffer.byteLength(text.slice(0, end));
  const facet = (match: RegExpMatchArray, feature: object): object => ({
    index: { byteStart: bytes(match.index ?? 0), byteEnd: bytes((match.index ?? 0) + match[0].length) },
    features: [feature],
  });
  return [
    ...[...text.matchAll(ADDRESS)].map((m) => facet(m, { $type: 'app.bsky.richtext.facet#link', uri: m[0] })),
    ...[...text.matchAll(HASHTAG)].map((m) => facet(m, { $type: 'app.bsky.richtext.facet#tag', tag: m[1] })),
  ];
}

export interface Ref {
  uri: string;
  cid: string;
}
/** What `prepare` has made ready: uploaded pictures and the names of what is answered. */
export interface BlueskyPrepared {
  image: unknown;
  thumb: unknown;
  reply: { root: Ref; parent: Ref } | null;
}

export function recordOf({ content, orderedAt }: Parcel, { image, thumb, reply }: BlueskyPrepared): object {
  const facets = facetsOf(content.text);
  const embed = image
    ? { $type: 'app.bsky.embed.images', images: [{ image, alt: content.picture?.altText ?? '' }] }
    : content.link
      ? {
          $type: 'app.bsky.embed.external',
          external: {
            uri: content.link,
            title: content.title,
            description: content.description,
            ...(thumb ? { thumb } : {}),
          },
        }
      : null;
  return {
    $type: 'app.bsky.feed.post',
    text: content.text,
    createdAt: orderedAt.toISOString(),
    langs: [content.language],
    ...(facets.length > 0 ? { facets } : {}),
    ...(embed ? { embed } : {}),
    ...(reply ? { reply } : {}),
  };
}
