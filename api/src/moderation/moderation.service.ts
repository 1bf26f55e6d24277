import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { nextCommentState } from '@forhoering/shared/comments/comment-states.js';
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

/** People deciding about comments: show, show without the marked parts, hide with a reason. */
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

  async decide(actor: Actor, id: string, input: DecideCommentInput): Promise<CommentDetail> {
    if (input.action === 'hide' && !input.reason) throw invalidField('reason', 'reason-missing');
    // Read before the transaction: one that waits for a second connection could wait for ever under load.
    const visibility = input.action === 'publish' ? await this.visibilityOf(id) : null;
    await this.db.transaction(async (tx) => {
      const comment = await this.comments.forChange(tx, id);
      if (input.version !== undefined && input.version !== comment.version) throw conflict('version-conflict');
      const to = nextCommentState(comment.state, input.action);
      if (to === null) throw conflict('transition-not-allowed', { state: comment.state, action: input.action });
      const from = comment.state;
      if (visibility !== null) this.show(comment, visibility, input.withoutMarked === true);
      else this.hide(comment, input.reason ?? '');
      await this.comments.setState(tx, { ...comment, state: to });
      await this.keep(tx, actor, { ...comment, state: to }, from, input);
    });
    return this.reader.detail(id);
  }

  private async visibilityOf(commentId: string): Promise<Visibility> {
    const { consultationId } = await this.reader.detail(commentId);
    return (await this.consultations.require(consultationId)).visibility;
  }

  private show(comment: Comment, visibility: Visibility, withoutMarked: boolean): void {
    const refusal = publicationRefusal(comment.findings, visibility, withoutMarked);
    if (refusal !== null) throw conflict(refusal);
    const { text, author, place } = publicVersion(comment, withoutMarked);
    comment.publicText = text;
    comment.publicAuthor = author;
    comment.publicPlace = place;
    comment.hiddenReason = null;
  }

  /** Hide is not delete: only what the public reads goes. */
  private hide(comment: Comment, reason: string): void {
    comment.publicText = null;
    comment.publicAuthor = null;
    comment.publicPlace = null;
    comment.hiddenReason = reason;
  }

  private async keep(tx: Tx, actor: Actor, comment: Comment, from: string, input: DecideCommentInput): Promise<void> {
    const withoutMarked = input.withoutMarked === true;
    await tx.getRepository(Decision).insert({
      id: uuidv7(),
      commentId: comment.id,
      consultationId: comment.consultationId,
      at: this.clock.now(),
      actorId: actor.accountId,
      actorName: actor.name,
      action: input.action,
      fromState: from,
      toState: comment.state,
      reason: input.action === 'hide' ? (input.reason ?? null) : null,
      withoutMarked,
    });
    await this.audit.record(tx, {
      actor,
      action: `comment.${input.action}`,
      subjectKind: 'comment',
      subjectId: comment.id,
      consultationId: comment.consultationId,
      data: { from, to: comment.state, withoutMarked },
    });
  }
}
