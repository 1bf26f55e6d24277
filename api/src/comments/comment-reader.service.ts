import { Injectable } from '@nestjs/common';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { CommentCounts, CommentDetail, CommentPage } from '@forhoering/shared/contracts/comment.contract.js';
import type { PublicCommentPage, PublicPlace } from '@forhoering/shared/contracts/public-comment.contract.js';
import { AuditService } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem-error.js';
import { CommentListRepository, listItem, type CommentFilter } from './comment-list.repository.js';
import { CommentsRepository } from './comments.repository.js';
import { pointOf } from './comment.rules.js';
import type { PublicCommentFilter } from './public-filter.js';
import { CommentPhotosService } from './photos/comment-photos.service.js';
import { PrivateCommentRepository } from './private-comment.repository.js';
import { PublicCommentsRepository } from './public-comments.repository.js';

/** Reading the register: as staff, as the public, and as the one who wrote. */
@Injectable()
export class CommentReaderService {
  constructor(
    private readonly db: Database,
    private readonly own: PrivateCommentRepository,
    private readonly lists: CommentListRepository,
    private readonly shown: PublicCommentsRepository,
    private readonly comments: CommentsRepository,
    private readonly photos: CommentPhotosService,
    private readonly consultations: ConsultationsService,
    private readonly audit: AuditService,
  ) {}

  async list(consultationId: string, filter: CommentFilter): Promise<CommentPage> {
    const found = await this.lists.list(consultationId, filter);
    // Only an empty list leaves the question open; asking it every time costs a round trip.
    if (found.items.length === 0) await this.consultations.requireExists(consultationId);
    return found;
  }

  async counts(consultationId: string): Promise<CommentCounts> {
    await this.consultations.requireExists(consultationId);
    return this.lists.counts(consultationId);
  }

  async detail(id: string): Promise<CommentDetail> {
    const [row, comment, events, versions, photos] = await Promise.all([
      this.lists.one(id),
      this.comments.byId(id),
      this.audit.of(id),
      this.own.versions(id),
      this.photos.of(id),
    ]);
    if (!row || !comment) throw notFound();
    const more = await this.db.queryOne<{
      entered_by: string | null;
      notice_version: number | null;
      parent: number | null;
    }>(
      `select (select name from account where id = $1) as entered_by, (select version from privacy_notice where id = $2) as notice_version,
         (select number from comment where id = $3) as parent`,
      [comment.enteredBy, comment.privacyNoticeId, comment.parentId],
    );
    return {
      ...listItem(row),
      consultationId: comment.consultationId,
      publicText: comment.publicText,
      hasEmail: comment.email !== null,
      via: comment.via,
      findings: comment.findings,
      hiddenReason: comment.hiddenReason,
      externalId: comment.externalId,
      permalink: comment.permalink,
      parentId: comment.parentId,
      parentNumber: more?.parent == null ? null : formatCommentNumber(row.year, row.consultation_number, more.parent),
      supportCount: comment.supportCount,
      importId: comment.importId,
      enteredBy: more?.entered_by ?? null,
      entryNote: comment.entryNote,
      privacyNoticeVersion: more?.notice_version ?? null,
      speaksAs: comment.speaksAs,
      organisation: comment.organisation,
      nameProtected: comment.nameProtected,
      place: comment.place,
      point: pointOf(comment),
      photos,
      questionAnswers: comment.questionAnswers,
      versions: versions.map(({ text, authorName, replacedAt }) => ({
        text,
        author: authorName,
        replacedAt: replacedAt.toISOString(),
      })),
      history: events.map(({ at, action, actorName, data }) => ({ at, action, actorName, data })),
    };
  }

  async publicPlaces(slug: string): Promise<PublicPlace[]> {
    return this.shown.places(await this.consultations.publicIdFast(slug));
  }

  async publicPage(
    slug: string,
    { cursor, limit, ...filter }: PublicCommentFilter & { cursor?: string; limit?: number },
  ): Promise<PublicCommentPage> {
    return this.shown.page(await this.consultations.publicIdFast(slug), cursor, limit, filter);
  }
}
