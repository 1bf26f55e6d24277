import 'reflect-metadata';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { HANDLERS } from './handlers.js';
import { Housekeeping } from './housekeeping.js';
import { loadConfig } from './platform/config/config.js';
import { Jobs, type JobHandler } from './platform/jobs/jobs.service.js';
import { loadKeys } from './platform/keys/keys.js';
import { log } from './platform/log/log.js';
import { exitWithParent } from './platform/process/parent-watch.js';
import { QUEUES } from './queues.js';
import { startLoops } from './worker-loops.js';

/** The job worker. Several may run; each job is taken by one of them. */
async function main(): Promise<void> {
  const config = loadConfig(process.env, path.resolve(import.meta.dirname, '../..'));
  const app = await NestFactory.createApplicationContext(AppModule.with(config, loadKeys(config)), {
    logger: false,
    abortOnError: false,
  });
  const jobs = app.get(Jobs);
  await jobs.start('worker', QUEUES);
  for (const handlers of HANDLERS) await jobs.work(...handlers.map((handler) => app.get<JobHandler>(handler)));
  startLoops(app);
  const housekeeping = new Housekeeping(app);
  housekeeping.start();
  exitWithParent(async () => {
    housekeeping.stop();
    await app.close();
  });
  process.send?.({ type: 'ready' });
  log.info('worker-ready');
}

main().catch((error: unknown) => {
  log.error('worker-failed', error);
  setTimeout(() => process.exit(1), 200).unref();
});
