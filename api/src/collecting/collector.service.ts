import { createHmac } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CollectedCommentsService, type CollectedComment } from '../comments/collected/collected-comments.service.js';
import { ChannelReader } from '../delivery/channel-reader.service.js';
import type { Outcome, RemoteComment, RemoteThread } from '../delivery/channels/connector.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { KeyRing } from '../platform/keys/keys.js';
import { log } from '../platform/log/log.js';
import { CollectingRepository, type DueSource, type Known } from './collecting.repository.js';
import { OWN_REPLY_SEEN } from './collecting.events.js';
import { lookAfterTrouble, nextLook } from './collecting.rules.js';

const EVERY_MS = 2_000;
const BY_HAND_MS = 60_000;
/** Posts that one process reads side by side. */
const AT_ONCE = 4;
/** Missing ones that are asked for by name in one reading; the rest comes next time. */
const ASKED_AT_ONCE = 50;

/** Brings home what people write below our posts, and follows what they do with it. Any number of these may run. */
@Injectable()
export class Collector implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;
  private stopped = false;
  private lookedAt = 0;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly jobs: Jobs,
    private readonly reader: ChannelReader,
    private readonly repository: CollectingRepository,
    private readonly comments: CollectedCommentsService,
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
    const now = this.clock.now();
    try {
      const thread = await this.reader.pull(source.accountId, source.externalId);
      if (thread.kind !== 'ok') return await this.trouble(source, thread);
      await this.take(source, thread.value);
      await this.reader.count(source.accountId, source.postId, thread.value.numbers);
      const nextAt = nextLook(source, now);
      await this.repository.release(source, { readAt: now, nextAt, fault: null, numbers: thread.value.numbers });
    } catch (error) {
      // The next reading begins anew; what was stored is known then.
      await this.repository.release(source, { nextAt: lookAfterTrouble(null, now) });
      throw error;
    }
  }

  private async trouble(source: DueSource, outcome: Exclude<Outcome<never>, { kind: 'ok' }>): Promise<void> {
    const retryAt = outcome.kind === 'notSent' ? (outcome.retryAt ?? null) : null;
    const now = this.clock.now();
    // A post that was taken away upstream is looked for daily: it may have been hidden by mistake.
    const nextAt = outcome.kind === 'rejected' ? new Date(now.getTime() + 86_400_000) : lookAfterTrouble(retryAt, now);
    await this.repository.release(source, { nextAt, fault: outcome.fault });
  }

  private async take(source: DueSource, { comments, whole }: RemoteThread): Promise<void> {
    const known = new Map((await this.repository.known(source.id)).map((one) => [one.externalId, one]));
    const sent = await this.repository.ownSent(source.accountId);
    // Parents come before what is below them.
    const inOrder = comments.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const ours = new Map(comments.filter((one) => one.ours).map((one) => [one.externalId, one.parentId]));
    for (const remote of inOrder) {
      if (remote.ours) await this.takeReply(source, remote, sent);
      else await this.takeComment(source, { ...remote, parentId: above(remote.parentId, ours) }, known);
    }
    if (whole) await this.followMissing(source, known, new Set(comments.map(({ externalId }) => externalId)));
  }

  private async takeComment(source: DueSource, remote: RemoteComment, known: Map<string, Known>): Promise<void> {
    const seenHash = this.comments.hashOf(remote.text);
    const before = known.get(remote.externalId);
    if (before?.goneAt === null && before.seenHash.equals(seenHash)) return;
    const comment = this.commentOf(source, remote, known);
    if (before) {
      await this.db.transaction(async (tx) => {
        await this.comments.edited(tx, before.commentId, comment);
        await this.repository.seen(tx, before.commentId, seenHash);
      });
      return;
    }
    const made = await this.db.transaction(async (tx) => {
      const id = (await this.comments.known(tx, comment)) ?? (await this.comments.collect(tx, comment));
      if (id === null) return null;
      const { externalId } = remote;
      const linked = await this.repository.link(tx, source.id, {
        commentId: id,
        externalId,
        authorRef: this.authorRef(source, remote),
        seenHash,
      });
      // Rolled back with everything it stored.
      if (!linked) throw new Error(`comment ${externalId} was collected twice at once`);
      return id;
    });
    if (made !== null)
      known.set(remote.externalId, { commentId: made, externalId: remote.externalId, seenHash, goneAt: null });
  }

  private async takeReply(source: DueSource, remote: RemoteComment, sent: ReadonlySet<string>): Promise<void> {
    if (sent.has(remote.externalId)) return;
    await this.db.transaction(async (tx) => {
      const replyId = await this.repository.keepReply(tx, source.id, remote);
      if (replyId !== null) await this.jobs.enqueue(tx, OWN_REPLY_SEEN, { replyId });
    });
  }

  /** What is missing is asked for by its own name before it counts as gone: a whole branch vanishes with somebody's account. */
  private async followMissing(source: DueSource, known: Map<string, Known>, there: ReadonlySet<string>): Promise<void> {
    const missing = [...known.values()].filter(({ externalId, goneAt }) => goneAt === null && !there.has(externalId));
    for (const { commentId, externalId } of missing.slice(0, ASKED_AT_ONCE)) {
      const stands = await this.reader.stands(source.accountId, externalId);
      if (stands.kind !== 'ok') return;
      if (stands.value) continue;
      await this.db.transaction(async (tx) => {
        await this.comments.gone(tx, commentId);
        await this.repository.gone(tx, commentId, this.clock.now());
      });
    }
  }

  private commentOf(source: DueSource, remote: RemoteComment, known: ReadonlyMap<string, Known>): CollectedComment {
    const below = remote.parentId !== source.externalId;
    return {
      consultationId: source.consultationId,
      channel: source.channel,
      source: source.accountName,
      externalId: remote.externalId,
      parentExternalId: below ? remote.parentId : null,
      parentId: below ? (known.get(remote.parentId)?.commentId ?? null) : null,
      text: remote.text,
      authorName: remote.authorName,
      permalink: remote.permalink ?? source.permalink,
      at: remote.at,
    };
  }

  private authorRef(source: DueSource, remote: RemoteComment): string {
    return createHmac('sha256', this.keys.network.current)
      .update(`${source.channel} ${remote.authorId}`)
      .digest('base64url');
  }
}

/** What is written below our answer belongs to the comment that we answered. */
function above(parentId: string, ours: ReadonlyMap<string, string>): string {
  let at = parentId;
  for (let steps = 0; ours.has(at) && steps < 100; steps += 1) at = ours.get(at) ?? at;
  return at;
}
