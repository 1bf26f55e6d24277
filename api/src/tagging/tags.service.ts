import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type {
  CommentTagsResult,
  PublicTheme,
  SetCommentTagsInput,
  TagInput,
  TagView,
  UpdateTagInput,
} from '@forhoering/shared/contracts/tag.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { isQuestionTag } from '@forhoering/shared/inbox/needs-answer.rules.js';
import { isTagKey, proposeKey } from '@forhoering/shared/tags/tag-keys.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { CommentsService } from '../comments/comments.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { isUniqueViolation } from '../platform/database/database-errors.js';
import { announcePublicChange } from '../platform/database/public-change.js';
import type { Tx } from '../platform/database/sql.js';
import { conflict, invalidField, notFound } from '../platform/http/problem-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { Tag } from './tag.entity.js';
import { QUESTION_TAGGED } from './tags.events.js';
import { TagsRepository } from './tags.repository.js';

/** The code book of a consultation, and tags on comments. */
@Injectable()
export class TagsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: TagsRepository,
    private readonly comments: CommentsService,
    private readonly consultations: ConsultationsService,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  async list(consultationId: string): Promise<TagView[]> {
    await this.consultations.requireExists(consultationId);
    return this.repository.list(consultationId);
  }

  async publicThemes(slug: string): Promise<PublicTheme[]> {
    return this.repository.publicThemes(await this.consultations.publicIdFast(slug));
  }

  async create(actor: Actor, consultationId: string, input: TagInput): Promise<TagView> {
    await this.consultations.requireExists(consultationId);
    const id = await this.db.transaction(async (tx) => {
      await this.repository.lockCodeBook(tx, consultationId);
      const tags = await this.repository.ofConsultation(tx, consultationId);
      if (tags.length >= LIMITS.tagsPerConsultation)
        throw invalidField('name', 'too-many', { max: LIMITS.tagsPerConsultation });
      this.checkParent(tags, null, input.parentId ?? null);
      const tag = this.newTag(consultationId, input, tags);
      await this.store(() => this.repository.insert(tx, tag));
      await this.audit.record(tx, {
        actor,
        action: 'tag.create',
        subjectKind: 'tag',
        subjectId: tag.id,
        consultationId,
      });
      return tag.id;
    });
    return this.one(consultationId, id);
  }

  async update(actor: Actor, id: string, input: UpdateTagInput): Promise<TagView> {
    const consultationId = await this.db.transaction(async (tx) => {
      const tag = await this.required(tx, id);
      await this.repository.lockCodeBook(tx, tag.consultationId);
      if (tag.version !== input.version) throw conflict('version-conflict');
      if (input.parentId !== undefined)
        this.checkParent(await this.repository.ofConsultation(tx, tag.consultationId), id, input.parentId);
      if (input.key !== undefined && !isTagKey(input.key)) throw invalidField('key', 'not-allowed-value');
      const { version: _, ...values } = input;
      await this.store(() => this.repository.update(tx, id, { ...values, version: tag.version + 1 }));
      await this.audit.record(tx, {
        actor,
        action: 'tag.update',
        subjectKind: 'tag',
        subjectId: id,
        consultationId: tag.consultationId,
        data: {
          ...(input.isPublic === undefined || input.isPublic === tag.isPublic ? {} : { isPublic: input.isPublic }),
          ...(input.readByAnother === undefined || input.readByAnother === tag.readByAnother
            ? {}
            : { readByAnother: input.readByAnother }),
        },
      });
      if (tag.isPublic || input.isPublic === true) await announcePublicChange(tx, tag.consultationId);
      return tag.consultationId;
    });
    return this.one(consultationId, id);
  }

  /** Only a tag that nothing carries can go; else its comments would lose a person's decision without a trace. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const tag = await this.required(tx, id);
      await this.repository.lockCodeBook(tx, tag.consultationId);
      if (await this.repository.inUse(tx, id)) throw conflict('tag-in-use');
      await this.repository.remove(tx, id);
      if (tag.isPublic) await announcePublicChange(tx, tag.consultationId);
      await this.audit.record(tx, {
        actor,
        action: 'tag.delete',
        subjectKind: 'tag',
        subjectId: id,
        consultationId: tag.consultationId,
      });
    });
  }

  /** Replaces a comment's tags. With `version`, nobody's tags set in between are lost. */
  async setOnComment(actor: Actor, commentId: string, input: SetCommentTagsInput): Promise<CommentTagsResult> {
    const tagIds = [...new Set(input.tagIds)].sort();
    return this.db.transaction(async (tx) => {
      const comment = await this.comments.forChange(tx, commentId);
      if (!(await this.repository.allOf(tx, comment.consultationId, tagIds))) throw invalidField('tagIds', 'not-found');
      const version = await this.comments.setTags(tx, commentId, tagIds, input.version ?? null);
      if (version === null) throw conflict('version-conflict', { version: comment.version });
      await this.repository.replaceOnComment(tx, comment, tagIds, actor.accountId);
      const added = tagIds.filter((id) => !comment.tagIds.includes(id));
      const removed = comment.tagIds.filter((id) => !tagIds.includes(id));
      const data = { added, removed };
      if ((await this.repository.namesOf(tx, added)).some(isQuestionTag))
        await this.jobs.enqueue(tx, QUESTION_TAGGED, { commentId });
      if (await this.repository.anyPublic(tx, [...added, ...removed]))
        await announcePublicChange(tx, comment.consultationId);
      await this.audit.record(tx, {
        actor,
        action: 'comment.tag',
        subjectKind: 'comment',
        subjectId: commentId,
        consultationId: comment.consultationId,
        data,
      });
      return { id: commentId, tagIds, version };
    });
  }

  private newTag(consultationId: string, input: TagInput, tags: Tag[]): Tag {
    const taken = new Set(tags.map((tag) => tag.key));
    if (input.key !== undefined && !isTagKey(input.key)) throw invalidField('key', 'not-allowed-value');
    const parent = tags.find((tag) => tag.id === input.parentId);
    return {
      id: uuidv7(),
      consultationId,
      parentId: input.parentId ?? null,
      name: input.name,
      description: input.description ?? '',
      keywords: input.keywords ?? [],
      colour: input.colour ?? parent?.colour ?? (tags.filter((tag) => tag.parentId === null).length % 8) + 1,
      key: input.key ?? proposeKey(input.name, taken),
      isPublic: input.isPublic ?? false,
      readByAnother: input.readByAnother ?? false,
      position: tags.length,
      createdAt: this.clock.now(),
      version: 1,
    };
  }

  /** A tag can stand under another one of the same consultation, two levels deep at most and never under itself. */
  private checkParent(tags: Tag[], id: string | null, parentId: string | null): void {
    if (parentId === null) return;
    const parent = tags.find((tag) => tag.id === parentId);
    if (!parent || parent.id === id) throw invalidField('parentId', 'not-found');
    const hasChildren = id !== null && tags.some((tag) => tag.parentId === id);
    if (parent.parentId !== null || hasChildren) throw invalidField('parentId', 'not-allowed-value');
  }

  private async store(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (isUniqueViolation(error, 'tag_name_key')) throw conflict('tag-name-taken');
      if (isUniqueViolation(error, 'tag_single_key')) throw conflict('tag-key-taken');
      throw error;
    }
  }

  private async required(tx: Tx, id: string): Promise<Tag> {
    const tag = await this.repository.byId(tx, id);
    if (!tag) throw notFound();
    return tag;
  }

  private async one(consultationId: string, id: string): Promise<TagView> {
    const tag = (await this.repository.list(consultationId)).find((candidate) => candidate.id === id);
    if (!tag) throw notFound();
    return tag;
  }
}
