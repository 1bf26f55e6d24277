import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Channel } from '@forhoering/shared/comments/comment-states.js';
import type { CollectSourceView, EnquirySourceView } from '@forhoering/shared/contracts/collecting.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { RemoteComment, RemoteOwnPost } from '../delivery/channels/connector.rules.js';
import { CollectSource, type CollectedCommentRow } from './collecting.entity.js';

/** A source with what reading it needs to know. */
export interface DueSource extends CollectSource {
  channel: Channel;
  accountName: string;
  /** Of the post: where a comment without an address is found. */
  permalink: string | null;
  closesAt: Date | null;
  deleteOn: string | null;
}
export interface HandPosted {
  postId: string;
  consultationId: string;
  channel: PostChannel;
  permalink: string;
  postedAt: Date;
}
export type Known = Pick<CollectedCommentRow, 'commentId' | 'externalId' | 'seenHash' | 'goneAt'> & { at: Date };

/** Reading a thread of thousands takes its time; nobody else begins meanwhile. */
const LEASE = '10 minutes';

@Injectable()
export class CollectingRepository {
  constructor(private readonly db: Database) {}

  /** Posts that went out by themselves since the last time are read from now on. */
  async discover(channels: readonly string[]): Promise<void> {
    await this.db.query(DISCOVER, [channels]);
  }

  /** Profiles are read for what is said to them elsewhere, as long as the municipality wants it. */
  async discoverProfiles(channels: readonly string[]): Promise<void> {
    await this.db.query(DISCOVER_PROFILES, [channels]);
  }

  /** Posts of ours on the same server that are read, or about to be; whichever of our profiles posted them. */
  async ownPosts(accountId: string): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(OWN_POSTS, [accountId]);
    return new Set(rows.map(({ id }) => id));
  }

  /** What the network calls the municipality's own profiles there: what one of them says to another is no enquiry. */
  async ownProfiles(accountId: string): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(
      `select unnest(array[o.remote_id, o.address]) as id from channel_account a
       join channel_account o on o.channel = a.channel where a.id = $1`,
      [accountId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Said to several of our profiles at once, it is one enquiry: the first that reads it has it, one at a time until `tx` ends.
   * @returns whether it is this source's to take
   */
  async mayTake(tx: Tx, { id, accountId }: Pick<DueSource, 'id' | 'accountId'>, externalId: string): Promise<boolean> {
    await query(tx, `select pg_advisory_xact_lock(hashtextextended('enquiry ' || $1, 0))`, [externalId]);
    const taken = await queryOne(
      tx,
      `select 1 from collected_comment m join collect_source k on k.id = m.source_id and k.id <> $2
       where m.external_id = $3 and k.account_id in ${SAME_SERVER} limit 1`,
      [accountId, id, externalId],
    );
    return taken === null;
  }

  /** Whether a post of the profile is going out, or nobody knows yet whether it did. */
  async isSending(accountId: string): Promise<boolean> {
    const row = await this.db.queryOne(
      `select 1 from delivery where account_id = $1 and subject_kind = 'post' and state in ('sending', 'unknown') limit 1`,
      [accountId],
    );
    return row !== null;
  }

  /** Of every comment that has come by the profile: the post at the top. */
  async roots(accountId: string): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; root: string }>(
      `select m.external_id as id, coalesce(m.root_id, k.external_id) as root
       from collected_comment m join collect_source k on k.id = m.source_id where k.account_id = $1`,
      [accountId],
    );
    return new Map(rows.map(({ id, root }) => [id, root]));
  }

  /** A post that was met on the network and that somebody has put up by hand for a consultation. @returns whether it is one */
  async adopt(accountId: string, { externalId, text, permalink }: RemoteOwnPost): Promise<boolean> {
    const post = await this.db.queryOne<HandPosted>(ADOPT, [accountId, text, permalink]);
    if (post) await this.begin(post, accountId, externalId);
    return post !== null;
  }

  /** Posts that somebody has put up by hand and told where, and that nobody reads. */
  byHand(channels: readonly string[]): Promise<HandPosted[]> {
    return this.db.query<HandPosted>(BY_HAND, [channels]);
  }

  async begin(post: HandPosted, accountId: string, externalId: string): Promise<void> {
    await this.db.query(
      `insert into collect_source (id, consultation_id, account_id, post_id, external_id, posted_at, next_at)
       values ($1, $2, $3, $4, $5, $6, app_now()) on conflict do nothing`,
      [uuidv7(), post.consultationId, accountId, post.postId, externalId, post.postedAt],
    );
  }

  /** A source that is due and that nobody is reading. */
  async claim(): Promise<DueSource | null> {
    return this.db.transaction(async (tx) => {
      const row = await queryOne<{ id: string }>(tx, CLAIM);
      return row ? queryOne<DueSource>(tx, SOURCE, [row.id]) : null;
    });
  }

  /** Read, or not to be had. Whoever asked for it meanwhile gets another reading: this one may have begun too early. */
  async release(
    seen: DueSource,
    { nextAt, ...change }: Partial<CollectSource> & { nextAt: Date | null },
  ): Promise<void> {
    await this.db.query(
      `update collect_source set next_at = $3 where id = $1 and date_trunc('milliseconds', next_at) = $2`,
      [seen.id, seen.nextAt, nextAt],
    );
    // Last: from then on another may claim it.
    const values = { ...change, leaseUntil: null };
    await this.db.source.getRepository(CollectSource).update({ id: seen.id }, values);
  }

  views(by: 'id' | 'consultation_id', id: string): Promise<CollectSourceView[]> {
    return this.db.query<CollectSourceView>(`${VIEWS} where k.${by} = $1 order by k.posted_at, k.id`, [id]);
  }

  profiles(): Promise<EnquirySourceView[]> {
    return this.db.query<EnquirySourceView>(
      `select k.account_id as "accountId", k.read_at as "readAt", k.fault from collect_source k
       join channel_account a on a.id = k.account_id and a.state <> 'disconnected' and a.reads_enquiries
       where k.post_id is null order by k.account_id`,
    );
  }

  async hurry(id: string): Promise<void> {
    await this.db.query('update collect_source set next_at = app_now() where id = $1 and next_at is not null', [id]);
  }

  known(sourceId: string): Promise<Known[]> {
    return this.db.query<Known>(
      `select k.comment_id as "commentId", k.external_id as "externalId", k.seen_hash as "seenHash", k.gone_at as "goneAt",
         coalesce(m.upstream_at, m.received_at) as at
       from collected_comment k join comment m on m.id = k.comment_id where k.source_id = $1`,
      [sourceId],
    );
  }

  /** @returns false when somebody else was quicker */
  async link(tx: Tx, sourceId: string, comment: Omit<CollectedCommentRow, 'sourceId' | 'goneAt'>): Promise<boolean> {
    const rows = await query(
      tx,
      `insert into collected_comment (comment_id, source_id, external_id, author_ref, seen_hash, root_id) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning comment_id`,
      [comment.commentId, sourceId, comment.externalId, comment.authorRef, comment.seenHash, comment.rootId],
    );
    return rows.length > 0;
  }

  async seen(tx: Tx, commentId: string, seenHash: Buffer): Promise<void> {
    await query(tx, 'update collected_comment set seen_hash = $2, gone_at = null where comment_id = $1', [
      commentId,
      seenHash,
    ]);
  }

  async gone(tx: Tx, commentId: string, at: Date): Promise<void> {
    await query(tx, 'update collected_comment set gone_at = $2 where comment_id = $1', [commentId, at]);
  }

  /** What we have sent below this post ourselves is known already. */
  async ownSent(accountId: string): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(
      `select external_id as id from delivery where account_id = $1 and reply_to is not null and external_id is not null`,
      [accountId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** @returns the reply's id when it is new; one that we have just sent ourselves has its delivery and is none */
  async keepReply(tx: Tx, sourceId: string, reply: RemoteComment): Promise<string | null> {
    const row = await queryOne<{ id: string }>(
      tx,
      `insert into collected_reply (id, source_id, external_id, parent_external_id, text, permalink, at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing returning id`,
      [uuidv7(), sourceId, reply.externalId, reply.parentId, reply.text, reply.permalink, reply.at],
    );
    return row?.id ?? null;
  }
}

/** A server's own numbers mean something there only. */
const SAME_SERVER = `(select o.id from channel_account a join channel_account o on o.channel = a.channel and o.server = a.server where a.id = $1)`;
const VIEWS = `select k.id, k.post_id as "postId", p.story_id as "storyId", a.channel, case when a.name = a.handle then '@' || a.handle else a.name end as "accountName",
    p.permalink, k.posted_at as "postedAt", k.read_at as "readAt", k.next_at as "nextAt", k.fault, k.numbers,
    (select count(*)::int from collected_comment m where m.source_id = k.id) as collected
  from collect_source k join post p on p.id = k.post_id join channel_account a on a.id = k.account_id`;
const DISCOVER = `insert into collect_source (id, consultation_id, account_id, post_id, external_id, posted_at, next_at)
  select gen_random_uuid(), s.consultation_id, d.account_id, p.id, d.external_id, d.delivered_at, app_now()
  from delivery d join post p on p.id = d.subject_id join story s on s.id = p.story_id
  where d.subject_kind = 'post' and d.state = 'delivered' and d.external_id is not null and p.channel = any($1)
    and not exists (select 1 from collect_source k where k.post_id = p.id)
  on conflict do nothing`;
const DISCOVER_PROFILES = `insert into collect_source (id, account_id, external_id, posted_at, next_at)
  select gen_random_uuid(), a.id, '', app_now(), app_now() from channel_account a
  where a.state = 'connected' and a.reads_enquiries and a.channel = any($1)
  on conflict (account_id, external_id) do nothing`;
const OWN_POSTS = `select external_id as id from collect_source where account_id in ${SAME_SERVER} and post_id is not null
  union select external_id from delivery where account_id in ${SAME_SERVER} and subject_kind = 'post' and external_id is not null`;
const ADOPT = `select p.id as "postId", s.consultation_id as "consultationId", p.channel, p.permalink, p.posted_at as "postedAt"
  from channel_account a join post p on p.channel = a.channel join story s on s.id = p.story_id join consultation c on c.id = s.consultation_id
  where a.id = $1 and p.posted_at > app_now() - interval '60 days' and (p.permalink = $3 or strpos($2, '/k/' || c.short_code) > 0 or $2 ~ ('/f/' || c.slug || '(?![a-z0-9-])'))
    and not exists (select 1 from collect_source k where k.post_id = p.id)
    and not exists (select 1 from delivery d where d.subject_kind = 'post' and d.subject_id = p.id and d.state = 'delivered')
  order by (p.permalink = $3) desc nulls last, p.posted_at desc limit 1`;
const BY_HAND = `select p.id as "postId", s.consultation_id as "consultationId", p.channel, p.permalink, p.posted_at as "postedAt"
  from post p join story s on s.id = p.story_id
  where p.posted_at > app_now() - interval '1 year' and p.permalink is not null and p.channel = any($1)
    and not exists (select 1 from collect_source k where k.post_id = p.id)
    and not exists (select 1 from delivery d where d.subject_kind = 'post' and d.subject_id = p.id and d.state = 'delivered')`;
const CLAIM = `update collect_source set lease_until = now() + interval '${LEASE}'
  where id = (select k.id from collect_source k join channel_account a on a.id = k.account_id and a.state = 'connected'
    where k.next_at <= app_now() and (k.lease_until is null or k.lease_until < now())
      and (a.wait_until is null or a.wait_until <= app_now()) and (k.post_id is not null or a.reads_enquiries)
    order by k.next_at limit 1 for update of k skip locked)
  returning id`;
const SOURCE = `select k.id, k.consultation_id as "consultationId", k.account_id as "accountId", k.post_id as "postId", k.external_id as "externalId",
    k.posted_at as "postedAt", k.next_at as "nextAt", k.read_at as "readAt", k.fault, k.numbers, k.lease_until as "leaseUntil",
    a.channel, case when a.name = a.handle then '@' || a.handle else a.name end as "accountName",
    p.permalink, c.closes_at as "closesAt", c.delete_on::text as "deleteOn"
  from collect_source k join channel_account a on a.id = k.account_id left join post p on p.id = k.post_id
    left join consultation c on c.id = k.consultation_id where k.id = $1`;
