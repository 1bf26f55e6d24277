import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { StoriesController } from './stories.controller.js';
import { StoriesRepository } from './stories.repository.js';
import { StoriesService } from './stories.service.js';

@Module({
  imports: [ConsultationsModule],
  controllers: [StoriesController],
  providers: [StoriesRepository, StoriesService],
  exports: [StoriesService],
})
export class PublishingModule {}
