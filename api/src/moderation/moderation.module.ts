import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { ModerationController } from './moderation.controller.js';
import { ModerationService } from './moderation.service.js';

@Module({
  imports: [CommentsModule, ConsultationsModule],
  controllers: [ModerationController],
  providers: [ModerationService],
  exports: [ModerationService],
})
export class ModerationModule {}
