import 'reflect-metadata';
import path from 'node:path';
import { QUEUES } from './queues.js';
import { OneTimeLinkService } from './identity/one-time-link.service.js';
import { DEMO_PASSWORD, seedDemo } from './demo/seed.js';
import { loadConfig } from './platform/config/config.js';
import { Jobs } from './platform/jobs/jobs.service.js';
import { loadKeys } from './platform/keys/keys.js';
import { log } from './platform/log/log.js';
import { exitWithParent } from './platform/process/parent-watch.js';
import { createPages } from './public-site/pages.js';
import { createWebServer } from './web-server.js';

/** The web process. The supervisor starts it; production may start several. */
async function main(): Promise<void> {
  const checkout = path.resolve(import.meta.dirname, '../..');
  const config = loadConfig(process.env, checkout);
  const keys = loadKeys(config);
  const demo = config.demo ? await seedDemo(config, keys) : null;
  const server = await createWebServer(config, keys);
  await server.app.get(Jobs).start('sender', QUEUES);
  const pages = await createPages(server.app, config, path.join(checkout, 'web/build'));
  server.usePages(pages.handle);
  exitWithParent(async () => {
    await pages.close();
    await server.app.close();
  });
  const links = server.app.get(OneTimeLinkService);
  if (config.admin) await links.createFirstAdministrator(config.admin.email, config.admin.password);
  const setupUrl = await links.setupUrl();
  await server.app.listen(config.port, config.host);
  process.send?.({ type: 'ready', setupUrl, demo: demo === null ? null : { password: DEMO_PASSWORD, accounts: demo } });
  log.info('web-ready', { port: config.port });
}

main().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  log.error('web-failed', error);
  process.send?.({ type: 'failed', code, message: error instanceof Error ? error.message : '' });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200).unref();
});
