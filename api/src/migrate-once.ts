import path from 'node:path';
import { loadConfig } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';

/** `npm run migrate`: brings the database named by DATABASE_URL up to date and ends. The embedded one migrates at every start. */
const { databaseUrl } = loadConfig(process.env, path.resolve(import.meta.dirname, '../..'));
if (databaseUrl === undefined) {
  process.stderr.write('Set DATABASE_URL. The embedded database is migrated by npm start.\n');
  process.exitCode = 1;
} else {
  await migrate(databaseUrl, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write('The database is up to date.\n');
}
