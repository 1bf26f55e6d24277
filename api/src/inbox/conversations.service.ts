import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dueAt, leftAtPause } from '@forhoering/shared/inbox/clock.rules.js';
import { needsAnswer, type NeedsReason } from '@forhoering/shared/inbox/needs-answer.rules.js';
import type { AssignInput, NoAnswerInput } from '@forhoering/shared/contracts/inbox.contract.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import type { Comment } from '../comments/comment.entity.js';
import { CommentsService } from '../comments/comments.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict, invalidField, notFound } from '../platform/http/problem-error.js';
import type { Conversation } from './conversation.entity.js';
import { mayMove, openState, type Move } from './conversation.rules.js';
import { ConversationsRepository } from './conversations.repository.js';
import { answererOf, requireSees, requireThere } from './inbox-access.js';
import { recordChange } from './inbox-audit.js';
import { InboxSettingsService } from './inbox-settings.service.js';
import { ProposalsRepository } from './proposals.repository.js';
import { RoundsService } from './rounds.service.js';
import { RoutingService } from './routing.service.js';

/** Conversations: how they begin, who has them, and when their clock runs. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly comments: CommentsService,
    private readonly repository: ConversationsRepository,
    private readonly settings: InboxSettingsService,
    private readonly routing: RoutingService,
    private readonly rounds: RoundsService,
    private readonly proposals: ProposalsRepository,
    private readonly audit: AuditService,
  ) {}

  /** A comment arrived: a conversation goes on with it, or begins when the rules say that it asks. Twice is once. */
  async arrived(commentId: string, addressed = false): Promise<void> {
    const comment = await this.comments.byId(commentId);
    if (comment.channel === 'import') return;
    await this.db.transaction(async (tx) => {
      if (await this.repository.byComment(commentId, tx)) return;
      const home = await this.repository.home(tx, commentId);
      if (home?.thread_id && (await this.rounds.replied(tx, comment, home.thread_id, home.below_answer))) return;
      const reason =
        home?.below_answer === true ? 'below-answer' : (needsAnswer(comment.text) ?? (addressed ? 'addressed' : null));
      if (reason !== null) await this.begin(tx, null, comment, reason);
    });
  }

  /** A person says that it needs an answer, whatever the rules say. @returns the conversation's id, also when it was there */
  beginByPerson(me: SignedIn, commentId: string): Promise<string> {
    return this.beginWithout(commentId, 'person', me);
  }

  /** A conversation without asking the rules; there is one all the same when it is called twice. @returns its id */
  async beginWithout(commentId: string, reason: NeedsReason, actor: Actor | null = null): Promise<string> {
    const there = await this.repository.byComment(commentId);
    if (there) return there.id;
    const comment = await this.comments.byId(commentId);
    await this.db.transaction((tx) => this.begin(tx, actor, comment, reason));
    const made = await this.repository.byComment(commentId);
    if (!made) throw notFound();
    return made.id;
  }

  /** From somebody who cannot answer any more to whoever is on duty, else visibly to nobody. */
  async release(id: string, ownerId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const conversation = await this.repository.forChange(tx, id);
      if (conversation?.ownerId !== ownerId || !mayMove(conversation.state, 'assign')) return;
      const { departmentId } = conversation;
      const next = departmentId === null ? null : await this.routing.onDuty(tx, departmentId);
      const state = conversation.state === 'waiting' ? 'waiting' : openState(next);
      await this.repository.update(tx, conversation, { ownerId: next, state }, this.clock.now());
      await this.record(tx, null, conversation, 'inbox.assign', { departmentId, ownerId: next });
    });
  }

  private async begin(tx: Tx, actor: Actor | null, comment: Comment, reason: NeedsReason): Promise<void> {
    const now = this.clock.now();
    const settings = await this.settings.clock(tx);
    const home = await this.repository.home(tx, comment.id);
    const route = await this.routing.routeFor(tx, comment.text, home?.department_id ?? null);
    // The platform's own time of the question; a person who asks for an answer later starts the clock then.
    const startedAt = reason === 'person' || reason === 'tag' ? now : (comment.upstreamAt ?? comment.receivedAt);
    const due = new Date(dueAt(startedAt.getTime(), settings));
    const conversation: Conversation = {
      id: uuidv7(),
      commentId: comment.id,
      consultationId: comment.consultationId,
      state: openState(route.ownerId),
      reason,
      round: 1,
      ...route,
      startedAt,
      policy: settings.policy,
      dueAt: due,
      promisedAt: null,
      pausedLeftMs: null,
      firstAnsweredAt: null,
      answeredAt: null,
      collectedLate: due.getTime() <= now.getTime(),
      endReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    if (!(await this.repository.insert(tx, conversation))) return;
    await this.record(tx, actor, conversation, 'inbox.begin', { reason, ...route });
    await this.repository.announce(tx, conversation.id);
  }

  /** To a department, a person, or both. A department without a person is given to whoever is on duty there. */
  async assign(me: SignedIn, id: string, { departmentId, userId, version }: AssignInput): Promise<void> {
    await this.change(me, id, 'assign', version, async (tx, conversation) => {
      const person = userId ? await answererOf(tx, 'userId', userId) : null;
      if (userId && userId !== me.accountId) await requireThere(tx, 'userId', userId);
      const department =
        departmentId === undefined ? (person?.department_id ?? conversation.departmentId) : departmentId;
      if (departmentId) await this.requireDepartment(tx, departmentId);
      const moved = department !== conversation.departmentId;
      const ownerId =
        userId === undefined
          ? moved && department !== null
            ? await this.routing.onDuty(tx, department)
            : conversation.ownerId
          : userId;
      const state = conversation.state === 'waiting' ? 'waiting' : openState(ownerId);
      await this.repository.update(tx, conversation, { departmentId: department, ownerId, state }, this.clock.now());
      await this.record(tx, me, conversation, 'inbox.assign', { departmentId: department, ownerId });
    });
  }

  /** "I take it." */
  async take(me: SignedIn, id: string, version?: number): Promise<void> {
    await this.change(me, id, 'assign', version, async (tx, conversation) => {
      const state = conversation.state === 'waiting' ? 'waiting' : 'assigned';
      const departmentId = conversation.departmentId ?? me.departmentId;
      await this.repository.update(tx, conversation, { ownerId: me.accountId, departmentId, state }, this.clock.now());
      await this.record(tx, me, conversation, 'inbox.take', {});
    });
  }

  /** Ends it without an answer; the reason stays. */
  async noAnswer(me: SignedIn, id: string, { reason, version }: NoAnswerInput): Promise<void> {
    await this.change(me, id, 'noAnswer', version, async (tx, conversation) => {
      await this.repository.update(
        tx,
        conversation,
        { state: 'no_answer_needed', endReason: reason },
        this.clock.now(),
      );
      await query(tx, 'delete from inbox_draft where conversation_id = $1', [id]);
      await this.proposals.drop(tx, id, this.clock.now());
      await this.record(tx, me, conversation, 'inbox.noAnswer', {});
    });
  }

  /** Waits for the citizen: the clock keeps what is left. */
  async wait(me: SignedIn, id: string, version?: number): Promise<void> {
    await this.change(me, id, 'wait', version, async (tx, conversation) => {
      const now = this.clock.now();
      const due = (conversation.promisedAt ?? conversation.dueAt).getTime();
      const left = leftAtPause(now.getTime(), due, await this.settings.clock(tx));
      await this.repository.update(tx, conversation, { state: 'waiting', pausedLeftMs: String(left) }, now);
      await this.record(tx, me, conversation, 'inbox.wait', {});
    });
  }

  /** Goes on: from waiting with what was left of the clock, from done with a new one. */
  async reopen(me: SignedIn, id: string, version?: number): Promise<void> {
    await this.change(me, id, null, version, async (tx, conversation) => {
      const move: Move = conversation.state === 'waiting' ? 'resume' : 'reopen';
      requireMove(conversation, move);
      if (move === 'resume') await this.rounds.resume(tx, conversation);
      else await this.rounds.renew(tx, conversation, { startedAt: this.clock.now() });
      await this.record(tx, me, conversation, 'inbox.reopen', { from: conversation.state });
    });
  }

  /**
   * One change of one conversation, by somebody who may see it.
   * @throws 404; 403 another department's; 409 `version-conflict`, `conversation-done`
   */
  async change(
    me: SignedIn,
    id: string,
    move: Move | null,
    version: number | undefined,
    work: (tx: Tx, conversation: Conversation) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const conversation = await this.repository.forChange(tx, id);
      if (!conversation) throw notFound();
      requireSees(me, conversation);
      if (version !== undefined && version !== conversation.version) throw conflict('version-conflict');
      if (move !== null) requireMove(conversation, move);
      await work(tx, conversation);
    });
  }

  async record(
    tx: Tx,
    actor: Actor | null,
    conversation: Pick<Conversation, 'id' | 'consultationId'>,
    action: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    await recordChange(this.audit, tx, actor, conversation, action, data);
  }

  private async requireDepartment(tx: Tx, id: string): Promise<void> {
    if (!(await queryOne(tx, 'select 1 from department where id = $1', [id])))
      throw invalidField('departmentId', 'not-found');
  }
}

function requireMove(conversation: Conversation, move: Move): void {
  if (!mayMove(conversation.state, move)) throw conflict('conversation-done', { state: conversation.state });
}
