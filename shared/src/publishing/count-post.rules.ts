import { POST_RULES, type PostChannel, type PostUnit } from './post-channels.js';

const ADDRESS = /https?:\/\/[^\s<>"]+/giu;
/** Signs that end a sentence stand beside an address, not in it. */
const TAIL = /[.,;:!?)\]}'”’]+$/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });
const bytesOf = (text: string): number =>
  [...text].reduce((sum, point) => {
    const code = point.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);

/** Code points that X counts as one: Latin with its neighbours, some spaces, dashes and quotation marks (docs.x.com, counting characters). */
const LIGHT: ReadonlyArray<readonly [number, number]> = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

const parts = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);
const weight = (sign: string): number => {
  if (EMOJI.test(sign)) return 2;
  return [...sign].reduce((sum, point) => {
    const code = point.codePointAt(0) ?? 0;
    return sum + (LIGHT.some(([from, to]) => code >= from && code <= to) ? 1 : 2);
  }, 0);
};

const COUNT: Record<PostUnit, (text: string) => number> = {
  characters: (text) => [...text].length,
  graphemes: (text) => parts(text).length,
  emojiBytes: (text) =>
    parts(text).reduce((sum, sign) => sum + (EMOJI.test(sign) ? bytesOf(sign) : [...sign].length), 0),
  weighted: (text) => parts(text.normalize('NFC')).reduce((sum, sign) => sum + weight(sign), 0),
};

/** How long the text is by the channel's own way of counting; compare with `POST_RULES[channel].max`. */
export function countPost(channel: PostChannel, text: string): number {
  const { unit, urlCost } = POST_RULES[channel];
  if (urlCost === null) return COUNT[unit](text);
  let addresses = 0;
  const rest = text.replaceAll(ADDRESS, (found) => {
    addresses += 1;
    return TAIL.exec(found)?.[0] ?? '';
  });
  return COUNT[unit](rest) + addresses * urlCost;
}

/** Whether the channel would take a text of this length. */
export function fitsPost(channel: PostChannel, text: string): boolean {
  const { max, maxBytes } = POST_RULES[channel];
  return countPost(channel, text) <= max && (maxBytes === undefined || bytesOf(text) <= maxBytes);
}
