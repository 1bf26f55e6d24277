import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseDataDir, lockDataDir } from './platform/database/data-dir.js';
import { startEmbedded, type EmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { migrate } from './platform/database/migrate.js';
import { loadConfig, type Config } from './platform/config/config.js';
import { loadKeys } from './platform/keys/keys.js';

const here = import.meta.dirname;
const checkout = path.resolve(here, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What a child says by IPC. */
interface ChildMessage {
  type?: string;
  setupUrl?: string | null;
  demo?: { password: string; accounts: Array<{ email: string; role: string }> } | null;
  code?: string;
  message?: string;
}

interface Child {
  name: 'web' | 'worker';
  process: ChildProcess | null;
  failures: number;
}

/** Starts the database, brings it up to date, and keeps the web process and the worker running until told to stop. */
class Supervisor {
  private database: EmbeddedPostgres | null = null;
  private readonly children: Child[] = [];
  private stopping = false;
  private announced = false;
  private databaseUrl = '';

  constructor(
    private readonly config: Config,
    private readonly unlock: () => void,
  ) {}

  async start(): Promise<void> {
    if (this.config.databaseUrl === undefined) await this.startDatabase();
    else this.databaseUrl = this.config.databaseUrl;
    await migrate(this.databaseUrl, (line) => say(`  ${line}`));
    this.run({ name: 'web', process: null, failures: 0 });
    // The demo is filled with moved clocks: a worker with today's would take its jobs out of their time.
    if (!this.config.demo) this.runWorker();
  }

  async stop(exitCode = 0): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    await Promise.all(this.children.map((child) => end(child.process)));
    await this.database?.stop();
    this.unlock();
    process.exit(exitCode);
  }

  private async startDatabase(): Promise<void> {
    this.database = await startEmbedded({ dir: path.join(this.config.dataDir, 'database') });
    this.databaseUrl = this.database.url;
    void this.database.ended.then((words) => this.databaseEnded(words));
  }

  /** The children wait and reconnect by themselves: the socket stays where it was. */
  private async databaseEnded(words: string): Promise<void> {
    if (this.stopping) return;
    say(`${words}\nDatabasen stoppede. Den startes igen.`);
    for (let wait = 500; !this.stopping; wait = Math.min(wait * 2, 15_000)) {
      try {
        await this.startDatabase();
        return;
      } catch (error) {
        say(`Databasen kunne ikke startes: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(wait);
      }
    }
  }

  private runWorker(): void {
    if (this.config.workerHere) this.run({ name: 'worker', process: null, failures: 0 });
  }

  private run(child: Child): void {
    if (!this.children.includes(child)) this.children.push(child);
    const file = path.join(here, child.name === 'web' ? 'main.js' : 'worker.js');
    const env = { ...process.env, DATABASE_URL: this.databaseUrl, DATA_DIR: this.config.dataDir };
    const started = Date.now();
    // The worker streams: a small young generation keeps its memory flat, at no cost that could be measured.
    const execArgv = child.name === 'worker' ? ['--max-semi-space-size=4'] : [];
    child.process = fork(file, { env, execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.process.on(
      'message',
      (message: { type?: string; setupUrl?: string | null; code?: string; message?: string }) => {
        if (message.type === 'ready' && child.name === 'web') this.announce(message);
        if (message.type === 'failed') this.explain(message.code ?? '', message.message ?? '');
      },
    );
    child.process.once('exit', () => void this.childEnded(child, Date.now() - started));
  }

  private async childEnded(child: Child, livedMs: number): Promise<void> {
    child.process = null;
    if (this.stopping) return;
    // What never came up will not come up by trying: a taken port, a wrong setting.
    if (!this.announced && child.name === 'web' && child.failures >= 2) return this.stop(1);
    child.failures = livedMs > 60_000 ? 0 : child.failures + 1;
    await sleep(Math.min(30_000, 250 * 2 ** child.failures));
    if (!this.stopping) this.run(child);
  }

  private explain(code: string, message: string): void {
    if (code !== 'EADDRINUSE') return say(`Web-processen kunne ikke starte: ${message}`);
    say(`Port ${this.config.port} er optaget. Stop det andet program, eller vælg en anden port: PORT=3001 npm start`);
    void this.stop(1);
  }

  private announce({ setupUrl = null, demo = null }: ChildMessage): void {
    if (this.announced) return;
    this.announced = true;
    if (this.config.demo) this.runWorker();
    const { publicUrl, dataDir, smtpUrl } = this.config;
    say(['', '  Forhøring kører', '', `  Adresse      ${publicUrl}`, `  Data         ${dataDir}`].join('\n'));
    if (smtpUrl === undefined) say(`  Mail         skrives til ${path.join(dataDir, 'mail')} (SMTP_URL er ikke sat)`);
    say(
      setupUrl === null
        ? `  Log ind      ${publicUrl}/log-ind`
        : `  Første gang  ${setupUrl}\n               Linket virker én gang. Det opretter den første administrator.`,
    );
    if (demo)
      say(
        [
          '',
          `  Demo: log ind med adgangskoden  ${demo.password}`,
          ...demo.accounts.map(({ email, role }) => `    ${email.padEnd(36)} ${role}`),
        ].join('\n'),
      );
    say(['', '  Stop med Ctrl-C.', ''].join('\n'));
    process.send?.({ type: 'ready', databaseUrl: this.databaseUrl });
  }
}

/** Asks, waits ten seconds, then insists. */
async function end(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(10_000, null, { ref: false }).then(() => child.kill('SIGKILL'))]);
  await gone;
}

async function main(): Promise<void> {
  const config = loadConfig(process.env, checkout);
  const chosen = chooseDataDir(config, checkout);
  config.dataDir = chosen.dir;
  if (chosen.why !== null) say(chosen.why);
  fs.mkdirSync(config.dataDir, { recursive: true });
  const unlock = lockDataDir(config.dataDir);
  loadKeys(config);
  const supervisor = new Supervisor(config, unlock);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void supervisor.stop());
  if (process.send) process.on('disconnect', () => void supervisor.stop());
  try {
    await supervisor.start();
  } catch (error) {
    say(`Forhøring kunne ikke starte: ${error instanceof Error ? error.message : String(error)}`);
    await supervisor.stop(1);
  }
}

main().catch((error: unknown) => {
  say(`Forhøring kunne ikke starte: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
