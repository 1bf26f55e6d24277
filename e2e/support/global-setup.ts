import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AppViewDouble } from '../doubles/appview.ts';
import { blueskyPlace, BlueskyServer } from '../doubles/bluesky-server.ts';
import { GraphDouble } from '../doubles/graph.ts';
import { MastodonDouble } from '../doubles/mastodon.ts';
import { ThreadsDouble } from '../doubles/threads.ts';
import { ADMIN, PORT } from './server.ts';

const START = path.resolve(import.meta.dirname, '../../api/dist/start.js');

/** The product as `npm start` runs it, supervisor, database, web and worker, with data of its own. @returns how to end it */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-e2e-'));
  // As root the database runs as another user, who must be able to enter.
  (await import('node:fs')).chmodSync(dataDir, 0o755);
  const networks = await startNetworks();
  const env = {
    ...process.env,
    CHANNEL_SERVERS: networks.servers,
    CHANNEL_APP_FACEBOOK: 'app-id:app-secret',
    CHANNEL_APP_THREADS: 'threads-app:threads-secret',
    DATA_DIR: dataDir,
    PORT: String(PORT),
    APP_ENV: 'test',
    RATE_LIMIT: 'off',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    NODE_OPTIONS: '',
  };
  const child = fork(START, [], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await ready(child, () => said);
  return async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    await networks.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** A real Bluesky server where there is one, and stand-ins for the rest. Journeys find them in the environment. */
async function startNetworks(): Promise<{ servers: string; stop: () => Promise<void> }> {
  const [mastodon, graph, threads] = [new MastodonDouble(), new GraphDouble(), new ThreadsDouble()];
  await Promise.all([mastodon.start(), graph.start(), threads.start()]);
  // A citizen of a journey lives in another process.
  const said = (parent: unknown, text: unknown): [string, string] => [String(parent), String(text)];
  graph.on('POST', '/_say', ({ body }) => ({
    status: 200,
    body: graph.sayAnywhere(...said(body['parent'], body['text'])),
  }));
  graph.on('GET', '/_posts', () => ({ status: 200, body: { posts: graph.posts, media: graph.media } }));
  threads.on('POST', '/_say', ({ body }) => ({
    status: 200,
    body: threads.say(...said(body['parent'], body['text'])),
  }));
  threads.on('GET', '/_posts', () => ({ status: 200, body: { posts: threads.threads } }));
  mastodon.on('GET', '/_posts', () => ({ status: 200, body: { posts: mastodon.statuses } }));
  const servers = [`mastodon=${mastodon.url}`, `facebook=${graph.url}`, `threads=${threads.url}`];
  Object.assign(process.env, { E2E_MASTODON: mastodon.url, E2E_GRAPH: graph.url, E2E_THREADS: threads.url });
  const stops = [mastodon, graph, threads];
  if (!blueskyPlace()) return { servers: servers.join(','), stop: () => stopAll(stops) };
  const appView = await new AppViewDouble().start();
  const bluesky = await new BlueskyServer().start(appView.url);
  appView.pds = bluesky.url;
  process.env['E2E_BLUESKY'] = bluesky.url;
  servers.push(`bluesky=${bluesky.url}`, `bluesky-appview=${appView.url}`);
  return { servers: servers.join(','), stop: () => stopAll([...stops, appView, bluesky]) };
}

async function stopAll(all: Array<{ stop: () => Promise<void> }>): Promise<void> {
  await Promise.all(all.map((one) => one.stop()));
}

function ready(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the product did not start:\n${said()}`)), 60_000);
    child.on('message', (message: { type?: string }) => {
      if (message.type !== 'ready') return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', () => reject(new Error(`the product ended:\n${said()}`)));
  });
}
