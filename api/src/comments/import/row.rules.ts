import { createHash } from 'node:crypto';
import type { Channel } from '@forhoering/shared/comments/comment-states.js';
import type { CommentFinding } from '@forhoering/shared/contracts/comment.contract.js';
import type { ImportLineProblem } from '@forhoering/shared/contracts/import.contract.js';
import { maskForIndex, screenComment } from '@forhoering/shared/screening/screen-comment.js';
import { timeOfAge } from '@forhoering/shared/comments/pasted-thread.rules.js';
import { cleanText, countCharacters, cutText } from '@forhoering/shared/text/clean-text.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { COPENHAGEN, parseOpening } from '@forhoering/shared/time/wall-time.js';
import { importKey } from '../comment.rules.js';
import type { ResolvedMapping } from './mapping.rules.js';
import type { CsvRow } from './read-rows.js';

/** A row ready for the register. Keys are the names that the inserting statement reads. */
export interface StagedRow {
  line: number;
  text: string;
  search_text: string;
  author: string | null;
  external_id: string | null;
  upstream_at: string | null;
  /** The time was told from an age. */
  approx: boolean;
  permalink: string | null;
  parent_external_id: string | null;
  findings: CommentFinding[];
  flags: string[];
  hold: boolean;
  /** Hex, as both are sent inside JSON. */
  text_hash: string;
  dedupe_key: string;
  /** The row of the same file that this one answers: it may be in the register already. */
  parent: ParentRow | null;
}

type ParentRow = Pick<StagedRow, 'dedupe_key' | 'text_hash' | 'author'>;

/** What has been read of the file so far. */
export class ReadSoFar {
  /** Equal rows without an id, so that a campaign's hundred equal letters stay a hundred and yet are known the next time. */
  readonly equals = new Map<string, number>();
  readonly byNumber = new Map<string, ParentRow>();

  /** @param copiedAt when the ages in the file were told */
  constructor(readonly copiedAt: Date) {}
}

export interface ReadRow {
  row: StagedRow | null;
  problems: ImportLineProblem[];
}

/** Makes a line of the file into a row of the register, or says what is wrong with it. One bad line never stops the others. */
export function stageRow({ line, cells }: CsvRow, mapping: ResolvedMapping, sofar: ReadSoFar): ReadRow {
  const problems: ImportLineProblem[] = [];
  const note = (level: ImportLineProblem['level'], field: string | null, code: string): number =>
    problems.push({ line, level, field, code, message: MESSAGES[code] ?? code });
  const cell = (field: keyof ResolvedMapping['columns']): string => (cells[mapping.columns[field] ?? -1] ?? '').trim();
  const raw = [cell('title'), cell('text')].filter((part) => part !== '').join('\n\n');
  if (raw.includes('\ufffd')) note('warning', 'text', 'row-broken-characters');
  const text = cleanText(raw.toWellFormed());
  if (text === '') note('error', 'text', 'row-text-empty');
  else if (countCharacters(text) > LIMITS.staffCommentText) note('error', 'text', 'row-text-too-long');
  const told = cell('upstreamAt') === '' ? timeOfAge(cell('age'), sofar.copiedAt) : null;
  const upstreamAt = told ?? readTime(cell('upstreamAt'));
  if (upstreamAt === null && cell('upstreamAt') !== '') note('warning', 'upstreamAt', 'row-time-unreadable');
  const permalink = /^https?:\/\//i.test(cell('permalink')) ? cutText(cell('permalink'), LIMITS.permalink) : null;
  if (permalink === null && cell('permalink') !== '') note('warning', 'permalink', 'row-link-unreadable');
  if (problems.some((problem) => problem.level === 'error')) return { row: null, problems };
  const author = cutText(cleanText(cell('author')), LIMITS.authorName) || null;
  const screened = screenComment({ text, name: author, honeypot: '', spamHold: true });
  const textHash = createHash('sha256').update(text).digest('hex');
  const externalId = cutText(cell('externalId'), LIMITS.externalId) || null;
  const row: StagedRow = {
    line,
    text,
    search_text: maskForIndex(text, screened.findings),
    author,
    external_id: externalId,
    upstream_at: upstreamAt,
    approx: told !== null,
    permalink,
    parent_external_id: cutText(cell('parentExternalId'), LIMITS.externalId) || null,
    findings: screened.findings,
    flags: screened.flags,
    hold: screened.hold,
    text_hash: textHash,
    // An age grows from day to day, and nobody is less the same for it.
    dedupe_key: dedupeKey(
      mapping.channel,
      externalId,
      author,
      told === null ? upstreamAt : null,
      textHash,
      sofar.equals,
    ),
    parent: sofar.byNumber.get(cell('parentRow')) ?? null,
  };
  // The text stays out: a file may have hundreds of thousands of rows.
  const { dedupe_key, text_hash } = row;
  if (cell('row') !== '') sofar.byNumber.set(cell('row'), { dedupe_key, text_hash, author });
  return { problems, row };
}

/** The same id and text is the same comment; without an id the same author, time, text and place among its equals. */
function dedupeKey(
  channel: Channel,
  externalId: string | null,
  author: string | null,
  at: string | null,
  textHash: string,
  seen: Map<string, number>,
): string {
  if (externalId !== null) return importKey(channel, externalId, textHash).toString('hex');
  const key = JSON.stringify([channel, '', author ?? '', at ?? '', textHash]);
  const place = (seen.get(key) ?? 0) + 1;
  seen.set(key, place);
  return createHash('sha256').update(`${key}#${place}`).digest('hex');
}

/** Epoch seconds or milliseconds, ISO, or Danish. Null when it is none of them. */
export function readTime(text: string): string | null {
  if (text === '') return null;
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) {
    const n = Number(text);
    const date = new Date(n < 1e11 ? n * 1000 : n);
    return date.getUTCFullYear() >= 1990 && date.getUTCFullYear() <= 2200 ? date.toISOString() : null;
  }
  return parseOpening(text, COPENHAGEN)?.instant ?? null;
}

const MESSAGES: Record<string, string> = {
  'row-broken-characters': 'Der er tegn, som ikke kan læses. De vises som �',
  'row-text-empty': 'Rækken har ingen tekst og kommer ikke med',
  'row-text-too-long': 'Teksten er for lang og kommer ikke med',
  'row-time-unreadable': 'Tidspunktet kan ikke læses og udelades',
  'row-link-unreadable': 'Linket begynder ikke med http og udelades',
};
