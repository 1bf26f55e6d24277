import { Injectable } from '@nestjs/common';
import type {
  CommentCounts,
  CommentDetail,
  CommentPage,
  PrivateCommentView,
} from '@forhoering/shared/contracts/comment.contract.js';
import type { PublicCommentPage } from '@forhoering/shared/contracts/consultation.contract.js';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { AuditService } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem-error.js';
import { KeyRing } from '../platform/keys/keys.js';
import { CommentListRepository, listItem, type CommentFilter } from './comment-list.repository.js';
import { CommentsRepository } from './comments.repository.js';
import { commentIdOf } from './private-link.js';

/** Reading the register: as staff, as the public, and as the one who wrote. */
@Injectable()
export class CommentReaderService {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    private readonly lists: CommentListRepository,
    private readonly comments: CommentsRepository,
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
    const [row, comment, events] = await Promise.all([this.lists.one(id), this.comments.byId(id), this.audit.of(id)]);
    if (!row || !comment) throw notFound();
    const more = await this.db.queryOne<{ entered_by: string | null; notice_version: number | null }>(
      `select (select name from account where id = $1) as entered_by, (select version from privacy_notice where id = $2) as notice_version`,
      [comment.enteredBy, comment.privacyNoticeId],
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
      importId: comment.importId,
      enteredBy: more?.entered_by ?? null,
      entryNote: comment.entryNote,
      privacyNoticeVersion: more?.notice_version ?? null,
      history: events.map(({ at, action, actorName, data }) => ({ at, action, actorName, data })),
    };
  }

  async publicPage(slug: string, cursor: string | undefined, limit: number | undefined): Promise<PublicCommentPage> {
    return this.lists.publicPage(await this.consultations.publicIdFast(slug), cursor, limit);
  }

  /** What a private link shows to the one who has it. @throws 404 for a token that none of our keys made */
  async byPrivateLink(token: string): Promise<PrivateCommentView> {
    const id = commentIdOf(this.keys, token);
    const comment = id === null ? null : await this.comments.byId(id);
    if (!comment) throw notFound();
    const consultation = await this.consultations.get(comment.consultationId);
    const [, year = '0', number = '0'] = /^F-(\d+)-(\d+)$/.exec(consultation.number) ?? [];
    return {
      number: formatCommentNumber(Number(year), Number(number), comment.number),
      state: comment.state,
      text: comment.text,
      author: comment.authorName,
      receivedAt: comment.receivedAt.toISOString(),
      hasEmail: comment.email !== null,
      heldFor:
        comment.state === 'held'
          ? [...new Set([...comment.findings.map((f) => f.kind), ...(comment.flags.length > 0 ? ['spam'] : [])])]
          : [],
      hiddenReason: comment.hiddenReason,
      answers: [],
      consultation: {
        slug: consultation.slug,
        title: consultation.title,
        state: consultation.state,
        closesAt: consultation.closesAt,
        contact: consultation.contact,
      },
    };
  }
}
