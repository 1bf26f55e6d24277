import type { ReportTheme } from './pdf/report-data.js';

export interface TagRow {
  id: string;
  parent_id: string | null;
  name: string;
  description: string;
}

interface Tagged {
  text: string;
  text_hash: string;
  tag_ids: string[];
}

/** Themes in the code book's order, each parent before its children; a parent counts only what carries it itself. */
export function themesOf<Row extends Tagged>(
  tags: TagRow[],
  rows: Row[],
  quotesOf: (rows: Row[]) => ReportTheme['quotes'],
): ReportTheme[] {
  const theme = (tag: TagRow, level: 0 | 1): ReportTheme => {
    const own = rows.filter((row) => row.tag_ids.includes(tag.id));
    return { name: tag.name, description: tag.description, level, count: own.length, quotes: quotesOf(own) };
  };
  return tags
    .filter((tag) => tag.parent_id === null)
    .flatMap((tag) => [
      theme(tag, 0),
      ...tags.filter((child) => child.parent_id === tag.id).map((child) => theme(child, 1)),
    ]);
}

/**
 * Up to three texts that can stand as quotes: long enough to say something, short enough to be read, no text twice.
 * A rule, not a judgement: the first that fit, in the order they came.
 */
export function pickQuotes<Row extends Tagged>(rows: Row[]): Row[] {
  const picked: Row[] = [];
  for (const row of rows) {
    const fits = row.text.length >= 40 && row.text.length <= 420;
    if (fits && !picked.some((other) => other.text_hash === row.text_hash)) picked.push(row);
    if (picked.length === 3) break;
  }
  return picked;
}
