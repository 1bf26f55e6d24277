import { visible } from './thread-words.js';
import type { PastedComment } from './pasted-thread.rules.js';

/** Corrections of a split thread. Every one gives a new list; who answers whom stays right. */
export function mergeAbove(comments: readonly PastedComment[], at: number): PastedComment[] {
  const [above, one] = [comments[at - 1], comments[at]];
  if (!above || !one) return [...comments];
  const text = [above.text, one.author, one.text].filter((part) => part !== '').join('\n');
  const both = { ...above, text, age: above.age || one.age, cut: one.cut, unsure: false };
  return without(comments.with(at - 1, both), at, at - 1);
}

export function drop(comments: readonly PastedComment[], at: number): PastedComment[] {
  return without(comments, at, comments[at]?.parent ?? null);
}

/** What stands after the cursor becomes a comment of its own; its first line is the name when more follows. */
export function splitAt(comments: readonly PastedComment[], at: number, cursor: number): PastedComment[] {
  const one = comments[at];
  const [before, after] = [one?.text.slice(0, cursor).trim() ?? '', one?.text.slice(cursor).trim() ?? ''];
  if (!one || before === '' || after === '') return [...comments];
  const [first = '', ...more] = after.split('\n');
  const named = more.length > 0 && visible(first).length <= 80;
  const second: PastedComment = {
    ...one,
    author: named ? visible(first) : '',
    text: named ? more.join('\n').trim() : after,
    ours: false,
    unsure: false,
  };
  const moved = comments.map((other) => ({ ...other, parent: shifted(other.parent, at + 1, 1) }));
  return moved.toSpliced(
    at,
    1,
    { ...one, text: before, cut: false, unsure: false },
    { ...second, parent: shifted(one.parent, at + 1, 1) },
  );
}

function without(comments: readonly PastedComment[], at: number, heir: number | null): PastedComment[] {
  return comments
    .toSpliced(at, 1)
    .map((other) => ({ ...other, parent: shifted(other.parent === at ? heir : other.parent, at + 1, -1) }));
}

const shifted = (parent: number | null, from: number, by: number): number | null =>
  parent !== null && parent >= from ? parent + by : parent;

/** The comment that something answers: what is written below the municipality's own answer belongs to what was answered. */
export function answered(comments: readonly PastedComment[], at: number): number | null {
  let parent = comments[at]?.parent ?? null;
  for (let steps = 0; parent !== null && comments[parent]?.ours; steps += 1)
    parent = steps > 100 ? null : (comments[parent]?.parent ?? null);
  return parent;
}

/** Columns of the file that a corrected thread becomes. */
export const PASTED_COLUMNS = {
  text: 'tekst',
  author: 'navn',
  age: 'alder',
  row: 'nr',
  parentRow: 'svar på nr',
  permalink: 'link',
} as const;

/** The corrected thread as a file for the import. What the municipality wrote stays out. */
export function pastedCsv(comments: readonly PastedComment[], permalink: string): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = comments.flatMap(({ text, author, age, ours }, at) => {
    const parent = answered(comments, at);
    return ours ? [] : [[text, author, age, `${at + 1}`, parent === null ? '' : `${parent + 1}`, permalink]];
  });
  return [Object.values(PASTED_COLUMNS), ...rows].map((row) => row.map(cell).join(',')).join('\n');
}
