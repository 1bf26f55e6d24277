import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { PostContents } from './post-contents.service.js';
import { PostDeliveries } from './post-deliveries.service.js';
import { PostPicturesController } from './post-pictures.controller.js';
import { PostSending } from './post-sending.service.js';
import { StoriesController } from './stories.controller.js';
import { StoriesRepository } from './stories.repository.js';
import { StoriesService } from './stories.service.js';
import { WithdrawPostsJob } from './withdraw-posts.job.js';

@Module({
  imports: [ConsultationsModule, DeliveryModule],
  controllers: [PostPicturesController, StoriesController],
  providers: [PostContents, PostDeliveries, PostSending, StoriesRepository, StoriesService, WithdrawPostsJob],
  exports: [StoriesService, WithdrawPostsJob],
})
export class PublishingModule {}
