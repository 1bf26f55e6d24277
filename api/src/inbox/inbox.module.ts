import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AnswersService } from './answers.service.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { DraftsService } from './drafts.service.js';
import {
  AnswersController,
  CommentConversationController,
  InboxController,
  InboxSettingsController,
} from './inbox.controller.js';
import { InboxEventsController } from './inbox-events.controller.js';
import { InboxEventsService } from './inbox-events.service.js';
import { InboxReaderService } from './inbox-reader.service.js';
import { InboxSettingsService } from './inbox-settings.service.js';
import { OpenConversationJob } from './open-conversation.job.js';
import { RoutingService } from './routing.service.js';
import { SendAnswerMailJob } from './send-answer-mail.job.js';

@Module({
  imports: [CommentsModule, IdentityModule, OrganisationModule],
  controllers: [
    AnswersController,
    CommentConversationController,
    InboxEventsController,
    InboxController,
    InboxSettingsController,
  ],
  providers: [
    AnswersService,
    ConversationsRepository,
    ConversationsService,
    DraftsService,
    InboxEventsService,
    InboxReaderService,
    InboxSettingsService,
    OpenConversationJob,
    RoutingService,
    SendAnswerMailJob,
  ],
  exports: [OpenConversationJob, SendAnswerMailJob],
})
export class InboxModule {}
