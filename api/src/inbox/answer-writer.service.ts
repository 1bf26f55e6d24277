import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { AnswerInput, AnswerKind } from '@forhoering/shared/contracts/inbox.contract.js';
import type { OrganisationView } from '@forhoering/shared/contracts/session.contract.js';
import { overChannel } from '@forhoering/shared/inbox/channel-answer.rules.js';
import { signatureOf } from '@forhoering/shared/inbox/signature.rules.js';
import type { Actor } from '../audit/audit.service.js';
import type { Comment } from '../comments/comment.entity.js';
import { CommentsService } from '../comments/comments.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import { conflict, invalidField, notFound } from '../platform/http/problem-error.js';
import { acceptAnswer, acceptFilled, requireNoContact } from './answer-input.js';
import { AnswerArrivals } from './answer-arrivals.service.js';
import { AnswerChannels } from './answer-channels.service.js';
import { Answer } from './answer.entity.js';
import type { Conversation } from './conversation.entity.js';
import { answerAction, mayMove } from './conversation.rules.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { valuesOf } from './inbox.views.js';
import { InboxSettingsService } from './inbox-settings.service.js';

/** Whose answer it is. */
export type Author = Pick<Actor, 'accountId' | 'name' | 'departmentId'>;
type Given = Pick<AnswerInput, 'text' | 'contactChecked' | 'savedAnswerId'>;

/** An answer that may go out as it is. */
export interface Ready {
  comment: Comment;
  text: string;
  signature: string;
  departmentId: string | null;
  department: string | null;
  savedAnswerId: string | null;
  canReply: boolean;
}

interface Sending {
  id: string;
  author: Author;
  kind: AnswerKind;
  promisedAt: Date | null;
  idempotencyKey: string | null;
  proposalId: string | null;
}

/** What must hold for every answer, by whatever way it comes; and sending it. */
@Injectable()
export class AnswerWriter {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly comments: CommentsService,
    private readonly conversations: ConversationsService,
    private readonly repository: ConversationsRepository,
    private readonly settings: InboxSettingsService,
    private readonly arrivals: AnswerArrivals,
    private readonly channels: AnswerChannels,
  ) {}

  /** @throws 409 `comment-hidden`; 422 for what no answer may say, or what is too long for where it goes */
  async prepare(
    tx: Tx,
    author: Author,
    conversation: Conversation,
    input: Given,
    organisation: OrganisationView,
  ): Promise<Ready> {
    const comment = await this.comments.forChange(tx, conversation.commentId);
    if (comment.state === 'hidden' || comment.state === 'withdrawn') throw conflict('comment-hidden');
    const text = await this.accept(tx, author, conversation, { ...input, said: comment.text }, organisation);
    const departmentId = conversation.departmentId ?? author.departmentId;
    const { signature: pattern } = await this.settings.get(tx);
    const department = await this.departmentName(tx, departmentId);
    const signature = signatureOf(pattern, organisation.name, department);
    const target = await this.channels.targetOf(comment.id, tx);
    const over = target ? overChannel(target.channel, text, signature) : 0;
    if (over > 0) throw invalidField('text', 'too-long-for-channel', { over });
    const savedAnswerId = await this.savedAnswer(tx, input.savedAnswerId);
    return { comment, text, signature, departmentId, department, savedAnswerId, canReply: target !== null };
  }

  /** The words as citizens read them. @throws 422 */
  async accept(
    tx: Tx,
    author: Author,
    conversation: Conversation,
    { text: given, contactChecked, said }: Pick<Given, 'text' | 'contactChecked'> & { said: string },
    organisation: OrganisationView,
  ): Promise<string> {
    const row = await this.repository.one(conversation.id, tx);
    if (!row) throw notFound();
    const department = await this.departmentName(tx, conversation.departmentId ?? author.departmentId);
    const values = valuesOf(row, department, organisation.name, this.config.publicUrl);
    const text = acceptFilled(acceptAnswer(given), values);
    requireNoContact(text, said, organisation, contactChecked);
    return text;
  }

  /** Out, to wherever citizens read it. */
  async send(
    tx: Tx,
    conversation: Conversation,
    { comment, text, signature, departmentId, savedAnswerId, canReply }: Ready,
    by: Sending,
  ): Promise<void> {
    const { id, author, kind, promisedAt, idempotencyKey, proposalId } = by;
    const answer: Answer = {
      id,
      conversationId: conversation.id,
      commentId: comment.id,
      round: conversation.round,
      kind,
      text,
      signature,
      authorId: author.accountId,
      authorName: author.name,
      createdAt: this.clock.now(),
      editedAt: null,
      idempotencyKey,
      savedAnswerId,
      proposalId,
    };
    await tx.getRepository(Answer).insert(answer);
    await this.dropDraft(tx, conversation.id);
    const stopped = await this.arrivals.dispatch(tx, comment, answer, canReply);
    await this.arrivals.project(tx, comment.id);
    const owner = conversation.ownerId === null ? { ownerId: author.accountId } : {};
    const values = { ...owner, departmentId, ...(promisedAt ? { promisedAt } : {}) };
    await this.arrivals.settle(tx, { ...conversation, ...values }, answer, stopped ? answer.createdAt : null, values);
    await this.conversations.record(tx, author, conversation, answerAction(kind), { answerId: id });
  }

  async dropDraft(tx: Tx, conversationId: string): Promise<void> {
    await query(tx, 'delete from inbox_draft where conversation_id = $1', [conversationId]);
  }

  /** Other words for an answer that is out: on page and link at once, what stood there is kept. */
  async replace(tx: Tx, author: Author, conversation: Conversation, answer: Answer, text: string): Promise<void> {
    const now = this.clock.now();
    await query(
      tx,
      'insert into answer_version (id, answer_id, text, replaced_at, replaced_by) values ($1, $2, $3, $4, $5)',
      [uuidv7(), answer.id, answer.text, now, author.accountId],
    );
    await tx.getRepository(Answer).update({ id: answer.id }, { text, editedAt: now });
    await this.arrivals.project(tx, answer.commentId);
    await this.conversations.record(tx, author, conversation, 'inbox.editAnswer', { answerId: answer.id });
    await this.repository.announce(tx, conversation.id);
  }

  /** @throws 409 `already-answered`, `conversation-done` */
  async requireRoom(tx: Tx, conversation: Conversation, kind: AnswerKind): Promise<void> {
    const there = await queryOne<{ author_name: string }>(
      tx,
      'select author_name from answer where conversation_id = $1 and round = $2 and (kind = $3 or kind = $4) limit 1',
      [conversation.id, conversation.round, kind, 'full'],
    );
    if (there) throw conflict('already-answered', { by: there.author_name });
    if (!mayMove(conversation.state, kind)) throw conflict('conversation-done', { state: conversation.state });
  }

  private async departmentName(tx: Tx, id: string | null): Promise<string | null> {
    const row = await queryOne<{ name: string }>(tx, 'select name from department where id = $1', [id]);
    return row?.name ?? null;
  }

  private async savedAnswer(tx: Tx, id: string | undefined): Promise<string | null> {
    if (id === undefined) return null;
    if (!(await queryOne(tx, 'select 1 from saved_answer where id = $1', [id])))
      throw invalidField('savedAnswerId', 'not-found');
    return id;
  }
}
