import { Client } from 'pg';
import { log } from '../log/log.js';

const RETRY_MS = 1_000;
/** A connection can die without a word; a question now and then finds out. */
const PULSE_MS = 15_000;

/** A connection of its own that hears what is said on one channel; says when it cannot hear. */
export class ChangeListener {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onChange: (subject: string) => void,
    private readonly onHearing: (hearing: boolean) => void,
  ) {}

  async start(): Promise<void> {
    if (this.closed) return;
    const client = new Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.onChange(payload ?? 'all'));
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
      this.client = client;
      this.onHearing(true);
      this.timer = setInterval(() => void client.query('select 1').catch(() => this.lost(client)), PULSE_MS);
    } catch (error) {
      log.error('change-listener', error);
      await client.end().catch(() => undefined);
      this.again();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private lost(client: Client): void {
    if (this.client !== client || this.closed) return;
    this.client = null;
    if (this.timer) clearInterval(this.timer);
    this.onHearing(false);
    void client.end().catch(() => undefined);
    this.again();
  }

  private again(): void {
    if (!this.closed) setTimeout(() => void this.start(), RETRY_MS).unref();
  }
}
