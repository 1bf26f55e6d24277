import { Injectable } from '@nestjs/common';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import type { ReplyTarget } from '../delivery/channels/connector.rules.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';

/** Where an answer to a collected comment goes. */
export interface AnswerTarget {
  accountId: string;
  accountName: string;
  channel: PostChannel;
  replyTo: ReplyTarget;
}
/** Something the municipality wrote on the network, with the comment of the register that it lies under. */
export interface OwnReply {
  id: string;
  text: string;
  permalink: string | null;
  at: Date;
  externalId: string;
  accountId: string;
  accountName: string;
  commentId: string;
}

/** Below which of our posts a comment lies, and what we wrote below it. */
@Injectable()
export class CollectedRepliesService {
  constructor(private readonly db: Database) {}

  /** Null: it did not come from a network that we are connected to, or it is gone there. */
  targetOf(commentId: string, tx?: Tx): Promise<AnswerTarget | null> {
    return queryOne<AnswerTarget>(tx ?? this.db.source, TARGET, [commentId]);
  }

  /** Null: we have sent it ourselves, it was dealt with, or what it lies under is not in the register. */
  reply(tx: Tx, id: string): Promise<OwnReply | null> {
    return queryOne<OwnReply>(tx, REPLY, [id]);
  }

  async answered(tx: Tx, replyId: string, answerId: string): Promise<void> {
    await query(tx, 'update collected_reply set answer_id = $2 where id = $1', [replyId, answerId]);
  }
}

const TARGET = `select k.account_id as "accountId", case when a.name = a.handle then '@' || a.handle else a.name end as "accountName", a.channel,
    jsonb_build_object('externalId', m.external_id, 'rootId', coalesce(m.root_id, k.external_id)) as "replyTo"
  from collected_comment m join collect_source k on k.id = m.source_id join channel_account a on a.id = k.account_id
  where m.comment_id = $1 and m.gone_at is null and a.state <> 'disconnected'`;
const REPLY = `select r.id, r.text, r.permalink, r.at, r.external_id as "externalId", k.account_id as "accountId",
    case when a.name = a.handle then '@' || a.handle else a.name end as "accountName", m.comment_id as "commentId"
  from collected_reply r join collect_source k on k.id = r.source_id join channel_account a on a.id = k.account_id
  join collected_comment m on m.source_id = r.source_id and m.external_id = r.parent_external_id
  where r.id = $1 and r.answer_id is null
    and not exists (select 1 from delivery d where d.account_id = k.account_id and d.external_id = r.external_id)`;
