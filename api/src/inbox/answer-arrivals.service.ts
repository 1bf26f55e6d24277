import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Comment } from '../comments/comment.entity.js';
import { CommentsService } from '../comments/comments.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, type Tx } from '../platform/database/sql.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { Answer, AnswerDelivery } from './answer.entity.js';
import type { Conversation } from './conversation.entity.js';
import { destinationsOf, stopsClock } from './conversation.rules.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { ANSWER_MAIL, ANSWER_TO_CHANNEL } from './inbox.events.js';

interface Arrival {
  at: Date;
  by: string | null;
  permalink: string | null;
}

/** Answers on their way to where citizens read them, and what each arrival means for the conversation. */
@Injectable()
export class AnswerArrivals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly comments: CommentsService,
    private readonly repository: ConversationsRepository,
    private readonly conversations: ConversationsService,
    private readonly jobs: Jobs,
  ) {}

  /** @returns whether it has reached the citizen with that */
  async dispatch(tx: Tx, comment: Comment, answer: Answer, canReply: boolean): Promise<boolean> {
    let stopped = false;
    for (const destination of destinationsOf(comment, canReply)) {
      const now = destination === 'link' || destination === 'page';
      await this.note(tx, answer.id, destination, now ? { at: answer.createdAt, by: null, permalink: null } : null);
      if (now && stopsClock(comment.channel, destination)) stopped = true;
      if (destination === 'mail') await this.jobs.enqueue(tx, ANSWER_MAIL, { answerId: answer.id });
      // By a job: accounts are locked before conversations, by everybody.
      if (destination === 'channel') await this.jobs.enqueue(tx, ANSWER_TO_CHANNEL, { answerId: answer.id });
    }
    return stopped;
  }

  /** What an answer, and its arrival, make of the conversation. A late copy of an earlier round changes nothing. */
  async settle(
    tx: Tx,
    conversation: Conversation,
    answer: Answer,
    deliveredAt: Date | null,
    more: Partial<Conversation> = {},
  ): Promise<void> {
    const values: Partial<Conversation> = { ...more };
    if (deliveredAt !== null && answer.round === conversation.round && conversation.state !== 'no_answer_needed') {
      values.firstAnsweredAt = conversation.firstAnsweredAt ?? deliveredAt;
      if (answer.kind === 'full')
        Object.assign(values, { state: 'answered', answeredAt: deliveredAt, pausedLeftMs: null });
    }
    if (values.state === undefined && conversation.state === 'new' && conversation.ownerId !== null)
      values.state = 'assigned';
    await this.repository.update(tx, conversation, values, this.clock.now());
  }

  /** A person, the mail server or a network has it. @returns false when that was known */
  async deliver(
    tx: Tx,
    answerId: string,
    destination: AnswerDelivery['destination'],
    { at, by, permalink }: Arrival,
  ): Promise<boolean> {
    const rows = await query(
      tx,
      `update answer_delivery set state = 'delivered', delivered_at = $3, delivered_by = $4, permalink = $5
       where answer_id = $1 and destination = $2 and state = 'queued' returning id`,
      [answerId, destination, at, by, permalink],
    );
    return rows.length > 0;
  }

  /** The mail server has taken it. Twice is once. */
  mailed(answerId: string): Promise<void> {
    return this.db.transaction((tx) => this.arrived(tx, answerId, 'mail', null));
  }

  /** It lies below the question on the network. */
  channelled(tx: Tx, answerId: string, permalink: string | null): Promise<void> {
    return this.arrived(tx, answerId, 'channel', permalink);
  }

  /** The network does not take it, or nobody can tell: a person puts it there. */
  async byHand(tx: Tx, answerId: string): Promise<void> {
    const answer = await tx.getRepository(Answer).findOneBy({ id: answerId });
    if (!answer) return;
    await query(
      tx,
      "update answer_delivery set destination = 'copy' where answer_id = $1 and destination = 'channel' and state = 'queued'",
      [answerId],
    );
    await this.repository.announce(tx, answer.conversationId);
  }

  /** The public reads a projection on the comment: no join for a page that thousands look at. */
  async project(tx: Tx, commentId: string): Promise<void> {
    const answers = await tx.getRepository(Answer).find({ where: { commentId }, order: { createdAt: 'ASC' } });
    await this.comments.setAnswers(
      tx,
      commentId,
      answers.map(({ signature, text, createdAt }) => ({ signature, text, answeredAt: createdAt.toISOString() })),
    );
  }

  /** Where it goes, and that it is there, if it is. */
  async note(
    tx: Tx,
    answerId: string,
    destination: AnswerDelivery['destination'],
    arrival: Arrival | null,
  ): Promise<void> {
    await tx.getRepository(AnswerDelivery).insert({
      id: uuidv7(),
      answerId,
      destination,
      state: arrival ? 'delivered' : 'queued',
      deliveredAt: arrival?.at ?? null,
      deliveredBy: arrival?.by ?? null,
      permalink: arrival?.permalink ?? null,
    });
  }

  private async arrived(
    tx: Tx,
    answerId: string,
    destination: 'mail' | 'channel',
    permalink: string | null,
  ): Promise<void> {
    const answer = await tx.getRepository(Answer).findOneBy({ id: answerId });
    const conversation = answer && (await this.repository.forChange(tx, answer.conversationId));
    const at = this.clock.now();
    if (!answer || !conversation || !(await this.deliver(tx, answerId, destination, { at, by: null, permalink })))
      return;
    const { channel } = await this.comments.byId(answer.commentId, tx);
    if (stopsClock(channel, destination)) await this.settle(tx, conversation, answer, at);
    await this.conversations.record(tx, null, conversation, 'inbox.delivered', { answerId, destination });
  }
}
