import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
// Jest maps no names for this file, so it takes the build, which `npm test` has just made.
import { startEmbedded } from '../../dist/platform/database/embedded-postgres.js';
import { readablePlace } from '../../dist/platform/database/server-identity.js';

/** One PostgreSQL for the whole run; every spec file gets databases of its own on it. */
export default async function globalSetup() {
  if (process.env.TEST_EXTERNAL_DATABASE_URL) {
    process.env.TEST_DATABASE_URL = process.env.TEST_EXTERNAL_DATABASE_URL;
    return;
  }
  const place = process.getuid?.() === 0 ? path.dirname(readablePlace()) : os.tmpdir();
  const dir = mkdtempSync(path.join(place, 'forhoering-jest-'));
  const server = await startEmbedded({ dir, settings: { fsync: 'off', synchronous_commit: 'off', max_connections: '300' } });
  globalThis.__testServer = { server, dir };
  process.env.TEST_DATABASE_URL = server.url;
}
