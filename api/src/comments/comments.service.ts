import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { formatCommentNumber, parseCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { PublicAnswer } from '@forhoering/shared/contracts/public-comment.contract.js';
import type { CommentState } from '@forhoering/shared/comments/comment-states.js';
import type {
  CommentReceipt,
  EnterCommentInput,
  QuestionAnswer,
  SubmitCommentInput,
} from '@forhoering/shared/contracts/comment.contract.js';
import { isInDenmark } from '@forhoering/shared/geo/denmark.js';
import { maskForIndex, screenComment } from '@forhoering/shared/screening/screen-comment.js';
import { cleanText, textProblem } from '@forhoering/shared/text/clean-text.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { COPENHAGEN, parseOpening } from '@forhoering/shared/time/wall-time.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { linkChannel } from '../consultations/link-visits.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { announcePublicAddition, announcePublicChange } from '../platform/database/public-change.js';
import type { Tx } from '../platform/database/sql.js';
import { conflict, invalidField, ProblemError } from '../platform/http/problem-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { KeyRing } from '../platform/keys/keys.js';
import { COMMENT_RECEIVED } from './comments.events.js';
import { acceptAnswers, publicVersion, screenedFields, statesAfterScreening } from './comment.rules.js';
import type { Comment } from './comment.entity.js';
import { CommentsRepository, type EntryDetails, type NewComment, type StoredComment } from './comments.repository.js';
import { CommentPhotosService } from './photos/comment-photos.service.js';
import { PublicCommentsRepository } from './public-comments.repository.js';
import { networkHash } from './network.js';
import { privateLinkToken } from './private-link.js';

/** The one numbered register: what comes in, and the few changes that higher features may make to it. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly keys: KeyRing,
    private readonly repository: CommentsRepository,
    private readonly shown: PublicCommentsRepository,
    private readonly photos: CommentPhotosService,
    private readonly consultations: ConsultationsService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /**
   * A citizen's comment. A submit that arrives twice gives the first one's receipt.
   * @param unproven proof of work was asked for and not done: a person looks first
   * @throws 404 unknown address; 409 `consultation-closed`, `consultation-not-open-yet`, `idempotency-key-reused`; 422 text
   */
  async receive(slug: string, input: SubmitCommentInput, address: string, unproven = false): Promise<CommentReceipt> {
    const text = this.acceptText(input.text, LIMITS.commentText);
    if (input.point && !isInDenmark(input.point)) throw invalidField('point', 'place-outside-denmark');
    const consultationId = await this.consultations.publicIdFast(slug);
    const answers = await this.acceptAnswers(consultationId, input.questionAnswers ?? []);
    const parentId = input.replyTo ? await this.replyTarget(consultationId, input.replyTo) : null;
    const network = networkHash(this.keys, address);
    const comment = { ...this.newComment({ ...input, text, questionAnswers: answers }, network, unproven), parentId };
    const stored = await this.db.transaction(async (tx) => {
      const before = await this.sameSubmit(tx, consultationId, comment);
      if (before) return before;
      const inserted = await this.repository.store(tx, consultationId, comment);
      if (!inserted) return this.takenKey(tx, consultationId, comment);
      await this.photos.claim(tx, inserted.id, comment.photos);
      await this.announce(tx, inserted, null, 'comment.receive', comment.channel);
      return inserted;
    });
    if (stored) return this.receipt(stored);
    await this.consultations.requireOpen(slug);
    // It has opened since the statement asked: the sender tries again.
    throw new ProblemError(503, 'service-unavailable');
  }

  /** A letter, a phone call, a meeting: written in by staff, before, during or after the period. */
  async enter(actor: Actor, consultationId: string, input: EnterCommentInput): Promise<string> {
    const text = this.acceptText(input.text, LIMITS.staffCommentText);
    const comment: NewComment = { ...this.newComment({ ...input, text }, null), channel: input.channel };
    const entry: EntryDetails = {
      enteredBy: actor.accountId,
      arrivedAt: this.arrival(input.receivedAt),
      note: input.note || null,
      permalink: input.permalink || null,
    };
    const stored = await this.db.transaction(async (tx) => {
      const inserted = await this.repository.store(tx, consultationId, comment, entry);
      if (!inserted) return this.takenKey(tx, consultationId, comment);
      await this.announce(tx, inserted, actor, 'comment.enter', comment.channel);
      return inserted;
    });
    if (!stored) throw conflict('consultation-not-published');
    return stored.id;
  }

  /** @throws 404 */
  async byId(id: string, tx?: Tx): Promise<Comment> {
    const comment = await this.repository.byId(id, tx);
    if (!comment) throw new ProblemError(404, 'not-found');
    return comment;
  }

  /** Spam signals hold a comment, except in tests under load. */
  get spamHold(): boolean {
    return this.config.rateLimit;
  }

  /** For moderation: the row, locked until `tx` ends. @throws 404 */
  async forChange(tx: Tx, id: string): Promise<Comment> {
    const comment = await this.repository.forChange(tx, id);
    if (!comment) throw new ProblemError(404, 'not-found');
    return comment;
  }

  async setState(tx: Tx, comment: Comment): Promise<void> {
    await this.repository.setState(tx, comment);
    await announcePublicChange(tx, comment.consultationId);
  }

  /** What the municipality answered, for everybody who may read the comment and for the writer on the private link. */
  async setAnswers(tx: Tx, id: string, answers: PublicAnswer[]): Promise<void> {
    const consultationId = await this.repository.setAnswers(tx, id, answers);
    if (consultationId !== null) await announcePublicChange(tx, consultationId);
  }

  /** @returns the new version; null when somebody changed the comment since `version` */
  setTags(tx: Tx, id: string, tagIds: string[], version: number | null): Promise<number | null> {
    return this.repository.setTags(tx, id, tagIds, version);
  }

  wipeNetworks(): Promise<void> {
    return this.repository.wipeNetworks();
  }

  privateUrl(commentId: string): string {
    return `${this.config.publicUrl}/m/${privateLinkToken(this.keys, commentId)}`;
  }

  private async acceptAnswers(consultationId: string, given: QuestionAnswer[]): Promise<QuestionAnswer[]> {
    if (given.length === 0) return [];
    const kept = acceptAnswers((await this.consultations.require(consultationId)).questions, given);
    if (kept === null) throw invalidField('questionAnswers', 'not-allowed-value');
    return kept;
  }

  /** @throws 422 for a text that is empty, too long or not text */
  acceptText(raw: string, max: number): string {
    const problem = textProblem(raw, { min: 1, max });
    if (problem) throw invalidField('text', problem.code, problem.params);
    return cleanText(raw);
  }

  /** @throws 409 `replies-not-allowed`, `reply-target-gone` */
  private async replyTarget(consultationId: string, number: string): Promise<string> {
    const parsed = parseCommentNumber(number);
    const target = await this.shown.replyTarget(consultationId, parsed?.number ?? 0);
    if (!target.allowed) throw conflict('replies-not-allowed');
    if (target.id === null) throw conflict('reply-target-gone');
    return target.id;
  }

  private newComment(input: SubmitCommentInput, network: Buffer | null, unproven = false): NewComment {
    const said = {
      text: input.text,
      authorName: input.name || null,
      speaksAs: input.speaksAs ?? 'private',
      organisation: input.organisation || null,
      nameProtected: input.nameProtected === true,
      place: input.place || null,
    };
    const screened = screenComment({
      ...screenedFields(said),
      honeypot: input.website ?? '',
      spamHold: this.spamHold,
    });
    const shown = publicVersion({ ...said, showName: true, findings: screened.findings }, false);
    return {
      id: uuidv7(),
      channel: 'web',
      via: linkChannel(input.via),
      text: input.text,
      searchText: maskForIndex(input.text, screened.findings),
      author: said.authorName,
      publicAuthor: shown.author,
      publicPlace: shown.place,
      speaksAs: said.speaksAs,
      organisation: said.organisation,
      nameProtected: said.nameProtected,
      place: said.place,
      language: input.language ?? 'da',
      questionAnswers: input.questionAnswers ?? [],
      point: input.point ?? null,
      photos: input.photos ?? [],
      parentId: null,
      email: input.email || null,
      states: statesAfterScreening(screened.hold || unproven),
      flags: unproven ? [...screened.flags, 'unproven'] : screened.flags,
      findings: screened.findings,
      textHash: createHash('sha256').update(input.text).digest(),
      idempotencyKey: input.idempotencyKey || null,
      networkHash: network,
    };
  }

  /** Without a key (no script), the same text from the same network within ten minutes is the same submit. */
  private async sameSubmit(tx: Tx, consultationId: string, comment: NewComment): Promise<StoredComment | null> {
    if (comment.idempotencyKey !== null || comment.networkHash === null) return null;
    await this.repository.lockDouble(tx, comment.networkHash, comment.textHash);
    return this.repository.recentFromNetwork(tx, consultationId, comment.networkHash, comment.textHash);
  }

  private async takenKey(tx: Tx, consultationId: string, comment: NewComment): Promise<StoredComment | null> {
    if (comment.idempotencyKey === null) return null;
    const first = await this.repository.byIdempotencyKey(tx, consultationId, comment.idempotencyKey);
    if (first && !first.text_hash.equals(comment.textHash)) throw conflict('idempotency-key-reused');
    return first;
  }

  private async announce(
    tx: Tx,
    stored: StoredComment,
    actor: Actor | null,
    action: string,
    channel: string,
  ): Promise<void> {
    const consultationId = stored.consultation_id;
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'comment',
      subjectId: stored.id,
      consultationId,
      data: { state: stored.state, channel },
    });
    await this.jobs.enqueue(tx, COMMENT_RECEIVED, { commentId: stored.id });
    if (stored.state === 'public') await announcePublicAddition(tx, consultationId);
  }

  private arrival(receivedAt: string | undefined): Date {
    if (receivedAt === undefined || receivedAt === '') return this.clock.now();
    const parsed = parseOpening(receivedAt, COPENHAGEN);
    if (!parsed) throw invalidField('receivedAt', 'not-a-date');
    const arrived = new Date(parsed.instant);
    if (arrived.getTime() > this.clock.nowMs() + 60_000) throw invalidField('receivedAt', 'in-the-future');
    return arrived;
  }

  private receipt(stored: {
    id: string;
    year: number;
    consultation_number: number;
    number: number;
    state: CommentState;
  }): CommentReceipt {
    return {
      number: formatCommentNumber(stored.year, stored.consultation_number, stored.number),
      privateUrl: this.privateUrl(stored.id),
      state: stored.state,
    };
  }
}
