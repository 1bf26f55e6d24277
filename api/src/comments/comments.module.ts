import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { CommentListRepository } from './comment-list.repository.js';
import { CommentReaderService } from './comment-reader.service.js';
import { CommentsController } from './comments.controller.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsService } from './comments.service.js';
import { CommentPhotosController } from './photos/comment-photos.controller.js';
import { CommentPhotosRepository } from './photos/comment-photos.repository.js';
import { CommentPhotosService } from './photos/comment-photos.service.js';
import { PrivateCommentController } from './private-comment.controller.js';
import { PrivateCommentRepository } from './private-comment.repository.js';
import { PrivateCommentService } from './private-comment.service.js';
import { ReceiptMailService } from './receipt-mail.service.js';
import { SendReceiptJob } from './send-receipt.job.js';
import { SubmitThrottle } from './submit-throttle.js';

@Module({
  imports: [ConsultationsModule],
  controllers: [CommentPhotosController, CommentsController, PrivateCommentController],
  providers: [
    CommentListRepository,
    CommentPhotosRepository,
    CommentPhotosService,
    CommentReaderService,
    CommentsRepository,
    CommentsService,
    PrivateCommentRepository,
    PrivateCommentService,
    ReceiptMailService,
    SendReceiptJob,
    SubmitThrottle,
  ],
  exports: [CommentPhotosService, CommentReaderService, CommentsService, SendReceiptJob],
})
export class CommentsModule {}
