import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import { channelAnswer } from '@forhoering/shared/inbox/channel-answer.rules.js';
import { screenComment } from '@forhoering/shared/screening/screen-comment.js';
import { cleanText } from '@forhoering/shared/text/clean-text.js';
import { CollectedRepliesService, type AnswerTarget } from '../collecting/collected-replies.service.js';
import { CommentsService } from '../comments/comments.service.js';
import { DeliveriesService } from '../delivery/deliveries.service.js';
import { DeliveryCustomers, type DeliveryCustomer } from '../delivery/delivery-customers.service.js';
import type { Delivery } from '../delivery/delivery.entity.js';
import { Database } from '../platform/database/database.js';
import { queryOne, type Tx } from '../platform/database/sql.js';
import { AnswerArrivals } from './answer-arrivals.service.js';
import { Answer } from './answer.entity.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { ProposalsRepository } from './proposals.repository.js';

/** Answers as something that is delivered to a network, and answers that were written there. */
@Injectable()
export class AnswerChannels implements DeliveryCustomer, OnModuleInit {
  readonly subjectKind = 'answer';

  constructor(
    private readonly db: Database,
    private readonly customers: DeliveryCustomers,
    private readonly deliveries: DeliveriesService,
    private readonly collected: CollectedRepliesService,
    private readonly comments: CommentsService,
    private readonly arrivals: AnswerArrivals,
    private readonly repository: ConversationsRepository,
    private readonly conversations: ConversationsService,
    private readonly proposals: ProposalsRepository,
  ) {}

  onModuleInit(): void {
    this.customers.register(this);
  }

  /** Where an answer to this comment goes by itself; null: nowhere. */
  targetOf(commentId: string, tx?: Tx): Promise<AnswerTarget | null> {
    return this.collected.targetOf(commentId, tx);
  }

  /** Hands an answer over to delivery. Twice is once. */
  async send(answerId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const waits = await queryOne(
        tx,
        "select 1 from answer_delivery where answer_id = $1 and destination = 'channel' and state = 'queued'",
        [answerId],
      );
      const answer = waits === null ? null : await tx.getRepository(Answer).findOneBy({ id: answerId });
      if (!answer || (await this.deliveries.active(tx, this.subjectKind, answerId))) return;
      const target = await this.targetOf(answer.commentId, tx);
      if (!target) return this.arrivals.byHand(tx, answerId);
      await this.deliveries.order(tx, null, target.channel, {
        subjectKind: this.subjectKind,
        subjectId: answerId,
        accountId: target.accountId,
        replyTo: target.replyTo,
        dueAt: answer.createdAt,
        content: {
          text: channelAnswer(answer.text, answer.signature),
          language: 'da',
          link: null,
          title: '',
          description: '',
          picture: null,
          card: null,
          pictureUrl: null,
        },
      });
    });
  }

  async objection(tx: Tx, { subjectId }: Delivery): Promise<Fault | null> {
    const answer = await tx.getRepository(Answer).findOneBy({ id: subjectId });
    if (!answer) return { code: 'not-allowed' };
    const { state } = await this.comments.byId(answer.commentId, tx);
    return state === 'hidden' || state === 'withdrawn' ? { code: 'gone' } : null;
  }

  delivered(tx: Tx, { subjectId, permalink }: Delivery): Promise<void> {
    return this.arrivals.channelled(tx, subjectId, permalink);
  }

  stuck(tx: Tx, { subjectId }: Delivery): Promise<void> {
    return this.arrivals.byHand(tx, subjectId);
  }

  /**
   * The municipality has answered on the network itself: that is an answer like any other, and stops the clock. What has a CPR number
   * in it is not shown here.
   */
  async taken(replyId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const reply = await this.collected.reply(tx, replyId);
      const there = reply && (await this.repository.byComment(reply.commentId, tx));
      const conversation = there && (await this.repository.forChange(tx, there.id));
      const text = cleanText(reply?.text ?? '');
      const open = conversation && ['new', 'assigned', 'waiting'].includes(conversation.state);
      if (!reply || !open || text === '' || hasCpr(text)) return;
      const answer: Answer = {
        id: uuidv7(),
        conversationId: conversation.id,
        commentId: reply.commentId,
        round: conversation.round,
        kind: 'full',
        text,
        signature: reply.accountName,
        authorId: null,
        authorName: reply.accountName,
        createdAt: reply.at,
        editedAt: null,
        idempotencyKey: null,
        savedAnswerId: null,
        proposalId: null,
      };
      // Somebody here has answered in full already, and it is on its way.
      const kept = await tx
        .createQueryBuilder()
        .insert()
        .into(Answer)
        .values(answer)
        .orIgnore()
        .returning('id')
        .execute();
      if ((kept.raw as unknown[]).length === 0) return;
      await this.proposals.drop(tx, conversation.id, reply.at);
      await this.collected.answered(tx, reply.id, answer.id);
      const arrival = { at: reply.at, by: null, permalink: reply.permalink };
      await this.arrivals.note(tx, answer.id, 'link', { ...arrival, permalink: null });
      await this.arrivals.note(tx, answer.id, 'channel', arrival);
      await this.arrivals.project(tx, reply.commentId);
      await this.arrivals.settle(tx, conversation, answer, reply.at);
      await this.conversations.record(tx, null, conversation, 'inbox.answeredThere', { answerId: answer.id });
    });
  }
}

const hasCpr = (text: string): boolean =>
  screenComment({ text, name: null, honeypot: '', spamHold: false }).findings.some(({ kind }) => kind === 'cpr');
