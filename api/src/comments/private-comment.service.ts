import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatCommentNumber, parseCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { nextCommentState } from '@forhoering/shared/comments/comment-states.js';
import type {
  EditCommentInput,
  FollowInput,
  PrivateCommentView,
} from '@forhoering/shared/contracts/comment.contract.js';
import type { ConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import type { CommentPhotoView } from '@forhoering/shared/contracts/file.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { maskForIndex, screenComment } from '@forhoering/shared/screening/screen-comment.js';
import { AuditService } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { announcePublicChange } from '../platform/database/public-change.js';
import type { Tx } from '../platform/database/sql.js';
import { conflict, invalidField, notFound } from '../platform/http/problem-error.js';
import { KeyRing } from '../platform/keys/keys.js';
import { pointOf, publicVersion, screenedFields, statesAfterEdit } from './comment.rules.js';
import type { Comment } from './comment.entity.js';
import { CommentsService } from './comments.service.js';
import { CommentPhotosService } from './photos/comment-photos.service.js';
import { codeMatches, commentIdOf, printedCode } from './private-link.js';
import { PrivateCommentRepository, type NewWords } from './private-comment.repository.js';

/** What somebody can see and do with the private link of their own comment. No account: who has the link is the writer. */
@Injectable()
export class PrivateCommentService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly comments: CommentsService,
    private readonly repository: PrivateCommentRepository,
    private readonly photos: CommentPhotosService,
    private readonly consultations: ConsultationsService,
    private readonly audit: AuditService,
  ) {}

  /** @throws 404 for a token that none of our keys made */
  async view(token: string): Promise<PrivateCommentView> {
    const comment = await this.comments.byId(this.idOf(token));
    const [consultation, photos] = await Promise.all([
      this.consultations.get(comment.consultationId),
      this.photos.of(comment.id),
    ]);
    return this.present(comment, consultation, photos);
  }

  /** The link, for somebody who has number and code on paper. @throws 404 when they do not belong together */
  async byCode(number: string, code: string): Promise<string> {
    const parsed = parseCommentNumber(number);
    const id = parsed === null ? null : await this.repository.idByNumber(parsed);
    if (id === null || !codeMatches(this.keys, id, code)) throw notFound();
    return this.comments.privateUrl(id);
  }

  /**
   * New words. They are screened as new ones are, and what they replace is kept.
   * @throws 409 `consultation-closed` outside the period, `comment-not-editable`, `version-conflict`; 422 text
   */
  async edit(token: string, input: EditCommentInput): Promise<PrivateCommentView> {
    const id = this.idOf(token);
    const text = this.comments.acceptText(input.text, LIMITS.commentText);
    const closed = await this.db.transaction(async (tx): Promise<string | null> => {
      const before = await this.comments.forChange(tx, id);
      if (before.version !== input.version) throw conflict('version-conflict');
      if (before.channel !== 'web' || before.state === 'withdrawn') throw conflict('comment-not-editable');
      const words = this.screened(before, text, input.name);
      if (text === before.text && words.authorName === before.authorName) return null;
      const state = await this.repository.edit(tx, id, words);
      if (state === null) return before.consultationId;
      await this.repository.keepVersion(tx, before, this.clock.now());
      await this.record(tx, before, 'comment.edit', { from: before.state, to: state });
      return null;
    });
    if (closed !== null) throw await this.closed(closed);
    return this.view(token);
  }

  /** Out of everything the public sees, at once. The municipality's record keeps it. */
  async withdraw(token: string): Promise<PrivateCommentView> {
    const id = this.idOf(token);
    await this.db.transaction(async (tx) => {
      const comment = await this.comments.forChange(tx, id);
      if (comment.state === 'withdrawn') return;
      const to = nextCommentState(comment.state, 'withdraw');
      if (to === null) throw conflict('transition-not-allowed', { state: comment.state, action: 'withdraw' });
      const from = comment.state;
      await this.comments.setState(tx, {
        ...comment,
        state: to,
        publicText: null,
        publicAuthor: null,
        publicPlace: null,
      });
      await this.record(tx, comment, 'comment.withdraw', { from, to });
    });
    return this.view(token);
  }

  /** Named, or "Borger": at any time, also after the period. */
  async showName(token: string, showName: boolean): Promise<PrivateCommentView> {
    const id = this.idOf(token);
    await this.db.transaction(async (tx) => {
      const comment = await this.comments.forChange(tx, id);
      if (comment.showName === showName) return;
      comment.showName = showName;
      comment.publicAuthor = comment.state === 'public' ? publicVersion(comment, false).author : null;
      await this.repository.setShowName(tx, comment);
      await this.record(tx, comment, 'comment.showName', { showName });
    });
    return this.view(token);
  }

  /** @throws 422 without any address to write to */
  async follow(token: string, { answers, result, email = '' }: FollowInput): Promise<PrivateCommentView> {
    const id = this.idOf(token);
    await this.db.transaction(async (tx) => {
      const comment = await this.comments.forChange(tx, id);
      const address = email === '' ? comment.email : email;
      if (address === null && (answers || result)) throw invalidField('email', 'required');
      await this.repository.setFollow(tx, id, { answers, result, email: address });
      await this.record(tx, comment, 'comment.follow', { answers, result, newAddress: address !== comment.email });
    });
    return this.view(token);
  }

  /** Whose private link it is. @throws 404 for a token that none of our keys made */
  idOf(token: string): string {
    const id = commentIdOf(this.keys, token);
    if (id === null) throw notFound();
    return id;
  }

  private screened(before: Comment, text: string, name: string | undefined): NewWords {
    const said = { ...before, text, authorName: name || null };
    const found = screenComment({ ...screenedFields(said), honeypot: '', spamHold: this.comments.spamHold });
    return {
      text,
      searchText: maskForIndex(text, found.findings),
      authorName: said.authorName,
      textHash: createHash('sha256').update(text).digest(),
      findings: found.findings,
      flags: found.flags,
      states: statesAfterEdit(before.state, found.hold),
      shown: publicVersion({ ...said, findings: found.findings }, false),
    };
  }

  private async record(tx: Tx, comment: Comment, action: string, data: Record<string, unknown>): Promise<void> {
    await this.audit.record(tx, {
      actor: null,
      action,
      subjectKind: 'comment',
      subjectId: comment.id,
      consultationId: comment.consultationId,
      data,
    });
    await announcePublicChange(tx, comment.consultationId);
  }

  private async closed(consultationId: string) {
    const { closesAt, contact } = await this.consultations.require(consultationId);
    return conflict('consultation-closed', { closesAt: closesAt?.toISOString() ?? '', contact });
  }

  private present(comment: Comment, consultation: ConsultationView, photos: CommentPhotoView[]): PrivateCommentView {
    const [, year = '0', number = '0'] = /^F-(\d+)-(\d+)$/.exec(consultation.number) ?? [];
    const editable = comment.channel === 'web' && comment.state !== 'withdrawn' && consultation.state === 'open';
    return {
      number: formatCommentNumber(Number(year), Number(number), comment.number),
      state: comment.state,
      text: comment.text,
      author: comment.authorName,
      shownAs: publicVersion(comment, false).author,
      showName: comment.showName,
      nameProtected: comment.nameProtected,
      receivedAt: comment.receivedAt.toISOString(),
      editedAt: comment.editedAt?.toISOString() ?? null,
      editableUntil: editable ? consultation.closesAt : null,
      mayWithdraw: comment.state !== 'withdrawn',
      code: printedCode(this.keys, comment.id),
      place: comment.place,
      point: pointOf(comment),
      photos: photos.map(({ state, altText }) => ({ state, altText })),
      questionAnswers: comment.questionAnswers,
      version: comment.version,
      hasEmail: comment.email !== null,
      follow: { answers: comment.followAnswers, result: comment.followResult },
      heldFor: comment.state === 'held' ? heldFor(comment) : [],
      hiddenReason: comment.hiddenReason,
      answers: comment.answers,
      consultation: {
        slug: consultation.slug,
        title: consultation.title,
        state: consultation.state,
        closesAt: consultation.closesAt,
        contact: consultation.contact,
        questions: consultation.questions.map(({ id, label }) => ({ id, label })),
      },
    };
  }
}

function heldFor({ findings, flags }: Comment): string[] {
  const signals = flags.map((flag) => (flag === 'unproven' ? flag : 'spam'));
  return [...new Set([...findings.map(({ kind }) => kind), ...signals])];
}
