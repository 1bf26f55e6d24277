import { Module } from '@nestjs/common';
import { CollectingModule } from '../collecting/collecting.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AnswerArrivals } from './answer-arrivals.service.js';
import { AnswerChannels } from './answer-channels.service.js';
import { AnswerManyService } from './answer-many.service.js';
import { AnswerWriter } from './answer-writer.service.js';
import { AnswersService } from './answers.service.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { DraftsService } from './drafts.service.js';
import { AnswersController, CommentConversationController, InboxController } from './inbox.controller.js';
import {
  DepartmentHeadsController,
  DutiesController,
  LeavesController,
  InboxPreferencesController,
  InboxSettingsController,
} from './inbox-settings.controller.js';
import { DepartmentHeadsService } from './department-heads.service.js';
import { MentionsService } from './mentions.service.js';
import { DutiesService } from './duties.service.js';
import { InboxEventsController } from './inbox-events.controller.js';
import { InboxPresenceService } from './inbox-presence.service.js';
import { InboxEventsService } from './inbox-events.service.js';
import { InboxReaderService } from './inbox-reader.service.js';
import { InboxSettingsService } from './inbox-settings.service.js';
import { LeavesService } from './leaves.service.js';
import { MonthsService } from './months.service.js';
import { NoticeMailsService } from './notice-mails.service.js';
import { WeekendListService } from './weekend-list.service.js';
import { NoticesService } from './notices.service.js';
import { OpenConversationJob } from './open-conversation.job.js';
import { OwnReplySeenJob } from './own-reply-seen.job.js';
import { ReleaseOwnerJob } from './release-owner.job.js';
import { ResponseBadgeController, ResponseTimesController } from './response-times.controller.js';
import { ResponseTimesService } from './response-times.service.js';
import { RoundsService } from './rounds.service.js';
import { RoutingService } from './routing.service.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsRepository } from './proposals.repository.js';
import { SecondReaderService } from './second-reader.service.js';
import { SavedAnswersController } from './saved-answers.controller.js';
import { SavedAnswersService } from './saved-answers.service.js';
import { SendAnswerMailJob } from './send-answer-mail.job.js';
import { SendAnswerToChannelJob } from './send-answer-to-channel.job.js';
import { TaggedQuestionJob } from './tagged-question.job.js';

@Module({
  imports: [CollectingModule, CommentsModule, ConsultationsModule, DeliveryModule, IdentityModule, OrganisationModule],
  controllers: [
    DepartmentHeadsController,
    AnswersController,
    CommentConversationController,
    InboxEventsController,
    InboxController,
    InboxPreferencesController,
    InboxSettingsController,
    DutiesController,
    LeavesController,
    ResponseBadgeController,
    ResponseTimesController,
    SavedAnswersController,
    ProposalsController,
  ],
  providers: [
    AnswerArrivals,
    AnswerChannels,
    AnswerManyService,
    AnswerWriter,
    AnswersService,
    ConversationsRepository,
    ConversationsService,
    DraftsService,
    DepartmentHeadsService,
    DutiesService,
    MentionsService,
    InboxEventsService,
    InboxReaderService,
    InboxSettingsService,
    OpenConversationJob,
    InboxPresenceService,
    LeavesService,
    MonthsService,
    NoticeMailsService,
    OwnReplySeenJob,
    SendAnswerToChannelJob,
    NoticesService,
    WeekendListService,
    ResponseTimesService,
    ReleaseOwnerJob,
    RoundsService,
    RoutingService,
    SavedAnswersService,
    ProposalsRepository,
    SecondReaderService,
    SendAnswerMailJob,
    TaggedQuestionJob,
  ],
  exports: [
    LeavesService,
    NoticesService,
    OpenConversationJob,
    OwnReplySeenJob,
    SendAnswerToChannelJob,
    ReleaseOwnerJob,
    SendAnswerMailJob,
    TaggedQuestionJob,
    WeekendListService,
  ],
})
export class InboxModule {}
