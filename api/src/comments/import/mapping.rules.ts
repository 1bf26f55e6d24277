import { CHANNELS, type Channel } from '@forhoering/shared/comments/comment-states.js';
import type { ImportMapping } from '@forhoering/shared/contracts/import.contract.js';
import { cutText } from '@forhoering/shared/text/clean-text.js';
import { COPENHAGEN, parseOpening } from '@forhoering/shared/time/wall-time.js';
import { ImportRefused } from './import-refused.js';

const COLUMN_FIELDS = [
  'text',
  'title',
  'author',
  'externalId',
  'upstreamAt',
  'permalink',
  'parentExternalId',
  'age',
  'row',
  'parentRow',
] as const;
type ColumnField = (typeof COLUMN_FIELDS)[number];

/** What columns are called in the wild, in Danish, English and German, best first. Compared without case, blanks and marks. */
const NAMES: Record<ColumnField, string[]> = {
  text: [
    'commentbody',
    'text',
    'tekst',
    'kommentar',
    'bidrag',
    'besked',
    'comment',
    'body',
    'message',
    'content',
    'indhold',
    'svar',
    'beschreibung',
  ],
  title: ['title', 'titel', 'overskrift', 'emne', 'subject', 'headline'],
  author: ['author', 'authorid', 'forfatter', 'navn', 'afsender', 'name', 'user', 'username'],
  externalId: ['commentid', 'externalid', 'id', 'nr', 'nummer', 'uid', 'svarnummer'],
  upstreamAt: [
    'timestamp',
    'upstreamat',
    'createdat',
    'created',
    'createdtime',
    'tidspunkt',
    'tid',
    'dato',
    'datomodtaget',
    'modtaget',
    'date',
    'time',
    'datetime',
    'published',
  ],
  permalink: ['permalink', 'url', 'link', 'permalinkurl', 'adresse'],
  parentExternalId: ['parentid', 'parentexternalid', 'parent', 'inreplyto', 'svartil'],
  // Only where somebody says so: an age in a file is usually a person's.
  age: [],
  row: [],
  parentRow: [],
};

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Reads the mapping as it was sent: field -> column, or column -> field; a field may go by any of its usual names.
 * @throws ImportRefused when it is no object
 */
export function readMapping(raw: string | undefined): ImportMapping {
  if (raw === undefined || raw.trim() === '') return {};
  let sent: unknown;
  try {
    sent = JSON.parse(raw);
  } catch {
    throw new ImportRefused('validation');
  }
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw new ImportRefused('validation');
  // Escapes can write what no database stores; the file's own names were decoded and cannot.
  if (Object.entries(sent).flat().some(notStorable)) throw new ImportRefused('validation');
  const entries = Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const exact = (name: string): boolean => COLUMN_FIELDS.some((field) => field === name);
  const inverted =
    entries.length > 0 && entries.every(([, value]) => exact(value)) && !entries.every(([key]) => exact(key));
  const mapping: ImportMapping = {};
  for (const [key, value] of inverted ? entries.map(([column, field]) => [field, column] as const) : entries) {
    const field = fieldOf(key);
    if (field !== null) mapping[field] = value;
  }
  const { channel, source, separator, copiedAt } = Object.fromEntries(entries) as Record<string, string | undefined>;
  const known = CHANNELS.find((candidate) => candidate === channel);
  if (known !== undefined) mapping.channel = known;
  if (source !== undefined && !inverted) mapping.source = cutText(source, 200);
  const copied = copiedAt === undefined || inverted ? null : parseOpening(copiedAt, COPENHAGEN);
  if (copied) mapping.copiedAt = copied.instant;
  if (separator === ',' || separator === ';' || separator === '\t' || separator === '|') mapping.separator = separator;
  return mapping;
}

const notStorable = (value: unknown): boolean =>
  typeof value === 'string' && (value.includes('\0') || !value.isWellFormed());

function fieldOf(name: string): ColumnField | null {
  const exact = COLUMN_FIELDS.find((field) => field === name);
  return exact ?? COLUMN_FIELDS.find((field) => NAMES[field].includes(plain(name))) ?? null;
}

/** Columns by place, and the channel all rows get. */
export interface ResolvedMapping {
  columns: Partial<Record<ColumnField, number>>;
  channel: Channel;
  /** As the person would have written it: what was proposed is filled in. */
  shown: ImportMapping;
}

/**
 * Finds each field's column; what was left out is proposed from the header.
 * @throws ImportRefused `import-column-missing` when a named column, or any column for the text, is not there
 */
export function resolveMapping(mapping: ImportMapping, header: string[]): ResolvedMapping {
  const columns: Partial<Record<ColumnField, number>> = {};
  const shown: ImportMapping = { ...mapping, channel: mapping.channel ?? 'import' };
  const taken = new Set<number>();
  for (const field of COLUMN_FIELDS) {
    const name = mapping[field];
    if (name === undefined || name === '') continue;
    const at = header.findIndex((column) => column.trim() === name.trim());
    if (at < 0) throw new ImportRefused('import-column-missing', { column: name });
    columns[field] = at;
    taken.add(at);
  }
  for (const field of COLUMN_FIELDS) {
    if (mapping[field] !== undefined) continue;
    const at = propose(field, header, taken);
    if (at === null) continue;
    columns[field] = at;
    taken.add(at);
    shown[field] = header[at] ?? '';
  }
  if (columns.text === undefined) throw new ImportRefused('import-column-missing', { column: 'text' });
  return { columns, channel: shown.channel ?? 'import', shown };
}

function propose(field: ColumnField, header: string[], taken: ReadonlySet<number>): number | null {
  for (const name of NAMES[field]) {
    const at = header.findIndex((column, i) => !taken.has(i) && plain(column) === name);
    if (at >= 0) return at;
  }
  return null;
}

const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The separator of a header line: the one that occurs most outside quotes; null when none does. */
export function sniffSeparator(text: string): Separator | null {
  let quoted = false;
  const counts = new Map<string, number>();
  for (const char of text.slice(0, 20_000)) {
    if (char === '"') quoted = !quoted;
    else if (char === '\n' && !quoted && counts.size > 0) break;
    else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const best = SEPARATORS.map((separator) => ({ separator, count: counts.get(separator) ?? 0 })).sort(
    (a, b) => b.count - a.count,
  )[0];
  return best === undefined || best.count === 0 ? null : best.separator;
}
