import { LIMITS } from '../limits.js';
import { writtenAge } from '../time/written-age.js';
import {
  isAuthorBadge,
  isBadge,
  isCut,
  isHeading,
  isNoise,
  rowOf,
  visible,
  withoutMore,
  type Row,
} from './thread-words.js';

/** One comment of a thread that somebody has copied off a page. */
export interface PastedComment {
  author: string;
  text: string;
  /** As the network writes it: "2 d."; empty: nothing was found. */
  age: string;
  /** Which of the comments it answers; null: the post, or not to be told. */
  parent: number | null;
  /** Written by the municipality: no comment. */
  ours: boolean;
  edited: boolean;
  /** The network showed the beginning only. */
  cut: boolean;
  /** The rule is not certain that this is one comment by one person. */
  unsure: boolean;
}
export interface PastedThread {
  comments: PastedComment[];
  /** There were more than are taken at once. */
  more: boolean;
}

/** Lines that the row below a comment is spread over at most. */
const MOST_ROW = 16;

interface Line {
  text: string;
  raw: string;
  indent: number;
  row: Row | null;
}
interface Block {
  lines: Line[];
  row: Row;
}

/**
 * Splits a thread that was copied from Facebook's page, in Danish or English, into its comments: a name, what was said, and the row with
 * "Synes godt om · Svar · 2 d." that ends each. Never throws; what it cannot tell apart comes as one comment that says it is unsure.
 * @param ownNames what the municipality is called there
 */
export function splitThread(pasted: string, ownNames: readonly string[]): PastedThread {
  const lines = linesOf(pasted.slice(0, LIMITS.pasteText));
  const own = new Set(ownNames.map((name) => visible(name).toLowerCase()).filter((name) => name !== ''));
  const comments: PastedComment[] = [];
  const places: number[] = [];
  for (const block of blocksOf(lines)) {
    const comment = commentOf(block, own);
    if (!comment) continue;
    if (comments.length === LIMITS.pastedComments) return { comments, more: true };
    comments.push(comment);
    places.push(block.lines[0]?.indent ?? 0);
  }
  tellParents(comments, places);
  return { comments, more: pasted.length > LIMITS.pasteText };
}

function linesOf(pasted: string): Line[] {
  const all = pasted.split(/\r\n?|[\n\u2028\u2029\u0085]/).map((raw) => {
    const text = visible(raw);
    const indent = /^[\t \u00a0]*/.exec(raw)?.[0].replaceAll('\t', '    ').length ?? 0;
    return { raw: raw.trim(), text, indent, row: rowOf(text) };
  });
  // What stands above the first comment's row is the post itself, to where its own row or the heading ends it.
  const first = all.findIndex(({ row }) => row?.reply);
  const start = all.findLastIndex(({ text, row }, at) => at < first && (isHeading(text) || row?.post === true));
  return all.slice(start + 1).filter(({ text }) => !isNoise(text));
}

/** A comment ends where the row below it does. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  for (let at = 0; at < lines.length;) {
    const end = rowEnd(lines, at);
    if (end === null) {
      const line = lines[at];
      if (line) open.push(line);
      at += 1;
      continue;
    }
    // One word below a name is what somebody said when nothing else is: "3" and "Svar" are answers too.
    const said = open.filter(({ text }) => text !== '' && !isBadge(text) && !isAuthorBadge(text)).length;
    const first = lines[at];
    if (said === 1 && first && !first.row?.like && !first.row?.age && rowEnd(lines, at + 1) !== null) {
      open.push(first);
      at += 1;
    }
    blocks.push({ lines: trimmed(open), row: joined(lines.slice(at, end)) });
    open = [];
    at = end;
  }
  const rest = trimmed(open);
  if (rest.length > 0) blocks.push({ lines: rest, row: joined([]) });
  return blocks.filter((block) => block.lines.length > 0);
}

/** Where the row that begins here ends; null: none does. One word alone, "Svar", is what somebody may have written. */
function rowEnd(lines: readonly Line[], from: number): number | null {
  if (!lines[from]?.row || lines[from].text === '') return null;
  let end = from;
  while (end < lines.length && end - from < MOST_ROW && (lines[end]?.row || lines[end]?.text === '')) end += 1;
  const row = joined(lines.slice(from, end));
  return (row.like && row.reply) || (row.age !== null && (row.like || row.reply)) ? end : null;
}

function joined(lines: readonly Line[]): Row {
  const row: Row = { like: false, reply: false, post: false, edited: false, age: null, counts: 0 };
  for (const { row: part } of lines) {
    if (!part) continue;
    row.like ||= part.like;
    row.reply ||= part.reply;
    row.edited ||= part.edited;
    row.age ??= part.age;
  }
  return row;
}

function trimmed(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(({ text }) => text !== '');
  const last = lines.findLastIndex(({ text }) => text !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function commentOf({ lines, row }: Block, own: ReadonlySet<string>): PastedComment | null {
  let byAuthor = false;
  const rest = [...lines];
  const dropBadges = (): void => {
    for (let line = rest[0]; line && rest.length > 0; line = rest[0]) {
      if (isAuthorBadge(line.text)) byAuthor = true;
      else if (line.text !== '' && !isBadge(line.text)) return;
      rest.shift();
    }
  };
  dropBadges();
  const author = isName(rest[0]?.text ?? '') && rest.length > 1 ? (rest.shift()?.text ?? '') : '';
  dropBadges();
  const [name = '', ...badges] = author.split(' · ');
  byAuthor ||= badges.some(isAuthorBadge);
  // Some browsers put the age beside the name.
  const beside = rest[0]?.row?.age && rest.length > 1 ? (rest.shift()?.row?.age ?? null) : null;
  const text = trimmed(rest)
    .map(({ raw }) => raw)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  if (text === '' && name === '') return null;
  const ended = row.like || row.reply;
  return {
    author: name,
    // A picture or a sticker alone is a comment too; it is called the same when it is collected.
    text: isCut(text) ? withoutMore(text) : text || '(uden tekst)',
    age: row.age ?? beside ?? '',
    parent: null,
    ours: byAuthor || (name !== '' && own.has(name.toLowerCase())),
    edited: row.edited,
    cut: isCut(text),
    unsure: !ended || name === '' || text === '',
  };
}

/** A name is short, and no sentence. */
const isName = (text: string): boolean =>
  text !== '' &&
  text.length <= LIMITS.authorName &&
  text.split(' ').length <= 7 &&
  /\p{L}/u.test(text) &&
  !/[!?:;…]$|https?:/u.test(text);

/** An answer stands further in than what it answers, or begins with the name of somebody above it. */
function tellParents(comments: PastedComment[], places: readonly number[]): void {
  const last = new Map<string, number>();
  const branch: number[] = [];
  const outmost = Math.min(...places.slice(0, 1), ...places);
  for (const [at, comment] of comments.entries()) {
    const place = places[at] ?? 0;
    while (branch.length > 0 && (places[branch.at(-1) ?? 0] ?? 0) >= place) branch.pop();
    comment.parent = (place > outmost ? branch.at(-1) : undefined) ?? named(comment, last);
    branch.push(at);
    if (comment.author !== '') last.set(comment.author.toLowerCase(), at);
  }
}

/** Facebook begins an answer with the name of who is answered; nobody begins so by chance with a name of two words. */
function named({ text, author }: PastedComment, last: ReadonlyMap<string, number>): number | null {
  const words = visible(text.slice(0, 2 * LIMITS.authorName))
    .toLowerCase()
    .replace(/^@/, '')
    .split(' ');
  for (let n = Math.min(7, words.length); n >= 2; n -= 1) {
    const name = words
      .slice(0, n)
      .join(' ')
      .replace(/[,.:!]$/, '');
    const at = name === author.toLowerCase() ? undefined : last.get(name);
    if (at !== undefined) return at;
  }
  return null;
}

/** @returns about when it was written, ISO; null when it cannot be told */
export const timeOfAge = (age: string, copiedAt: Date): string | null =>
  age === '' ? null : (writtenAge(age, copiedAt)?.toISOString() ?? null);
