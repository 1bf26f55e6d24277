import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { log } from '../platform/log/log.js';

const FLUSH_MS = 500;

interface Counts {
  accepted: number;
  forged: number;
}

/**
 * Gathers what networks tell and writes it twice a second: a storm of thousands costs a few statements. What is lost with the process
 * is found by the next reading all the same.
 */
@Injectable()
export class WebhookHints implements OnApplicationShutdown {
  private posts = new Set<string>();
  private counts = new Map<string, Counts>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly db: Database) {}

  /** @param posts null: somebody else said so, in the network's name */
  take(channel: string, posts: string[] | null): void {
    const { accepted, forged } = this.counts.get(channel) ?? { accepted: 0, forged: 0 };
    this.counts.set(channel, posts ? { accepted: accepted + 1, forged } : { accepted, forged: forged + 1 });
    for (const post of posts ?? []) this.posts.add(post);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const [posts, counts] = [this.posts, this.counts];
    [this.posts, this.counts] = [new Set(), new Map()];
    try {
      if (posts.size > 0)
        await this.db.query(
          'update collect_source set next_at = app_now() where external_id = any($1) and next_at is not null',
          [[...posts]],
        );
      for (const [channel, { accepted, forged }] of counts) await this.db.query(COUNT, [channel, accepted, forged]);
    } catch (error) {
      log.error('webhook-hints', error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }
}

const COUNT = `insert into webhook_count (channel, day, accepted, forged) values ($1, (app_now() at time zone 'Europe/Copenhagen')::date, $2, $3)
  on conflict (channel, day) do update set accepted = webhook_count.accepted + excluded.accepted, forged = webhook_count.forged + excluded.forged`;
