import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CommentPhotoView, DecidePhotoInput, UploadedPhoto } from '@forhoering/shared/contracts/file.contract.js';
import { AuditService, type Actor } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { announcePublicChange } from '../../platform/database/public-change.js';
import type { Tx } from '../../platform/database/sql.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { ServedFile } from '../../platform/http/send-stored-file.js';
import { invalidField, notFound } from '../../platform/http/problem-error.js';
import { KeyRing } from '../../platform/keys/keys.js';
import { Pictures } from '../../platform/pictures/pictures.service.js';
import { CommentsRepository } from '../comments.repository.js';
import type { CommentPhoto } from './comment-photo.entity.js';
import { CommentPhotosRepository } from './comment-photos.repository.js';
import { photoView } from './comment-photo.views.js';
import { photoIdOf, photoToken } from './photo-token.js';

/** Photos that citizens add. They are uploaded first and given to the comment when it is sent, so that a refusal loses none. */
@Injectable()
export class CommentPhotosService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly files: FileStore,
    private readonly pictures: Pictures,
    private readonly repository: CommentPhotosRepository,
    private readonly comments: CommentsRepository,
    private readonly audit: AuditService,
  ) {}

  /** @throws 422 for what is not a picture that can be read */
  async upload(bytes: Buffer): Promise<UploadedPhoto> {
    const { large, small, width, height } = await this.pictures.store(bytes, 'photos');
    const id = uuidv7();
    await this.repository.insert({
      id,
      commentId: null,
      position: 0,
      state: 'waiting',
      altText: '',
      sha256: large.sha256,
      bytes: large.bytes,
      smallSha256: small.sha256,
      smallBytes: small.bytes,
      width,
      height,
      createdAt: this.clock.now(),
      decidedAt: null,
      decidedBy: null,
    });
    return { token: photoToken(this.keys, id), width, height };
  }

  /** In the transaction that stores the comment. @throws 422 `photo-gone` for a token that is no good */
  async claim(tx: Tx, commentId: string, tokens: string[]): Promise<void> {
    if (tokens.length === 0) return;
    const ids = tokens.flatMap((token) => photoIdOf(this.keys, token) ?? []);
    const claimed = ids.length === 0 ? 0 : await this.repository.claim(tx, commentId, ids);
    if (claimed < tokens.length) throw invalidField('photos', 'photo-gone');
  }

  async of(commentId: string): Promise<CommentPhotoView[]> {
    return (await this.repository.of(commentId)).map(photoView);
  }

  /** Shows a photo to everybody, or takes it away. What it shows is said when it is shown. @throws 404, 422 */
  async decide(actor: Actor, id: string, input: DecidePhotoInput): Promise<CommentPhotoView> {
    return this.db.transaction(async (tx) => {
      const photo = await this.repository.forChange(tx, id);
      const comment = photo?.commentId == null ? null : await this.comments.byId(photo.commentId, tx);
      if (!photo || !comment) throw notFound();
      const altText = input.altText ?? photo.altText;
      if (input.action === 'publish' && altText === '') throw invalidField('altText', 'required');
      const values = {
        state: input.action === 'publish' ? ('public' as const) : ('hidden' as const),
        altText,
        decidedAt: this.clock.now(),
        decidedBy: actor.accountId,
      };
      await this.repository.update(tx, id, values);
      await this.repository.countWaiting(tx, comment.id);
      await this.audit.record(tx, {
        actor,
        action: input.action === 'publish' ? 'comment.photoPublish' : 'comment.photoHide',
        subjectKind: 'comment',
        subjectId: comment.id,
        consultationId: comment.consultationId,
        data: { photoId: id },
      });
      await announcePublicChange(tx, comment.consultationId);
      return photoView({ ...photo, ...values });
    });
  }

  /** For staff. @throws 404 */
  async open(id: string, size: string): Promise<ServedFile> {
    const photo = await this.repository.byId(id);
    return this.served(photo?.commentId == null ? null : photo, size);
  }

  /** For everybody: only what was shown. @throws 404 */
  async openPublic(id: string, size: string): Promise<ServedFile> {
    return this.served(await this.repository.publicById(id), size);
  }

  async removeUnsent(): Promise<void> {
    for (const sha256 of await this.repository.removeUnsent()) await this.files.remove(sha256);
  }

  private served(photo: CommentPhoto | null, size: string): ServedFile {
    if (!photo || (size !== 'large' && size !== 'small')) throw notFound();
    const sha256 = size === 'large' ? photo.sha256 : photo.smallSha256;
    return {
      sha256,
      bytes: size === 'large' ? photo.bytes : photo.smallBytes,
      type: 'image/webp',
      downloadName: null,
      open: () => this.files.open(sha256),
    };
  }
}
