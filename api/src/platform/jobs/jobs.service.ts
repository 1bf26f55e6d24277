import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { Config } from '../config/config.js';
import { log } from '../log/log.js';
import type { Tx } from '../database/sql.js';

/** A queue and how patient it is. Delivery is at least once, so every handler must bear being run twice. */
export interface Queue<Data extends object> {
  name: string;
  retryLimit: number;
  expireInSeconds: number;
  /** Only names the type of the job's data. */
  readonly data?: Data;
}

export interface JobHandler<Data extends object = object> {
  readonly queue: Queue<Data>;
  /** Jobs of this queue that one worker process does side by side. */
  readonly concurrency?: number;
  /** Short jobs are fetched several at a time; each still succeeds or fails alone. */
  readonly batch?: number;
  handle(data: Data, signal: AbortSignal): Promise<void>;
}

/** Jobs that take longer leave a line; quick ones would bury everything else. */
const SLOW_MS = 2_000;

/** Jobs in the product's own database: enqueued in the caller's transaction, done by the worker process. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private boss: PgBoss | null = null;
  private readonly known = new Set<string>();

  constructor(private readonly config: Config) {}

  /** @param role `sender` only enqueues (web); `worker` also supervises, expires and retries. */
  async start(role: 'sender' | 'worker', queues: readonly Queue<object>[]): Promise<void> {
    const working = role === 'worker';
    const boss = new PgBoss({
      connectionString: this.config.databaseUrl ?? '',
      max: working ? 6 : 2,
      supervise: working,
      schedule: working,
      superviseIntervalSeconds: 10,
      monitorIntervalSeconds: 10,
      ...(working ? { useListenNotify: true } : {}),
    });
    boss.on('error', (error) => log.error('jobs', error));
    await boss.start();
    for (const queue of queues) {
      await boss.createQueue(queue.name, {
        retryLimit: queue.retryLimit,
        retryBackoff: true,
        retryDelay: 2,
        retryDelayMax: 300,
        expireInSeconds: queue.expireInSeconds,
        heartbeatSeconds: 20,
        notify: true,
      });
      this.known.add(queue.name);
    }
    this.boss = boss;
  }

  /** The job exists when, and only when, `tx` commits. */
  async enqueue<Data extends object>(
    tx: Tx,
    queue: Queue<Data>,
    data: Data,
    options: { startAfterSeconds?: number } = {},
  ): Promise<void> {
    await this.running().send(queue.name, data, {
      db: {
        executeSql: async (text, values) => {
          const rows: unknown = await tx.query(text, values as unknown[]);
          return { rows: Array.isArray(rows) ? (rows as object[]) : [] };
        },
      },
      ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
    });
  }

  /** Handlers of one queue, done one after the other for each job. */
  async work(...handlers: JobHandler[]): Promise<void> {
    const [handler] = handlers;
    if (!handler || handlers.some(({ queue }) => queue.name !== handler.queue.name))
      throw new Error('one queue, please');
    const run = async (jobs: Job[]): Promise<JobResult[]> => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await this.runOne(handlers, job));
      return results;
    };
    await this.running().work(
      handler.queue.name,
      {
        batchSize: handler.batch ?? 1,
        burstWhenBatchFull: true,
        perJobResults: true,
        localConcurrency: handler.concurrency ?? 1,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 5,
      },
      run,
    );
  }

  private async runOne(handlers: readonly JobHandler[], job: Job): Promise<JobResult> {
    const started = Date.now();
    const queue = handlers[0]?.queue.name ?? '';
    try {
      for (const handler of handlers) await handler.handle(job.data, job.signal);
      const ms = Date.now() - started;
      if (ms >= SLOW_MS) log.info('job-slow', { queue, job: job.id, ms });
      return { id: job.id, status: 'completed' };
    } catch (error) {
      log.error('job-failed', error, { queue, job: job.id });
      return { id: job.id, status: 'failed' };
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 8_000 });
    this.boss = null;
  }

  private running(): PgBoss {
    if (!this.boss) throw new Error('jobs are not started');
    return this.boss;
  }
}
