import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { AnswerInput, DeliveredInput, EditAnswerInput } from '@forhoering/shared/contracts/inbox.contract.js';
import { CommentsService } from '../comments/comments.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict, notFound } from '../platform/http/problem-error.js';
import { acceptAnswer, promiseOf } from './answer-input.js';
import { AnswerArrivals } from './answer-arrivals.service.js';
import { Answer } from './answer.entity.js';
import { AnswerWriter } from './answer-writer.service.js';
import type { Conversation } from './conversation.entity.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { requireSees } from './inbox-access.js';
import { InboxSettingsService } from './inbox-settings.service.js';

/** Answers: written once, kept to one of each kind by the database, and followed to where the citizen reads them. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly comments: CommentsService,
    private readonly conversations: ConversationsService,
    private readonly repository: ConversationsRepository,
    private readonly settings: InboxSettingsService,
    private readonly organisation: OrganisationService,
    private readonly arrivals: AnswerArrivals,
    private readonly writer: AnswerWriter,
  ) {}

  /**
   * Answers as the municipality. The same key again gives the answer that is there.
   * @throws 404; 403; 409 `already-answered`, `conversation-done`, `comment-hidden`, `draft-taken`, `version-conflict`;
   * 422 for a CPR number, unchecked contact details, a day that is over, a word in braces without a value
   */
  async answer(me: SignedIn, conversationId: string, input: AnswerInput): Promise<string> {
    const text = acceptAnswer(input.text);
    const [organisation, { closedDays }] = await Promise.all([this.organisation.get(), this.settings.clock()]);
    const promisedAt = promiseOf(input, this.clock.nowMs(), closedDays);
    let id = uuidv7();
    await this.conversations.change(me, conversationId, null, input.version, async (tx, conversation) => {
      const before = await this.sameKey(tx, me, conversationId, input);
      if (before !== null) {
        id = before;
        return;
      }
      await this.requireRoom(tx, conversation, input.kind);
      await this.requireNobodyWrites(tx, me, conversationId);
      const ready = await this.writer.prepare(tx, me, conversation, { ...input, text }, organisation);
      await this.writer.send(tx, conversation, ready, {
        id,
        author: me,
        kind: input.kind,
        promisedAt,
        idempotencyKey: input.idempotencyKey ?? null,
      });
    });
    return id;
  }

  /** Words that were wrong: on page and link they change at once, what stood there is kept. Sent mail cannot be changed. */
  async edit(me: SignedIn, answerId: string, { text: given, contactChecked }: EditAnswerInput): Promise<string> {
    acceptAnswer(given);
    const organisation = await this.organisation.get();
    return this.withAnswer(me, answerId, async (tx, answer, conversation) => {
      const { text: said } = await this.comments.byId(answer.commentId, tx);
      const text = await this.writer.accept(tx, me, conversation, { text: given, contactChecked, said }, organisation);
      if (answer.text === text) return;
      const now = this.clock.now();
      await query(
        tx,
        'insert into answer_version (id, answer_id, text, replaced_at, replaced_by) values ($1, $2, $3, $4, $5)',
        [uuidv7(), answerId, answer.text, now, me.accountId],
      );
      await tx.getRepository(Answer).update({ id: answerId }, { text, editedAt: now });
      await this.arrivals.project(tx, answer.commentId);
      await this.conversations.record(tx, me, conversation, 'inbox.editAnswer', { answerId });
      await this.repository.announce(tx, conversation.id);
    });
  }

  /** A person has put the answer where it was asked, and says so. */
  async copied(me: SignedIn, answerId: string, { permalink }: DeliveredInput): Promise<string> {
    return this.withAnswer(me, answerId, async (tx, answer, conversation) => {
      const at = this.clock.now();
      const arrival = { at, by: me.accountId, permalink: permalink || null };
      if (!(await this.arrivals.deliver(tx, answerId, 'copy', arrival))) throw conflict('already-delivered');
      await this.arrivals.settle(tx, conversation, answer, at);
      await this.conversations.record(tx, me, conversation, 'inbox.delivered', { answerId, destination: 'copy' });
    });
  }

  private async withAnswer(
    me: SignedIn,
    answerId: string,
    work: (tx: Tx, answer: Answer, conversation: Conversation) => Promise<void>,
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const answer = await tx.getRepository(Answer).findOneBy({ id: answerId });
      const conversation = answer && (await this.repository.forChange(tx, answer.conversationId));
      if (!answer || !conversation) throw notFound();
      requireSees(me, conversation);
      await work(tx, answer, conversation);
      return conversation.id;
    });
  }

  private async requireRoom(tx: Tx, conversation: Conversation, kind: Answer['kind']): Promise<void> {
    const there = await queryOne<{ author_name: string }>(
      tx,
      'select author_name from answer where conversation_id = $1 and round = $2 and (kind = $3 or kind = $4) limit 1',
      [conversation.id, conversation.round, kind, 'full'],
    );
    if (there) throw conflict('already-answered', { by: there.author_name });
    const open = conversation.state === 'new' || conversation.state === 'assigned' || conversation.state === 'waiting';
    if (!open || (kind === 'holding' && conversation.state === 'waiting'))
      throw conflict('conversation-done', { state: conversation.state });
  }

  private async sameKey(
    tx: Tx,
    me: SignedIn,
    conversationId: string,
    { idempotencyKey, kind }: AnswerInput,
  ): Promise<string | null> {
    if (idempotencyKey === undefined) return null;
    const row = await queryOne<{ id: string }>(
      tx,
      'select id from answer where conversation_id = $1 and author_id = $2 and idempotency_key = $3 and kind = $4',
      [conversationId, me.accountId, idempotencyKey, kind],
    );
    return row?.id ?? null;
  }

  /** What a colleague is writing is not thrown away: it is taken over first, or waited for. */
  private async requireNobodyWrites(tx: Tx, me: SignedIn, conversationId: string): Promise<void> {
    const theirs = await queryOne<{ account_name: string }>(
      tx,
      'select account_name from inbox_draft where conversation_id = $1 and account_id <> $2 and until > app_now()',
      [conversationId, me.accountId],
    );
    if (theirs) throw conflict('draft-taken', { by: theirs.account_name });
  }
}
