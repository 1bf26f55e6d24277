import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { WebhookHint } from '../delivery/channels/connector.rules.js';
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
  private places = new Map<string, [profileId: string, postId: string | null]>();
  private counts = new Map<string, Counts>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly db: Database) {}

  /** @param hints null: somebody else said so, in the network's name */
  take(channel: string, hints: WebhookHint[] | null): void {
    const { accepted, forged } = this.counts.get(channel) ?? { accepted: 0, forged: 0 };
    this.counts.set(channel, hints ? { accepted: accepted + 1, forged } : { accepted, forged: forged + 1 });
    for (const { profileId, postId } of hints ?? [])
      this.places.set(`${profileId} ${postId ?? ''}`, [profileId, postId]);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const [places, counts] = [[...this.places.values()], this.counts];
    [this.places, this.counts] = [new Map(), new Map()];
    try {
      if (places.length > 0)
        await this.db.query(HURRY, [places.map(([profileId]) => profileId), places.map(([, postId]) => postId)]);
      for (const [channel, { accepted, forged }] of counts) await this.db.query(COUNT, [channel, accepted, forged]);
    } catch (error) {
      log.error('webhook-hints', error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }
}

/** What is not read as a post is looked for at its profile. */
const HURRY = `with place as (select * from unnest($1::text[], $2::text[]) as p (profile, post))
  update collect_source k set next_at = app_now() from channel_account a
  where a.id = k.account_id and k.next_at is not null and (k.external_id in (select post from place)
    or (k.post_id is null and a.remote_id in (select profile from place p
      where not exists (select 1 from collect_source o where o.external_id = p.post))))`;
const COUNT = `insert into webhook_count (channel, day, accepted, forged) values ($1, (app_now() at time zone 'Europe/Copenhagen')::date, $2, $3)
  on conflict (channel, day) do update set accepted = webhook_count.accepted + excluded.accepted, forged = webhook_count.forged + excluded.forged`;
