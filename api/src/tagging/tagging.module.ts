import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { TagsController } from './tags.controller.js';
import { TagsRepository } from './tags.repository.js';
import { TagsService } from './tags.service.js';

@Module({
  imports: [CommentsModule, ConsultationsModule],
  controllers: [TagsController],
  providers: [TagsRepository, TagsService],
  exports: [TagsService],
})
export class TaggingModule {}
