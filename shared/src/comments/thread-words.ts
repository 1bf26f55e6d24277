/** Invisible marks that come along in a copy: they would hide a word from the rule, or let a name read as another. */
const INVISIBLE = new RegExp('[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]', 'g');
export const visible = (line: string): string =>
  line
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** A line longer than this is what somebody wrote, never the network's own. */
const MOST_OWN = 160;

/** What the network itself writes around comments, in Danish and English; matched against a whole line. */
const NOISE: readonly RegExp[] = [
  /^(?:vis|se|view|show|see) (?:alle |all |flere |more |tidligere |previous |de \d+ |\d+ )?(?:\d+ )?(?:flere |more |andre |andre? )?(?:kommentarer?|svar|comments?|repl(?:y|ies))$/i,
  /^(?:skjul|hide) (?:alle |all )?(?:\d+ )?(?:svar|repl(?:y|ies))$/i,
  /^.{1,80} (?:svarede|har svaret|replied)(?: ?· ?\d+ (?:svar|repl(?:y|ies)))?$/i,
  /^\d+ (?:svar|repl(?:y|ies)|kommentar(?:er)?|comments?|delinger|shares?)$/i,
  /^\d+ (?:af|of) \d+$/i,
  /^(?:skriv en kommentar|skriv et svar|write a (?:public )?comment|write a reply|svar (?:til|som) .{1,80}|reply (?:to|as) .{1,80}|(?:kommenter|kommentér|comment) som? .{1,80}|comment as .{1,80}) ?(?:…|\.{3})?$/i,
  /^(?:fastgjort kommentar|fastgjort af .{1,80}|pinned comment|pinned by .{1,80})$/i,
  /^(?:vis oversættelse|se oversættelse|oversæt|see translation|hide original|see original|se original)$/i,
  /^(?:gif|giphy|tenor|avatar|online|aktiv nu|active now|facebook)$/i,
];
/** Beside a name. The first kind says that who wrote the post wrote this too. */
const AUTHOR = /^(?:forfatter|opslagets forfatter|author|post author)$/i;
const BADGES =
  /^(?:topfan|top ?fan|topbidragyder|top contributor|følger|follower|admin|administrator|moderator|rising fan|stigende fan|verificeret konto|verified account|·|· ?følg|følg|follow|gruppeekspert|group expert|nyt medlem|new member|all-?star(?:-bidragyder)?(?: contributor)?)$/i;
/** Above the comments, with the order they stand in. */
const HEADING =
  /^(?:mest relevante|alle kommentarer|nyeste|nyeste først|most relevant|all comments|newest|newest first|top comments|topkommentarer)$/i;
const MORE = /(?:…|\.{3}) ?(?:se mere|vis mere|see more|read more)$/i;

export const isNoise = (line: string): boolean => line.length <= MOST_OWN && NOISE.some((one) => one.test(line));
export const isHeading = (line: string): boolean => HEADING.test(line);
export const isAuthorBadge = (line: string): boolean => AUTHOR.test(line);
export const isBadge = (line: string): boolean => BADGES.test(line);
/** The network showed the beginning only. */
export const isCut = (text: string): boolean => MORE.test(text.slice(-40));
export const withoutMore = (text: string): string => text.slice(0, -40) + text.slice(-40).replace(MORE, '…');

/** What stands in the row below a comment. */
export interface Row {
  like: boolean;
  reply: boolean;
  /** The row below the post itself. */
  post: boolean;
  edited: boolean;
  age: string | null;
  counts: number;
}

const DAY_WORDS =
  '(?:i ?går|i ?dag|yesterday|today|(?:man|tirs|ons|tors|fre|lør|søn)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const CLOCK_WORDS = '(?:(?: kl\\.?| at|,) ?\\d{1,2}[.:]\\d{2}(?: ?[ap]m)?)';
const MONTH = '(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zæøå]{0,6}\\.?';
/** What is copied may stand without anything between the parts: "2 d.Synes godt omSvar". */
const END = '(?=$|[^a-zæøå]|synes|svar|besvar|like|reply|redigeret|edited)';
const UNIT =
  'sek(?:under)?|min(?:ut(?:ter)?|utes?|s)?|timer?|hrs?|hours?|dage?|days?|uger?|wks?|weeks?|måned(?:er)?|months?|mdr?|år|yrs?|years?|[smthduwy]';
const AGES = [
  `\\d{1,3} ?(?:${UNIT})${END}\\.?(?: siden| ago)?`,
  'lige nu|netop nu|just now',
  `${DAY_WORDS}${CLOCK_WORDS}?`,
  `\\d{1,2}\\. ?${MONTH}(?:,? \\d{4})?${CLOCK_WORDS}?`,
  `${MONTH} \\d{1,2}(?:, \\d{4})?${CLOCK_WORDS}?`,
];
/** Longest first where one begins as the other. Each is tried where the one before ended, so a line is read once. */
const PARTS: ReadonlyArray<[keyof Row | 'nothing', RegExp]> = [
  ['nothing', /[\s·•|,]+/y],
  [
    'nothing',
    /synes ikke længere godt om|unlike|se oversættelse|see translation|vis oversættelse|skjul|hide|rapportér|report|mere|more/iy,
  ],
  ['like', /synes godt om|like/iy],
  ['post', /kommentér|kommenter|comment|send/iy],
  ['post', /del(?![a-zæøå])|share/iy],
  ['reply', /besvar|svar|reply/iy],
  ['edited', /\(?(?:redigeret|edited)\)?/iy],
  ['age', new RegExp(AGES.join('|'), 'iy')],
  ['counts', /\d{1,6}(?![\p{L}\d])/uy],
];

/** A line that is nothing but the row below a comment, or a part of it; null: it is something else. */
export function rowOf(line: string): Row | null {
  if (line === '' || line.length > MOST_OWN) return null;
  const row: Row = { like: false, reply: false, post: false, edited: false, age: null, counts: 0 };
  for (let at = 0; at < line.length;) {
    const part = PARTS.map(([kind, pattern]) => ({ kind, text: matchAt(pattern, line, at) })).find(({ text }) => text);
    if (!part) return null;
    at += part.text.length;
    if (part.kind === 'age') row.age ??= part.text;
    else if (part.kind === 'counts') row.counts += 1;
    else if (part.kind !== 'nothing') row[part.kind] = true;
  }
  return row;
}

function matchAt(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? '';
}
