import { Injectable } from '@nestjs/common';
import type { InboxDraftInput, InboxDraftView } from '@forhoering/shared/contracts/inbox.contract.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict, notFound } from '../platform/http/problem-error.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ProposalsRepository } from './proposals.repository.js';
import { requireSees } from './inbox-access.js';

/** Renewed while somebody types; after this long without a key it is free again, and the text stays. */
const LEASE_MS = 2 * 60_000;

interface DraftRow {
  account_id: string;
  account_name: string;
  text: string;
  kind: InboxDraftView['kind'];
  until: Date;
  saved_answer_id: string | null;
}

/** One answer in the works per conversation, leased to whoever writes it. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ConversationsRepository,
    private readonly proposals: ProposalsRepository,
  ) {}

  of(conversationId: string): Promise<DraftRow | null> {
    return this.db.queryOne<DraftRow>(SELECT, [conversationId]);
  }

  /** @throws 409 `draft-taken` while somebody else writes and is not to be taken over from */
  async keep(
    me: SignedIn,
    conversationId: string,
    { text, kind, savedAnswerId, takeOver }: InboxDraftInput,
  ): Promise<InboxDraftView> {
    return this.db.transaction(async (tx) => {
      await this.requireOpen(tx, me, conversationId);
      await this.proposals.requireNone(tx, conversationId);
      const now = this.clock.nowMs();
      const there = await queryOne<DraftRow>(tx, SELECT, [conversationId]);
      const theirs = there !== null && there.account_id !== me.accountId && there.until.getTime() > now;
      if (theirs && takeOver !== true) throw conflict('draft-taken', { by: there.account_name });
      const until = new Date(now + LEASE_MS);
      await query(
        tx,
        `insert into inbox_draft (conversation_id, account_id, account_name, text, kind, until, saved_answer_id)
         values ($1, $2, $3, $4, $5, $6, (select id from saved_answer where id = $7)) on conflict (conversation_id) do update
           set account_id = $2, account_name = $3, text = $4, kind = $5, until = $6, saved_answer_id = excluded.saved_answer_id`,
        [conversationId, me.accountId, me.name, text, kind, until, savedAnswerId ?? null],
      );
      // Only who writes is news to others, not every word.
      if (there?.account_id !== me.accountId || there.until.getTime() <= now)
        await this.repository.announce(tx, conversationId);
      return { holder: { accountId: me.accountId, name: me.name }, text, kind, until: until.toISOString() };
    });
  }

  async drop(me: SignedIn, conversationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await query(tx, 'delete from inbox_draft where conversation_id = $1 and account_id = $2', [
        conversationId,
        me.accountId,
      ]);
      await this.repository.announce(tx, conversationId);
    });
  }

  private async requireOpen(tx: Tx, me: SignedIn, id: string): Promise<void> {
    const conversation = await this.repository.forChange(tx, id);
    if (!conversation) throw notFound();
    requireSees(me, conversation);
    if (conversation.state === 'answered' || conversation.state === 'no_answer_needed')
      throw conflict('conversation-done', { state: conversation.state });
  }
}

const SELECT =
  'select account_id, account_name, text, kind, until, saved_answer_id from inbox_draft where conversation_id = $1';
