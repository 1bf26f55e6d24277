import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { nextCommentState, stateBefore, type CommentState } from '@forhoering/shared/comments/comment-states.js';
import type { CommentDetail, DecideCommentInput } from '@forhoering/shared/contracts/comment.contract.js';
import type { Visibility } from '@forhoering/shared/contracts/consultation.contract.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import type { Comment } from '../comments/comment.entity.js';
import { publicationRefusal, publicVersion } from '../comments/comment.rules.js';
import { CommentReaderService } from '../comments/comment-reader.service.js';
import { CommentsService } from '../comments/comments.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { conflict, invalidField } from '../platform/http/problem-error.js';
import type { Tx } from '../platform/database/sql.js';
import { Decision } from './decision.entity.js';

/** Where a decision leads, and what is said or left out there. */
interface Step {
  to: CommentState;
  reason: string | null;
  withoutMarked: boolean;
}

/** People deciding about comments: show, show without the marked parts, hide with a reason, take the last one back. */
@Injectable()
export class ModerationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly comments: CommentsService,
    private readonly reader: CommentReaderService,
    private readonly consultations: ConsultationsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Publishes, hides or undoes. Every decision is kept; an undo is one more decision, never a deletion.
   *
   * @throws 409 `version-conflict`, `transition-not-allowed`, `nothing-to-undo`, or the refusal of a publication
   */
  async decide(actor: Actor, id: string, input: DecideCommentInput): Promise<CommentDetail> {
    if (input.action === 'hide' && !input.reason) throw invalidField('reason', 'reason-missing');
    // Read before the transaction: one that waits for a second connection could wait for ever under load.
    const visibility = await this.visibilityOf(id);
    await this.db.transaction(async (tx) => {
      const comment = await this.comments.forChange(tx, id);
      if (input.version !== undefined && input.version !== comment.version) throw conflict('version-conflict');
      const from = comment.state;
      const step = input.action === 'undo' ? await this.before(tx, actor, comment) : this.ahead(comment, input);
      this.become(comment, step, visibility);
      await this.comments.setState(tx, { ...comment, state: step.to });
      await this.keep(tx, actor, comment, input.action, { ...step, from });
    });
    return this.reader.detail(id);
  }

  private ahead(comment: Comment, { action, reason, withoutMarked }: DecideCommentInput): Step {
    const to = action === 'undo' ? null : nextCommentState(comment.state, action);
    if (to === null) throw conflict('transition-not-allowed', { state: comment.state, action });
    return { to, reason: action === 'hide' ? (reason ?? null) : null, withoutMarked: withoutMarked === true };
  }

  /** Where the caller's own latest decision came from, with what was said there: the earlier reason, the earlier redaction. */
  private async before(tx: Tx, actor: Actor, comment: Comment): Promise<Step> {
    const taken = await tx.getRepository(Decision).find({
      where: { commentId: comment.id },
      order: { at: 'DESC', id: 'DESC' },
    });
    const [latest, ...earlier] = taken;
    const mine = latest !== undefined && latest.action !== 'undo' && latest.actorId === actor.accountId;
    // The citizen may have edited or withdrawn it since: then there is nothing of ours left to take back.
    const to = mine && latest.toState === comment.state ? stateBefore(comment.state, latest.fromState) : null;
    if (to === null) throw conflict('nothing-to-undo');
    const led = earlier.find((one) => one.toState === to);
    return { to, reason: led?.reason ?? null, withoutMarked: led?.withoutMarked ?? false };
  }

  private async visibilityOf(commentId: string): Promise<Visibility> {
    const { consultationId } = await this.comments.byId(commentId);
    return (await this.consultations.require(consultationId)).visibility;
  }

  /** Hide is not delete: only what the public reads goes. */
  private become(comment: Comment, { to, reason, withoutMarked }: Step, visibility: Visibility): void {
    const refusal = to === 'public' ? publicationRefusal(comment.findings, visibility, withoutMarked) : null;
    if (refusal !== null) throw conflict(refusal);
    const shown = to === 'public' ? publicVersion(comment, withoutMarked) : null;
    comment.publicText = shown?.text ?? null;
    comment.publicAuthor = shown?.author ?? null;
    comment.publicPlace = shown?.place ?? null;
    comment.hiddenReason = reason;
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    comment: Pick<Comment, 'id' | 'consultationId'>,
    action: DecideCommentInput['action'],
    { from, to, reason, withoutMarked }: Step & { from: CommentState },
  ): Promise<void> {
    await tx.getRepository(Decision).insert({
      id: uuidv7(),
      commentId: comment.id,
      consultationId: comment.consultationId,
      at: this.clock.now(),
      actorId: actor.accountId,
      actorName: actor.name,
      action,
      fromState: from,
      toState: to,
      reason,
      withoutMarked,
    });
    await this.audit.record(tx, {
      actor,
      action: `comment.${action}`,
      subjectKind: 'comment',
      subjectId: comment.id,
      consultationId: comment.consultationId,
      data: { from, to, withoutMarked },
    });
  }
}
