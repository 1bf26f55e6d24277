import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CollectedCommentsService, type CollectedComment } from '../comments/collected/collected-comments.service.js';
import { ChannelReader } from '../delivery/channel-reader.service.js';
import type { RemoteComment, RemoteEnquiry } from '../delivery/channels/connector.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { KeyRing } from '../platform/keys/keys.js';
import { CollectingRepository, type DueSource, type Known } from './collecting.repository.js';
import { OWN_REPLY_SEEN } from './collecting.events.js';

/** Below a post, or to a profile. */
type Found = RemoteComment & Partial<Pick<RemoteEnquiry, 'rootId' | 'addressed'>>;
interface Reading {
  comments: Found[];
  /** False: what is missing says nothing. */
  whole: boolean;
  /** Nothing from before was asked for. */
  since?: Date;
}

/** Missing ones that are asked for by name in one reading; the rest comes next time. */
const ASKED_AT_ONCE = 50;

/** Compares what stands on the network with what is known, and stores the difference. */
@Injectable()
export class ThreadIntake {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly jobs: Jobs,
    private readonly reader: ChannelReader,
    private readonly repository: CollectingRepository,
    private readonly comments: CollectedCommentsService,
  ) {}

  async take(source: DueSource, { comments, whole, since }: Reading): Promise<void> {
    const known = new Map((await this.repository.known(source.id)).map((one) => [one.externalId, one]));
    const sent = await this.repository.ownSent(source.accountId);
    // Parents come before what is below them.
    const inOrder = comments.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const ours = new Map(comments.filter((one) => one.ours).map((one) => [one.externalId, one.parentId]));
    for (const remote of inOrder) {
      if (remote.ours) await this.takeReply(source, remote, sent);
      else await this.takeComment(source, { ...remote, parentId: above(remote.parentId, ours) }, known);
    }
    if (!whole) return;
    const asked = [...known.values()].filter(({ at }) => since === undefined || at >= since);
    await this.followMissing(source, asked, new Set(comments.map(({ externalId }) => externalId)));
  }

  private async takeComment(source: DueSource, remote: Found, known: Map<string, Known>): Promise<void> {
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
      if (source.postId === null && !(await this.repository.mayTake(tx, source, remote.externalId))) return null;
      const id = (await this.comments.known(tx, comment)) ?? (await this.comments.collect(tx, comment));
      if (id === null) return null;
      const { externalId, rootId = null } = remote;
      const authorRef = this.authorRef(source, remote);
      const linked = await this.repository.link(tx, source.id, {
        commentId: id,
        externalId,
        rootId,
        authorRef,
        seenHash,
      });
      // Rolled back with everything it stored.
      if (!linked) throw new Error(`comment ${externalId} was collected twice at once`);
      return id;
    });
    const { externalId, at } = remote;
    if (made !== null) known.set(externalId, { commentId: made, externalId, seenHash, goneAt: null, at });
  }

  private async takeReply(source: DueSource, remote: RemoteComment, sent: ReadonlySet<string>): Promise<void> {
    if (sent.has(remote.externalId)) return;
    await this.db.transaction(async (tx) => {
      const replyId = await this.repository.keepReply(tx, source.id, remote);
      if (replyId !== null) await this.jobs.enqueue(tx, OWN_REPLY_SEEN, { replyId });
    });
  }

  /** What is missing is asked for by its own name before it counts as gone: a whole branch vanishes with somebody's account. */
  private async followMissing(source: DueSource, known: readonly Known[], there: ReadonlySet<string>): Promise<void> {
    const missing = known.filter(({ externalId, goneAt }) => goneAt === null && !there.has(externalId));
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

  private commentOf(source: DueSource, remote: Found, known: ReadonlyMap<string, Known>): CollectedComment {
    if (source.consultationId === null) throw new Error('a comment without a register');
    const parentId = known.get(remote.parentId)?.commentId ?? null;
    // At the top of what is said to a profile may be another comment; at the top of the rest is a post of ours.
    const below = parentId !== null || remote.parentId !== (remote.rootId ?? source.externalId);
    return {
      consultationId: source.consultationId,
      channel: source.channel,
      source: source.accountName,
      externalId: remote.externalId,
      parentExternalId: below ? remote.parentId : null,
      parentId,
      text: remote.text,
      authorName: remote.authorName,
      permalink: remote.permalink ?? source.permalink,
      at: remote.at,
      addressed: remote.addressed ?? false,
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
