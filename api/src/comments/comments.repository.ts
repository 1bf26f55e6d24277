import { Injectable } from '@nestjs/common';
import type { Channel, CommentState, SpeaksAs } from '@forhoering/shared/comments/comment-states.js';
import type { CommentFinding, CommentLanguage, QuestionAnswer } from '@forhoering/shared/contracts/comment.contract.js';
import type { Point } from '@forhoering/shared/geo/denmark.js';
import type { Visibility } from '@forhoering/shared/contracts/consultation.contract.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import { Comment } from './comment.entity.js';

export interface NewComment {
  id: string;
  channel: Channel;
  via: string | null;
  text: string;
  /** The text with CPR numbers masked: what search may know. */
  searchText: string;
  author: string | null;
  /** The author as the public may see it. */
  publicAuthor: string | null;
  email: string | null;
  states: Record<Visibility, CommentState>;
  flags: string[];
  findings: CommentFinding[];
  textHash: Buffer;
  idempotencyKey: string | null;
  networkHash: Buffer | null;
  language: CommentLanguage;
  speaksAs: SpeaksAs;
  organisation: string | null;
  nameProtected: boolean;
  place: string | null;
  /** The place as the public may see it. */
  publicPlace: string | null;
  questionAnswers: QuestionAnswer[];
  point: Point | null;
  /** Tokens of uploaded photos. */
  photos: string[];
  parentId: string | null;
}

export interface StoredComment {
  id: string;
  consultation_id: string;
  year: number;
  consultation_number: number;
  number: number;
  state: CommentState;
  text_hash: Buffer;
}

const COLUMNS = `m.id, m.consultation_id, c.year, c.number as consultation_number, m.number, m.state, m.text_hash`;

/**
 * The clock decides inside the statement that stores: before opening and from closing on it inserts nothing.
 * `$19` is null for a citizen; staff entry gives when the letter came, may be early or late, and needs only a published consultation or the year's standing register.
 */
const RECEIVE = {
  name: 'comment_receive',
  text: `
with target as (
  select c.*, case c.visibility when 'afterReview' then $6 when 'atOnce' then $7 else $8 end as first_state,
    coalesce($19::timestamptz, app_now()) as arrived
  from consultation c
  where c.id = $1 and (
    ($19::timestamptz is null and c.state = 'published' and c.opens_at <= app_now() and c.closes_at > app_now())
    or ($19::timestamptz is not null and c.state in ('published', 'closed', 'standing')))
    -- A repeat is seen here, before it costs a number; the unique index below decides between two at once.
    and ($14::text is null or not exists (select 1 from comment k where k.consultation_id = c.id and k.idempotency_key = $14))
), stored as (
  insert into comment (id, consultation_id, number, state, channel, via, text, public_text, author_name, public_author, email,
    received_at, early, late, flags, findings, privacy_notice_id, idempotency_key, network_hash, text_hash, clock_started_at,
    search, entered_by, entry_note, permalink, language, speaks_as, organisation, name_protected, place, public_place, question_answers,
    longitude, latitude, photos_waiting, parent_id)
  select $2, t.id, nextval(('comment_number_' || replace(t.id::text, '-', ''))::regclass), t.first_state, $3, $4, $5,
    case when t.first_state = 'public' then $5 end, $9, case when t.first_state = 'public' then $10 end, $11,
    t.arrived, t.opens_at is not null and t.arrived < t.opens_at, t.closes_at is not null and t.arrived >= t.closes_at,
    $12, $13, t.privacy_notice_id, $14, $15, $16, app_now(), to_tsvector('danish', $17), $18, $20, $21,
    $22, $23, $24, $25, $26, case when t.first_state = 'public' then $27 end, $28, $29, $30, $31, $32
  from target t
  on conflict (consultation_id, idempotency_key) where idempotency_key is not null do nothing
  returning *
)
select ${COLUMNS} from stored m join target c on c.id = m.consultation_id`,
};

const BY_KEY = {
  name: 'comment_by_key',
  text: `select ${COLUMNS} from comment m join consultation c on c.id = m.consultation_id where m.consultation_id = $1 and m.idempotency_key = $2`,
};

const LOCK = { name: 'comment_double_lock', text: 'select pg_advisory_xact_lock($1)' };

const BY_NETWORK = {
  name: 'comment_by_network',
  text: `select ${COLUMNS} from comment m join consultation c on c.id = m.consultation_id
         where m.network_hash = $2 and m.text_hash = $3 and m.consultation_id = $1 and m.received_at > app_now() - interval '10 minutes'
         order by m.received_at desc limit 1`,
};

export interface EntryDetails {
  enteredBy: string;
  arrivedAt: Date;
  note: string | null;
  permalink: string | null;
}

/** All SQL that writes to the register, and what single comments are read with. */
@Injectable()
export class CommentsRepository {
  constructor(private readonly db: Database) {}

  /** Null when the period is not open (or, for staff entry, the consultation not published), or the idempotency key is taken. */
  store(
    tx: Tx,
    consultationId: string,
    comment: NewComment,
    entry: EntryDetails | null = null,
  ): Promise<StoredComment | null> {
    return queryOne<StoredComment>(tx, RECEIVE, [
      consultationId,
      comment.id,
      comment.channel,
      comment.via,
      comment.text,
      comment.states.afterReview,
      comment.states.atOnce,
      comment.states.staffOnly,
      comment.author,
      comment.publicAuthor,
      comment.email,
      comment.flags,
      JSON.stringify(comment.findings),
      comment.idempotencyKey,
      comment.networkHash,
      comment.textHash,
      comment.searchText,
      entry?.enteredBy ?? null,
      entry?.arrivedAt ?? null,
      entry?.note ?? null,
      entry?.permalink ?? null,
      comment.language,
      comment.speaksAs,
      comment.organisation,
      comment.nameProtected,
      comment.place,
      comment.publicPlace,
      JSON.stringify(comment.questionAnswers),
      comment.point?.longitude ?? null,
      comment.point?.latitude ?? null,
      comment.photos.length,
      comment.parentId,
    ]);
  }

  byIdempotencyKey(tx: Tx, consultationId: string, key: string): Promise<StoredComment | null> {
    return queryOne<StoredComment>(tx, BY_KEY, [consultationId, key]);
  }

  /** Makes submits of the same text from the same network take turns until `tx` ends. */
  async lockDouble(tx: Tx, networkHash: Buffer, textHash: Buffer): Promise<void> {
    await query(tx, LOCK, [(networkHash.readBigInt64BE() ^ textHash.readBigInt64BE()).toString()]);
  }

  recentFromNetwork(
    tx: Tx,
    consultationId: string,
    networkHash: Buffer,
    textHash: Buffer,
  ): Promise<StoredComment | null> {
    return queryOne<StoredComment>(tx, BY_NETWORK, [consultationId, networkHash, textHash]);
  }

  byId(id: string, tx?: Tx): Promise<Comment | null> {
    return (tx ?? this.db.source.manager).getRepository(Comment).findOneBy({ id });
  }

  forChange(tx: Tx, id: string): Promise<Comment | null> {
    return tx.getRepository(Comment).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** State, public text and author change together: the table's CHECK refuses anything else. */
  async setState(
    tx: Tx,
    comment: Pick<Comment, 'id' | 'state' | 'publicText' | 'publicAuthor' | 'publicPlace' | 'hiddenReason'>,
  ): Promise<void> {
    await query(
      tx,
      `update comment set state = $2, public_text = $3, public_author = $4, hidden_reason = $5, public_place = $6, version = version + 1 where id = $1`,
      [comment.id, comment.state, comment.publicText, comment.publicAuthor, comment.hiddenReason, comment.publicPlace],
    );
  }

  /** @returns the consultation */
  async setAnswers(tx: Tx, id: string, answers: object[]): Promise<string | null> {
    const row = await queryOne<{ consultation_id: string }>(
      tx,
      'update comment set answers = $2 where id = $1 returning consultation_id',
      [id, JSON.stringify(answers)],
    );
    return row?.consultation_id ?? null;
  }

  /** @returns the comment's new version, or null when it is not at `version` any more */
  async setTags(tx: Tx, id: string, tagIds: string[], version: number | null): Promise<number | null> {
    const row = await queryOne<{ version: number }>(
      tx,
      `update comment set tag_ids = $2, version = version + 1 where id = $1 and ($3::int is null or version = $3) returning version`,
      [id, tagIds, version],
    );
    return row?.version ?? null;
  }

  /** Networks are only needed to recognise a double submit. */
  async wipeNetworks(): Promise<void> {
    await this.db.query(
      `update comment set network_hash = null where network_hash is not null and received_at < app_now() - interval '1 hour'`,
    );
  }
}
