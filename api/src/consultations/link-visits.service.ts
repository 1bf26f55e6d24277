import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { isLinkSource } from '@forhoering/shared/consultations/link-sources.js';
import { Database } from '../platform/database/database.js';
import { log } from '../platform/log/log.js';

const FLUSH_MS = 2_000;

/** The place a shared link names, or null when it names none we know: visitors do not get to invent rows. */
export function linkChannel(k: string | null | undefined): string | null {
  return isLinkSource(k) ? k : null;
}

/**
 * Counts arrivals by shared link, without cookie or address.
 * Gathered in memory and written every two seconds: a reader never waits for a counter. A kill loses at most those two seconds.
 */
@Injectable()
export class LinkVisitsService implements OnApplicationShutdown {
  private counts = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly db: Database) {}

  count(slug: string, via: string): void {
    const key = `${slug}\n${via}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const counts = this.counts;
    this.counts = new Map();
    if (counts.size === 0) return;
    const entries = [...counts].map(([key, visits]) => [...key.split('\n'), visits] as [string, string, number]);
    try {
      await this.db.query(
        `insert into link_visit (consultation_id, day, via, visits)
         select c.id, (app_now() at time zone c.time_zone)::date, v.via, v.visits
         from unnest($1::text[], $2::text[], $3::int[]) as v (slug, via, visits) join consultation c on c.slug = v.slug
         on conflict (consultation_id, day, via) do update set visits = link_visit.visits + excluded.visits`,
        [entries.map((e) => e[0]), entries.map((e) => e[1]), entries.map((e) => e[2])],
      );
    } catch (error) {
      log.error('link-visits', error);
      for (const [key, visits] of counts) this.counts.set(key, (this.counts.get(key) ?? 0) + visits);
      this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
    if (this.timer) clearTimeout(this.timer);
  }
}
