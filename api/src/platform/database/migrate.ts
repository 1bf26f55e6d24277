import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createDataSource } from './data-source.js';

/** Any number that no other use of advisory locks in this database has. */
const MIGRATION_LOCK = 7_355_608_001;

/**
 * Brings the database to this version. Of several processes starting at once one migrates and the others wait.
 * The lock is asked for, not waited for: a waiting statement would block CREATE INDEX CONCURRENTLY for ever.
 */
export async function migrate(url: string, log: (line: string) => void = () => undefined): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await requireVersion(client);
    if (await upToDate(client)) return;
    while (!(await tryLock(client))) await sleep(100);
    const source = await createDataSource({ url, entities: [], poolSize: 2 }).initialize();
    try {
      for (const done of await source.runMigrations()) log(`migrated: ${done.name}`);
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [MIGRATION_LOCK]);
  return rows[0]?.got === true;
}

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < 150_000)
    throw new Error(`PostgreSQL 15 or newer is needed; this server is ${Math.floor(version / 10_000)}.`);
}

/** A look at two lists of names, so that a start with nothing to do does not load TypeORM. */
async function upToDate(client: Client): Promise<boolean> {
  const files = migrationFiles();
  const there = await client.query<{ there: boolean }>(`select to_regclass('migrations') is not null as there`);
  if (there.rows[0]?.there !== true) return false;
  const { rows } = await client.query<{ timestamp: string }>('select timestamp::text from migrations');
  const done = new Set(rows.map((row) => row.timestamp));
  return files.every((timestamp) => done.has(timestamp));
}

function migrationFiles(): string[] {
  const folder = path.join(import.meta.dirname, '../../migrations');
  const found = readdirSync(folder).flatMap((name) => /^(\d{13})-.*\.js$/.exec(name)?.[1] ?? []);
  if (found.length === 0) throw new Error(`There are no compiled migrations in ${folder}.`);
  return found;
}
