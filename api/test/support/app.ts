import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import type { DataSource, ReplicationMode } from 'typeorm';
import type { Role } from '@forhoering/shared/contracts/access.contract.js';
import { HANDLERS } from '../../src/handlers.js';
import { OneTimeLinkService } from '../../src/identity/one-time-link.service.js';
import { loadConfig, type Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/sql.js';
import { Jobs, type JobHandler } from '../../src/platform/jobs/jobs.service.js';
import { loadKeys } from '../../src/platform/keys/keys.js';
import { QUEUES } from '../../src/queues.js';
import { createWebServer } from '../../src/web-server.js';
import { startLoops } from '../../src/worker-loops.js';
import { createTestDatabase } from './database.js';
import { requireDescribed } from './contract.js';

export const ADMIN = { email: 'admin@eksempel.dk', password: 'rigtigt lang adgangskode 7' };

/** The real application on a real database, with every answer held against the API document. */
export class TestApp {
  constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly databaseUrl: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  /** A request without cookie: a citizen, or a stranger. */
  as(cookie: string | null = null): Client {
    return new Client(this.app, cookie);
  }

  async admin(): Promise<Client> {
    return this.signedIn(ADMIN.email, ADMIN.password);
  }

  async signedIn(email: string, password: string): Promise<Client> {
    const answer = await this.as().post('/session', { email, password });
    expect(answer.status).toBe(201);
    return this.as((answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '');
  }

  /** Somebody with just these roles. */
  async person(
    roles: Role[],
    email = `${roles.join('.')}-${Math.random().toString(36).slice(2)}@eksempel.dk`,
  ): Promise<Client> {
    const admin = await this.admin();
    const made = await admin.post('/accounts', { email, name: 'Prøve Person', roles });
    const token = String(made.body.oneTimeUrl).split('/').at(-1) ?? '';
    const password = 'fire graa gaes paa torvet';
    expect((await this.as().post('/one-time-links', { token, password })).status).toBe(201);
    return this.signedIn(email, password);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.cleanUp();
  }
}

export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly cookie: string | null,
  ) {}

  get = (path: string): Promise<supertest.Response> => this.send('get', path);
  post = (path: string, body: object = {}): Promise<supertest.Response> => this.send('post', path, body);
  put = (path: string, body: object): Promise<supertest.Response> => this.send('put', path, body);
  patch = (path: string, body: object): Promise<supertest.Response> => this.send('patch', path, body);
  delete = (path: string): Promise<supertest.Response> => this.send('delete', path);

  /** A request that the caller finishes: files, odd headers. The caller gives the answer to `described`. */
  raw(method: 'get' | 'post', path: string): supertest.Test {
    const request = supertest(this.app.getHttpServer())[method](`/api/v1${path}`);
    return this.cookie === null ? request : request.set('cookie', this.cookie);
  }

  async upload(
    path: string,
    file: Buffer,
    fields: Record<string, string>,
    name = 'fil.csv',
  ): Promise<supertest.Response> {
    const answer = await this.raw('post', path).field(fields).attach('file', file, name);
    return described('post', path, answer);
  }

  private async send(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object,
  ): Promise<supertest.Response> {
    let request = supertest(this.app.getHttpServer())[method](`/api/v1${path}`);
    if (this.cookie !== null) request = request.set('cookie', this.cookie);
    return described(method, path, await (body === undefined ? request : request.send(body)));
  }
}

export function described(method: string, path: string, answer: supertest.Response): supertest.Response {
  requireDescribed(method, `/api/v1${path.split('?')[0]}`, answer);
  return answer;
}

export interface AppOptions {
  env?: Record<string, string>;
  /** Also does the jobs, as the worker would. */
  worker?: boolean;
}

export async function startApp({ env = {}, worker = false }: AppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-app-'));
  const config = loadConfig(
    { APP_ENV: 'test', RATE_LIMIT: 'off', DATA_DIR: dataDir, DATABASE_URL: database.url, PORT: '4999', ...env },
    dataDir,
  );
  const { app } = await createWebServer(config, loadKeys(config));
  const jobs = app.get(Jobs);
  refuseSecondConnections(app.get(Database).source);
  try {
    await begin(app, jobs, worker);
  } catch (error) {
    await app.close();
    await database.drop();
    throw error;
  }
  return new TestApp(app, config, database.url, async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
}

async function begin(app: NestFastifyApplication, jobs: Jobs, worker: boolean): Promise<void> {
  await jobs.start(worker ? 'worker' : 'sender', QUEUES);
  if (worker) {
    for (const handlers of HANDLERS) await jobs.work(...handlers.map((one) => app.get<JobHandler>(one)));
    startLoops(app);
  }
  await app.get(OneTimeLinkService).createFirstAdministrator(ADMIN.email, ADMIN.password);
  await app.listen(0, '127.0.0.1');
}

/**
 * Who asks for a second connection while holding one waits for ever once all are held that way. A pool of twenty hides it; here it
 * is refused at once.
 */
function refuseSecondConnections(source: DataSource): void {
  const inside = new AsyncLocalStorage<boolean>();
  const transaction = source.transaction.bind(source) as <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  const alone = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction((tx) => inside.run(true, () => work(tx)));
  const connect = source.createQueryRunner.bind(source);
  Object.assign(source, {
    transaction: alone,
    createQueryRunner: (mode?: ReplicationMode) => {
      if (inside.getStore()) throw new Error('a second connection inside a transaction: pass its `tx` on');
      return connect(mode);
    },
  });
}
