import { fork, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { blueskyPlace } from '../../../e2e/doubles/bluesky-server.ts';
import { loadKeys } from '../../src/platform/keys/keys.js';
import { seal } from '../../src/platform/seal/seal.js';
import { startApp, type TestApp } from '../support/app.js';
import { ChannelWorld, someWord } from '../support/channels.js';
import { bluesky, graph, mastodon, type Counted } from './networks.js';

// Two workers send at the same time and are killed outright, again and again, also between sending and noting it down. What counts
// is how many posts lie on the network in the end. Longer: npm run test:crash.
const WANTED = 30;
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? '1');
const DEATHS = Number(process.env['CRASH_DEATHS'] ?? '8');
const WORKER = path.resolve(import.meta.dirname, '../../dist/worker.js');
const totals = { wanted: 0, published: 0, doubles: 0, lost: 0 };

/** The product's workers on a database and a network of their own. */
class Scene {
  private workers: ChildProcess[] = [];

  private constructor(
    readonly network: Counted,
    private readonly t: TestApp,
    readonly db: Client,
  ) {}

  static async make(network: Counted): Promise<Scene> {
    const t = await startApp({ env: { CHANNEL_SERVERS: serversOf(network) } });
    const db = new Client({ connectionString: t.databaseUrl });
    await db.connect();
    const scene = new Scene(network, t, db);
    await scene.order();
    return scene;
  }

  /** Thirty posts of as many stories, and the account that they go to. */
  private async order(): Promise<void> {
    const { channel, account } = this.network;
    const accountId = uuidv7();
    const sealed = seal(loadKeys(this.t.config).channels, accountId, JSON.stringify(account.credentials));
    await this.db.query(
      `insert into channel_account (id, channel, server, remote_id, handle, name, state, sealed, created_at)
       values ($1, $2, $3, $4, $5, $5, 'connected', $6, now())`,
      [accountId, channel, account.server, account.remoteId, account.handle, sealed],
    );
    const world = await ChannelWorld.make(this.t);
    for (let i = 0; i < WANTED; i += 1) {
      const text = `Nummer ${i} af ${someWord()}`;
      const told = await world.story([channel], { posts: [{ channel, text }] });
      expect((await world.send(told, channel, accountId)).status).toBe(200);
    }
  }

  start(offset = 'PT0S'): void {
    const child = fork(WORKER, [], {
      env: {
        ...process.env,
        APP_ENV: 'test',
        CLOCK_OFFSET: offset,
        DATA_DIR: this.t.config.dataDir,
        DATABASE_URL: this.t.databaseUrl,
        CHANNEL_SERVERS: serversOf(this.network),
        NODE_OPTIONS: '',
      },
      execArgv: [],
      stdio: 'ignore',
    });
    this.workers.push(child);
  }

  async kill(): Promise<void> {
    const child = this.workers.shift();
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    // Its lease would hold for two minutes; the time passes here.
    await this.db.query("update channel_account set lease_until = now() - interval '1 second'");
  }

  get running(): number {
    return this.workers.length;
  }

  /** Until all is out, or nothing has changed for so long. */
  async moving(still: number): Promise<void> {
    let [open, since] = [await this.open(), Date.now()];
    while (open > 0 && Date.now() - since < still) {
      await pause(50);
      const now = await this.open();
      if (now !== open) [open, since] = [now, Date.now()];
    }
  }

  async open(): Promise<number> {
    const { rows } = await this.db.query("select count(*)::int as n from delivery where state <> 'delivered'");
    return (rows as Array<{ n: number }>)[0]?.n ?? 0;
  }

  async end(): Promise<void> {
    while (this.workers.length > 0) await this.kill();
    await this.db.end();
    await this.t.close();
    await this.network.stop();
  }
}

const serversOf = ({ channel, server }: Counted): string =>
  `${channel === 'instagram' ? 'facebook' : channel}=${server}`;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function round(make: () => Promise<Counted>): Promise<string[]> {
  const scene = await Scene.make(await make());
  try {
    scene.start();
    for (let death = 0; death < DEATHS && (await scene.open()) > 0; death += 1) {
      scene.start();
      const before = await scene.open();
      // Once something moves, one of them dies within the time that a few posts take.
      for (let i = 0; i < 200; i += 1) {
        if ((await scene.open()) !== before) break;
        await pause(20);
      }
      await pause(Math.random() * 120);
      await scene.kill();
    }
    // Looks that must lie apart: when nothing moves any more, a worker whose clock is ahead finds that their time has come.
    for (let ahead = 0; (await scene.open()) > 0 && ahead < 20; ahead += 1) {
      scene.start(`PT${ahead * 3}M`);
      await scene.moving(4_000);
      while (scene.running > 0) await scene.kill();
    }
    const { rows } = await scene.db.query("select content ->> 'text' as text from delivery order by id");
    return count(
      await scene.network.texts(),
      (rows as Array<{ text: string }>).map(({ text }) => text),
    );
  } finally {
    await scene.end();
  }
}

/** @returns what is wrong, in words */
function count(found: string[], wanted: string[]): string[] {
  const lost = wanted.filter((text) => !found.includes(text));
  const doubles = found.length - new Set(found).size;
  totals.wanted += wanted.length;
  totals.published += found.length;
  totals.doubles += doubles;
  totals.lost += lost.length;
  return [...lost.map((text) => `lost: ${text}`), ...(doubles > 0 ? [`doubles: ${doubles}`] : [])];
}

const linux = process.platform === 'linux';
(linux ? describe : describe.skip)('deliveries while workers are killed', () => {
  if (!linux) process.stdout.write('crash tests are skipped outside Linux\n');
  afterAll(() => {
    const { wanted, published, doubles, lost } = totals;
    const sum = `wanted ${wanted}, published ${published}, doubles ${doubles}, lost ${lost}`;
    process.stdout.write(`${sum}\n`);
    if (process.env['CRASH_SUM']) writeFileSync(process.env['CRASH_SUM'], sum);
  });

  const classes: Array<[string, () => Promise<Counted>]> = [
    ['a key that a server keeps for an hour (Mastodon, a stand-in)', mastodon],
    ['a container that tells (Instagram, a stand-in)', () => graph('instagram')],
    ['a list that is searched twice (Facebook, a stand-in)', () => graph('facebook')],
    ...(blueskyPlace() === null
      ? []
      : [['a key of ours (Bluesky, the real server)', bluesky] as [string, () => Promise<Counted>]]),
  ];
  if (blueskyPlace() === null)
    process.stdout.write('the class of a key of ours is skipped: no Bluesky server is installed\n');

  it.each(classes)(
    'come out once each: %s',
    async (_name, make) => {
      for (let i = 0; i < ROUNDS; i += 1) expect(await round(make)).toEqual([]);
    },
    ROUNDS * 300_000,
  );
});
