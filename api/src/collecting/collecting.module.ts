import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { CollectingController } from './collecting.controller.js';
import { Collector } from './collector.service.js';
import { CollectingRepository } from './collecting.repository.js';
import { CollectedRepliesService } from './collected-replies.service.js';
import { ThreadIntake } from './thread-intake.service.js';
import { WebhookHints } from './webhook-hints.service.js';
import { WebhooksController } from './webhooks.controller.js';

/** What people write below the municipality's posts comes home into the register. */
@Module({
  imports: [CommentsModule, ConsultationsModule, DeliveryModule],
  controllers: [CollectingController, WebhooksController],
  providers: [CollectedRepliesService, Collector, CollectingRepository, ThreadIntake, WebhookHints],
  exports: [CollectedRepliesService],
})
export class CollectingModule {}
