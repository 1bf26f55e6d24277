import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { CollectingController } from './collecting.controller.js';
import { Collector } from './collector.service.js';
import { CollectingRepository } from './collecting.repository.js';
import { CollectedRepliesService } from './collected-replies.service.js';
import { WebhookHints } from './webhook-hints.service.js';
import { WebhooksController } from './webhooks.controller.js';

/** What people write below the municipality's posts comes home into the register. */
@Module({
  imports: [CommentsModule, DeliveryModule],
  controllers: [CollectingController, WebhooksController],
  providers: [CollectedRepliesService, Collector, CollectingRepository, WebhookHints],
  exports: [CollectedRepliesService],
})
export class CollectingModule {}
