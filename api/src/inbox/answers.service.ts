import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type {
  AnswerInput,
  AnswerManyInput,
  AnswerManyResult,
  DeliveredInput,
  EditAnswerInput,
} from '@forhoering/shared/contracts/inbox.contract.js';
import { overChannel } from '@forhoering/shared/inbox/channel-answer.rules.js';
import { signatureOf } from '@forhoering/shared/inbox/signature.rules.js';
import { CommentsService } from '../comments/comments.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict, invalidField, notFound, ProblemError } from '../platform/http/problem-error.js';
import { acceptAnswer, promiseOf, requireNoContact } from './answer-input.js';
import { AnswerArrivals } from './answer-arrivals.service.js';
import { AnswerChannels } from './answer-channels.service.js';
import { Answer } from './answer.entity.js';
import type { Conversation } from './conversation.entity.js';
import { answerAction } from './conversation.rules.js';
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
    private readonly channels: AnswerChannels,
  ) {}

  /**
   * Answers as the municipality. The same key again gives the answer that is there.
   * @throws 404; 403; 409 `already-answered`, `conversation-done`, `comment-hidden`; 422 for a CPR number, unchecked contact details, a day that is over
   */
  async answer(me: SignedIn, conversationId: string, input: AnswerInput): Promise<string> {
    const text = acceptAnswer(input.text);
    const [organisation, { closedDays }] = await Promise.all([this.organisation.get(), this.settings.clock()]);
    const promisedAt = promiseOf(input, this.clock.nowMs(), closedDays);
    let id = uuidv7();
    await this.conversations.change(me, conversationId, null, undefined, async (tx, conversation) => {
      const before = await this.sameKey(tx, me, conversationId, input);
      if (before !== null) {
        id = before;
        return;
      }
      await this.requireRoom(tx, conversation, input.kind);
      const comment = await this.comments.forChange(tx, conversation.commentId);
      if (comment.state === 'hidden' || comment.state === 'withdrawn') throw conflict('comment-hidden');
      requireNoContact(text, comment.text, organisation, input.contactChecked);
      const owner = conversation.ownerId === null ? { ownerId: me.accountId } : {};
      const departmentId = conversation.departmentId ?? me.departmentId;
      const signature = await this.signature(tx, organisation.name, departmentId);
      const target = await this.channels.targetOf(comment.id, tx);
      const over = target ? overChannel(target.channel, text, signature) : 0;
      if (over > 0) throw invalidField('text', 'too-long-for-channel', { over });
      const answer: Answer = {
        id,
        conversationId,
        commentId: comment.id,
        round: conversation.round,
        kind: input.kind,
        text,
        signature,
        authorId: me.accountId,
        authorName: me.name,
        createdAt: this.clock.now(),
        editedAt: null,
        idempotencyKey: input.idempotencyKey ?? null,
      };
      await tx.getRepository(Answer).insert(answer);
      await query(tx, 'delete from inbox_draft where conversation_id = $1', [conversationId]);
      const stopped = await this.arrivals.dispatch(tx, comment, answer, target !== null);
      await this.arrivals.project(tx, comment.id);
      const values = { ...owner, departmentId, ...(promisedAt ? { promisedAt } : {}) };
      await this.arrivals.settle(tx, { ...conversation, ...values }, answer, stopped ? answer.createdAt : null, values);
      await this.conversations.record(tx, me, conversation, answerAction(input.kind), { answerId: id });
    });
    return id;
  }

  /** One text to many: each is answered, or refused, by itself. */
  async answerMany(me: SignedIn, { conversationIds, ...input }: AnswerManyInput): Promise<AnswerManyResult> {
    acceptAnswer(input.text);
    const results: AnswerManyResult['results'] = [];
    for (const conversationId of new Set(conversationIds)) {
      const row = await this.repository.one(conversationId);
      const number = row ? formatCommentNumber(row.year, row.consultation_number, row.comment_number) : '';
      try {
        const key = input.idempotencyKey === undefined ? {} : { idempotencyKey: input.idempotencyKey };
        const answerId = await this.answer(me, conversationId, { ...input, ...key });
        results.push({ conversationId, number, answerId, refusal: null });
      } catch (refusal) {
        if (!(refusal instanceof ProblemError)) throw refusal;
        results.push({ conversationId, number, answerId: null, refusal: refusal.errors[0]?.code ?? refusal.code });
      }
    }
    return { results };
  }

  /** Words that were wrong: on page and link they change at once, what stood there is kept. Sent mail cannot be changed. */
  async edit(me: SignedIn, answerId: string, { text: given, contactChecked }: EditAnswerInput): Promise<string> {
    const text = acceptAnswer(given);
    const organisation = await this.organisation.get();
    return this.withAnswer(me, answerId, async (tx, answer, conversation) => {
      if (answer.text === text) return;
      const { text: said } = await this.comments.byId(answer.commentId, tx);
      requireNoContact(text, said, organisation, contactChecked);
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

  private async signature(tx: Tx, organisation: string, departmentId: string | null): Promise<string> {
    const { signature } = await this.settings.get(tx);
    const row = await queryOne<{ name: string }>(tx, 'select name from department where id = $1', [departmentId]);
    return signatureOf(signature, organisation, row?.name ?? null);
  }
}
