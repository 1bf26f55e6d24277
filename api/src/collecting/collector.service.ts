import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { StandingRegistersService } from '../consultations/standing-registers.service.js';
import { ChannelReader } from '../delivery/channel-reader.service.js';
import type { Outcome } from '../delivery/channels/connector.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { log } from '../platform/log/log.js';
import { CollectingRepository, type DueSource } from './collecting.repository.js';
import { enquiriesSince, lookAfterTrouble, nextEnquiries, nextLook } from './collecting.rules.js';
import { ThreadIntake } from './thread-intake.service.js';

const EVERY_MS = 2_000;
const BY_HAND_MS = 60_000;
const SENDING_MS = 30_000;
/** Posts that one process reads side by side. */
const AT_ONCE = 4;

/** Brings home what people write below our posts and to our profiles, and follows what they do with it. Any number of these may run. */
@Injectable()
export class Collector implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;
  private stopped = false;
  private lookedAt = 0;

  constructor(
    private readonly clock: Clock,
    private readonly reader: ChannelReader,
    private readonly repository: CollectingRepository,
    private readonly intake: ThreadIntake,
    private readonly registers: StandingRegistersService,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.round()
        .catch((error: unknown) => log.error('collecting', error))
        .finally(() => (this.running = null));
    }, EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Everything that is due. A slow network holds up neither the others nor what has just gone out. */
  async round(): Promise<void> {
    await this.repository.discover(this.reader.channels());
    await this.repository.discoverProfiles(this.reader.enquiryChannels());
    await this.discoverByHand();
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.readAll()));
  }

  private async readAll(): Promise<void> {
    for (;;) {
      const source = this.stopped ? null : await this.repository.claim();
      if (!source) return;
      await this.readOne(source).catch((error: unknown) => log.error('collecting', error, { source: source.id }));
      await this.repository.discover(this.reader.channels());
    }
  }

  /** What was put up by hand is read as well where its address tells which post it is. Once a minute: most never do. */
  private async discoverByHand(): Promise<void> {
    if (Date.now() - this.lookedAt < BY_HAND_MS) return;
    this.lookedAt = Date.now();
    for (const post of await this.repository.byHand(this.reader.channels())) {
      const found = await this.reader.ownPost(post.channel, post.permalink);
      if (found) await this.repository.begin(post, found.accountId, found.externalId);
    }
  }

  private async readOne(source: DueSource): Promise<void> {
    try {
      await (source.postId === null ? this.readProfile(source) : this.readPost(source));
    } catch (error) {
      // The next reading begins anew; what was stored is known then.
      await this.repository.release(source, { nextAt: lookAfterTrouble(null, this.clock.now()) });
      throw error;
    }
  }

  private async readPost(source: DueSource): Promise<void> {
    const now = this.clock.now();
    const thread = await this.reader.pull(source.accountId, source.externalId);
    if (thread.kind !== 'ok') return this.trouble(source, thread);
    await this.intake.take(source, thread.value);
    if (source.postId !== null) await this.reader.count(source.accountId, source.postId, thread.value.numbers);
    const nextAt = nextLook(source, now);
    await this.repository.release(source, { readAt: now, nextAt, fault: null, numbers: thread.value.numbers });
  }

  /** What lies below none of our posts goes to the year's standing register. */
  private async readProfile(source: DueSource): Promise<void> {
    const now = this.clock.now();
    const { accountId } = source;
    // What lies below a post that is going out just now would be taken for something else.
    if (await this.repository.isSending(accountId))
      return this.repository.release(source, { nextAt: new Date(now.getTime() + SENDING_MS) });
    const since = enquiriesSince(source.postedAt, now);
    const [readAnyway, profiles, roots] = await Promise.all([
      this.repository.ownPosts(accountId),
      this.repository.ownProfiles(accountId),
      this.repository.roots(accountId),
    ]);
    const found = await this.reader.enquiries(accountId, { since, readAnyway, roots });
    if (found.kind !== 'ok') return this.trouble(source, found);
    const elsewhere = new Set<string>();
    for (const post of found.value.own)
      if (await this.repository.adopt(accountId, post)) elsewhere.add(post.externalId);
    const comments = found.value.comments.filter(
      ({ rootId, at, authorId, ours }) => at >= since && !elsewhere.has(rootId) && (ours || !profiles.has(authorId)),
    );
    const consultationId = comments.length > 0 ? await this.registers.current() : null;
    await this.intake.take({ ...source, consultationId }, { comments, since, whole: found.value.whole });
    await this.repository.release(source, { readAt: now, nextAt: nextEnquiries(now), fault: null });
  }

  private async trouble(source: DueSource, outcome: Exclude<Outcome<never>, { kind: 'ok' }>): Promise<void> {
    const retryAt = outcome.kind === 'notSent' ? (outcome.retryAt ?? null) : null;
    const now = this.clock.now();
    // A post that was taken away upstream is looked for daily: it may have been hidden by mistake.
    const nextAt = outcome.kind === 'rejected' ? new Date(now.getTime() + 86_400_000) : lookAfterTrouble(retryAt, now);
    await this.repository.release(source, { nextAt, fault: outcome.fault });
  }
}
