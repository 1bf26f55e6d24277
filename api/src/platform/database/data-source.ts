import os from 'node:os';
import path from 'node:path';
import { DataSource, DefaultNamingStrategy, type DataSourceOptions, type MixedList } from 'typeorm';

/** `receivedAt` in code is `received_at` in the database. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, custom: string): string {
    return custom || property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

export interface DatabaseSettings {
  url: string;
  entities: MixedList<Function>;
  clockOffsetMs?: number;
  poolSize?: number;
}

/**
 * Connections of one process: two for each core, and two. More of them at work at once do not answer more, they only wait for each
 * other's cores: 20 on two cores made lists a fifth slower than 6 (docs/benchmarks.md).
 */
const POOL_SIZE = Math.min(20, Math.max(6, 2 * os.availableParallelism() + 2));

/** Connection settings for every process and test. The clock's offset goes to the server, where `app_now()` reads it. */
export function dataSourceOptions({
  url,
  entities,
  clockOffsetMs = 0,
  poolSize = POOL_SIZE,
}: DatabaseSettings): DataSourceOptions {
  const options = clockOffsetMs === 0 ? [] : [`-c app.clock_offset=${clockOffsetMs}ms`];
  return {
    type: 'postgres',
    url,
    entities,
    migrations: [path.join(import.meta.dirname, '../../migrations/*.js')],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCase(),
    poolSize,
    // Idle connections keep their prepared statements; a dead one is replaced when it is next used.
    extra: {
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      options: ['-c timezone=UTC', ...options].join(' '),
    },
    poolErrorHandler: () => undefined,
  };
}

export const createDataSource = (settings: DatabaseSettings): DataSource => new DataSource(dataSourceOptions(settings));
