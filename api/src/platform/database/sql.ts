import type { DataSource, EntityManager } from 'typeorm';

/** A transaction handle. Everything that writes takes one as its first argument. */
export type Tx = EntityManager;

/**
 * A statement of a hot path. With a name the server plans it once per connection, which halves its cost;
 * leave the name out for searches and filters, whose best plan depends on the values.
 */
export interface Statement {
  name?: string;
  text: string;
}

/**
 * Runs one statement and gives its rows.
 * TypeORM hands the first argument to `pg` as it is, so a named statement passes through although its types ask for a string.
 */
export async function query<Row>(
  on: DataSource | Tx,
  statement: Statement | string,
  params: unknown[] = [],
): Promise<Row[]> {
  const result: unknown = await on.query(statement as string, params);
  // UPDATE and DELETE give [rows, count]; everything else gives rows.
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') {
    return result[0] as Row[];
  }
  return result as Row[];
}

export async function queryOne<Row>(
  on: DataSource | Tx,
  statement: Statement | string,
  params: unknown[] = [],
): Promise<Row | null> {
  return (await query<Row>(on, statement, params))[0] ?? null;
}
