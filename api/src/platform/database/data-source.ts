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

/** Connection settings for every process and test. The clock's offset goes to the server, where `app_now()` reads it. */
export function dataSourceOptions({
  url,
  entities,
  clockOffsetMs = 0,
  poolSize = 20,
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
