import { Injectable } from '@nestjs/common';
import { COMMENT_RECEIVED, type CommentReceived } from '../comments/comments.events.js';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { ConversationsService } from './conversations.service.js';

/** Asks of every comment that arrives whether somebody waits for an answer. */
@Injectable()
export class OpenConversationJob implements JobHandler<CommentReceived> {
  readonly queue = COMMENT_RECEIVED;
  readonly batch = 20;

  constructor(private readonly conversations: ConversationsService) {}

  async handle({ commentId, addressed = false }: CommentReceived): Promise<void> {
    await this.conversations.arrived(commentId, addressed);
  }
}
