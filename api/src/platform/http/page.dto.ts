import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { validate } from 'uuid';
import { LIMITS } from '@forhoering/shared/limits.js';
import { BlankIsAbsent, MaxChars } from './validation.js';
import { invalidField } from './problem-error.js';

/** Keyset paging: `cursor` is what the page before answered as `nextCursor`. */
export class PageQuery {
  @BlankIsAbsent() @IsOptional() @IsString() @MaxChars(300) cursor?: string;
  @BlankIsAbsent() @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(LIMITS.pageSizeMax) limit?: number;
}

/** A place in a list ordered by a time and, where times are equal, an id. */
export interface TimeCursor {
  at: string;
  id: string;
}

export function encodeCursor(cursor: TimeCursor): string {
  return Buffer.from(`${cursor.at}|${cursor.id}`).toString('base64url');
}

/** @throws 422 when the cursor is not one of ours */
export function decodeCursor(cursor: string | undefined): TimeCursor | null {
  if (cursor === undefined || cursor === '') return null;
  const match = /^([12]\d{3}-[0-9T:.-]+Z)\|([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  const [, at, id] = match ?? [];
  if (at === undefined || id === undefined || !isInstant(at) || !validate(id))
    throw invalidField('cursor', 'not-allowed-value');
  return { at, id };
}

/** `Date` would take 31 February for 3 March; the database does not. */
function isInstant(at: string): boolean {
  try {
    Temporal.Instant.from(at);
    return true;
  } catch {
    return false;
  }
}

/** Cuts the one row too many that was read to know whether there is more. */
export function page<Row>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => TimeCursor,
): { rows: Row[]; nextCursor: string | null } {
  const last = rows[limit - 1];
  return rows.length > limit && last !== undefined
    ? { rows: rows.slice(0, limit), nextCursor: encodeCursor(cursorOf(last)) }
    : { rows, nextCursor: null };
}
