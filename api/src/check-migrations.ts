import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ENTITIES } from './entities.js';
import { createDataSource } from './platform/database/data-source.js';
import { startEmbedded } from './platform/database/embedded-postgres.js';
import { migrate } from './platform/database/migrate.js';
import { readablePlace } from './platform/database/server-identity.js';

/** What the migrations know and entities do not say: indices, references between features, checks, helper columns. */
const OURS = /^(DROP INDEX|ALTER TABLE "\w+" DROP CONSTRAINT)/;

/** Fails when the entities and the migrated database disagree about tables, columns, types, nullability or defaults. */
async function main(): Promise<number> {
  const dir = mkdtempSync(
    path.join(process.getuid?.() === 0 ? path.dirname(readablePlace()) : os.tmpdir(), 'forhoering-check-'),
  );
  const server = await startEmbedded({ dir, settings: { fsync: 'off' } });
  try {
    await migrate(server.url);
    const source = await createDataSource({ url: server.url, entities: ENTITIES, poolSize: 2 }).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    const differences = upQueries.map(({ query }) => query).filter((query) => !OURS.test(query));
    for (const difference of differences) process.stdout.write(`${difference}\n`);
    return differences.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

process.exitCode = await main();
