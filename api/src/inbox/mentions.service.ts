import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { InboxNoteInput } from '@forhoering/shared/contracts/inbox.contract.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { requireCanSee } from './inbox-access.js';
import { tellAnew } from './notice-tell.js';

/** Notes between colleagues, and who is called to read one. */
@Injectable()
export class MentionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly conversations: ConversationsService,
    private readonly repository: ConversationsRepository,
  ) {}

  /** @throws 422 `cannot-see` when somebody is mentioned who may not see the conversation */
  async note(me: SignedIn, id: string, { text, mentions = [] }: InboxNoteInput): Promise<void> {
    const called = [...new Set(mentions)].filter((one) => one !== me.accountId);
    await this.conversations.change(me, id, null, undefined, async (tx, conversation) => {
      await requireCanSee(tx, 'mentions', called, conversation);
      const noteId = uuidv7();
      await query(
        tx,
        'insert into inbox_note (id, conversation_id, at, author_id, author_name, text) values ($1, $2, $3, $4, $5, $6)',
        [noteId, id, this.clock.now(), me.accountId, me.name, text],
      );
      await query(
        tx,
        'insert into inbox_mention (note_id, account_id, conversation_id) select $1, a, $2 from unnest($3::uuid[]) a',
        [noteId, id, called],
      );
      await tellAnew(tx, conversation, 'mentioned', called);
      await this.conversations.record(tx, me, conversation, 'inbox.note', { mentions: called });
      await this.repository.announce(tx, id);
    });
  }

  async isUnread(me: SignedIn, conversationId: string): Promise<boolean> {
    return (await this.db.queryOne(`${UNREAD} limit 1`, [me.accountId, conversationId])) !== null;
  }

  /** The signed-in person has read what mentions of them stand in it. */
  async read(me: SignedIn, conversationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await queryOne(tx, `${UNREAD} limit 1`, [me.accountId, conversationId]))) return;
      const key = [me.accountId, conversationId];
      await query(
        tx,
        'update inbox_mention set read_at = app_now() where account_id = $1 and conversation_id = $2 and read_at is null',
        key,
      );
      // Who has read it needs no mail that says so.
      await query(
        tx,
        `update inbox_notice set mailed_at = app_now()
         where account_id = $1 and conversation_id = $2 and kind = 'mentioned' and mailed_at is null`,
        key,
      );
      await this.repository.announce(tx, conversationId);
    });
  }
}

const UNREAD = 'select 1 from inbox_mention where account_id = $1 and conversation_id = $2 and read_at is null';
