import { Injectable } from '@nestjs/common';
import { addCounted, dueAt } from '@forhoering/shared/inbox/clock.rules.js';
import { AuditService } from '../audit/audit.service.js';
import type { Comment } from '../comments/comment.entity.js';
import { Clock } from '../platform/clock/clock.js';
import { query, type Tx } from '../platform/database/sql.js';
import type { Conversation } from './conversation.entity.js';
import { mayMove, openState } from './conversation.rules.js';
import { ConversationsRepository } from './conversations.repository.js';
import { recordChange } from './inbox-audit.js';
import { InboxSettingsService } from './inbox-settings.service.js';

/** A conversation that goes on: after waiting with what was left of its clock, after its end with a new round and a new clock. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: ConversationsRepository,
    private readonly settings: InboxSettingsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Somebody wrote below a comment that has a conversation. While we wait for the citizen this is what we waited for; below an
   * answer it opens the conversation anew, and the next answer goes to whoever wrote now.
   * @returns false when it is neither: then it is a comment like any other
   */
  async replied(tx: Tx, comment: Comment, threadId: string, belowAnswer: boolean): Promise<boolean> {
    const conversation = await this.repository.forChange(tx, threadId);
    if (!conversation) return false;
    const from = conversation.state;
    if (mayMove(from, 'resume')) await this.resume(tx, conversation);
    else if (belowAnswer && mayMove(from, 'reopen'))
      await this.renew(tx, conversation, {
        commentId: comment.id,
        reason: 'below-answer',
        startedAt: comment.upstreamAt ?? comment.receivedAt,
      });
    else return false;
    const round = from === 'waiting' ? conversation.round : conversation.round + 1;
    await this.repository.join(tx, conversation.id, comment.id, round);
    await recordChange(this.audit, tx, null, conversation, 'inbox.reopen', { from, commentId: comment.id });
    return true;
  }

  /** From waiting, with what was left of the clock. */
  async resume(tx: Tx, conversation: Conversation): Promise<void> {
    const now = this.clock.now();
    const left = Number(conversation.pausedLeftMs ?? 0);
    const due = new Date(addCounted(now.getTime(), left, await this.settings.clock(tx)));
    const clock = conversation.promisedAt === null ? { dueAt: due } : { promisedAt: due };
    const state = openState(conversation.ownerId);
    await this.repository.update(tx, conversation, { state, pausedLeftMs: null, ...clock }, now);
  }

  /** From its end, with a clock of its own. How the round before ended stays in the numbers. */
  async renew(
    tx: Tx,
    conversation: Conversation,
    asked: Pick<Conversation, 'startedAt'> & Partial<Pick<Conversation, 'commentId' | 'reason'>>,
  ): Promise<void> {
    await query(tx, KEEP, [conversation.id]);
    const now = this.clock.now();
    const settings = await this.settings.clock(tx);
    const due = new Date(dueAt(asked.startedAt.getTime(), settings));
    const fresh: Partial<Conversation> = {
      ...asked,
      state: openState(conversation.ownerId),
      round: conversation.round + 1,
      dueAt: due,
      policy: settings.policy,
      promisedAt: null,
      collectedLate: due.getTime() <= now.getTime(),
      firstAnsweredAt: null,
      answeredAt: null,
      endReason: null,
      pausedLeftMs: null,
    };
    await this.repository.update(tx, conversation, fresh, now);
  }
}

const KEEP = `insert into conversation_round (conversation_id, round, comment_id, state, department_id, started_at, due_at,
    first_answered_at, answered_at, collected_late)
  select id, round, comment_id, state, department_id, started_at, due_at, first_answered_at, answered_at, collected_late
  from conversation where id = $1`;
