import { Injectable } from '@nestjs/common';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { QUESTION_TAGGED } from '../tagging/tags.events.js';
import { ConversationsService } from './conversations.service.js';

/** The tag "Spørgsmål" makes a conversation of a comment, also of one in which the rules heard no question. */
@Injectable()
export class TaggedQuestionJob implements JobHandler<{ commentId: string }> {
  readonly queue = QUESTION_TAGGED;
  readonly batch = 20;

  constructor(private readonly conversations: ConversationsService) {}

  async handle({ commentId }: { commentId: string }): Promise<void> {
    await this.conversations.beginWithout(commentId, 'tag');
  }
}
