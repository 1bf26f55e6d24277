import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
// Jest maps no names for this file, so it takes the build, which `npm test` has just made.
import { startEmbedded } from '../../dist/platform/database/embedded-postgres.js';
import { migrate } from '../../dist/platform/database/migrate.js';
import { readablePlace } from '../../dist/platform/database/server-identity.js';

/** One PostgreSQL for the whole run; every spec file gets databases of its own on it. */
export default async function globalSetup() {
  if (process.env.TEST_EXTERNAL_DATABASE_URL) {
    process.env.TEST_DATABASE_URL = process.env.TEST_EXTERNAL_DATABASE_URL;
    return makeTemplate();
  }
  const place = process.getuid?.() === 0 ? path.dirname(readablePlace()) : os.tmpdir();
  const dir = mkdtempSync(path.join(place, 'forhoering-jest-'));
  const server = await startEmbedded({
    dir,
    settings: { fsync: 'off', synchronous_commit: 'off', max_connections: '300' },
  });
  globalThis.__testServer = { server, dir };
  process.env.TEST_DATABASE_URL = server.url;
  await makeTemplate();
}

/** Migrated once; each spec file copies it. */
async function makeTemplate() {
  const template = process.env.TEST_DATABASE_URL.replace(/(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, '$1test_template');
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query('drop database if exists test_template');
  await client.query('create database test_template');
  await client.end();
  await migrate(template);
}
