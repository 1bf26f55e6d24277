/** What comes of two people's changes to the same thing. */
export interface Merged<T> {
  merged: T;
  /** Fields that only they changed: taken over. */
  taken: Array<keyof T>;
  /** Fields that both changed to different things: mine stands, and a person must choose. */
  conflicts: Array<keyof T>;
}

/**
 * Three-way merge, field by field.
 * @param same whether two values of a field mean the same
 */
export function mergeFields<T extends object>(
  base: T,
  mine: T,
  theirs: T,
  same: <K extends keyof T>(field: K, a: T[K], b: T[K]) => boolean,
): Merged<T> {
  const merged = { ...mine };
  const taken: Array<keyof T> = [];
  const conflicts: Array<keyof T> = [];
  for (const field of Object.keys(mine) as Array<keyof T>) {
    if (same(field, theirs[field], base[field]) || same(field, theirs[field], mine[field])) continue;
    if (same(field, mine[field], base[field])) {
      merged[field] = theirs[field];
      taken.push(field);
    } else conflicts.push(field);
  }
  return { merged, taken, conflicts };
}
