import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { CollectedCommentsService } from './collected/collected-comments.service.js';
import { CommentListRepository } from './comment-list.repository.js';
import { CommentReaderService } from './comment-reader.service.js';
import { CommentsController } from './comments.controller.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsService } from './comments.service.js';
import { CommentSupportController } from './support/comment-support.controller.js';
import { CommentSupportService } from './support/comment-support.service.js';
import { CommentPhotosController } from './photos/comment-photos.controller.js';
import { CommentPhotosRepository } from './photos/comment-photos.repository.js';
import { CommentPhotosService } from './photos/comment-photos.service.js';
import { PrivateCommentController } from './private-comment.controller.js';
import { PrivateCommentRepository } from './private-comment.repository.js';
import { PublicCommentsRepository } from './public-comments.repository.js';
import { PrivateCommentService } from './private-comment.service.js';
import { ReceiptMailService } from './receipt-mail.service.js';
import { SendReceiptJob } from './send-receipt.job.js';
import { ProofOfWork } from './proof-of-work.js';
import { SubmitThrottle } from './submit-throttle.js';

@Module({
  imports: [ConsultationsModule],
  controllers: [CommentPhotosController, CommentSupportController, CommentsController, PrivateCommentController],
  providers: [
    CollectedCommentsService,
    CommentListRepository,
    CommentPhotosRepository,
    CommentPhotosService,
    CommentReaderService,
    CommentsRepository,
    CommentsService,
    CommentSupportService,
    PrivateCommentRepository,
    PrivateCommentService,
    ProofOfWork,
    PublicCommentsRepository,
    ReceiptMailService,
    SendReceiptJob,
    SubmitThrottle,
  ],
  exports: [
    CollectedCommentsService,
    CommentPhotosService,
    CommentSupportService,
    CommentReaderService,
    CommentsService,
    PrivateCommentService,
    SendReceiptJob,
  ],
})
export class CommentsModule {}
