import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { query, queryOne, type Statement, type Tx } from './sql.js';

/** The connection pool, as services see it. */
@Injectable()
export class Database {
  constructor(@InjectDataSource() readonly source: DataSource) {}

  /** Commits when `work` resolves, rolls everything back when it throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }

  /** Several reads that see the same moment; nothing can be written. */
  snapshot<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      return read(tx);
    });
  }

  query<Row>(statement: Statement | string, params: unknown[] = []): Promise<Row[]> {
    return query<Row>(this.source, statement, params);
  }

  queryOne<Row>(statement: Statement | string, params: unknown[] = []): Promise<Row | null> {
    return queryOne<Row>(this.source, statement, params);
  }
}
