import { Injectable } from '@nestjs/common';
import { OWN_REPLY_SEEN } from '../collecting/collecting.events.js';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { AnswerChannels } from './answer-channels.service.js';

/** What the municipality wrote on a network itself is an answer. */
@Injectable()
export class OwnReplySeenJob implements JobHandler<{ replyId: string }> {
  readonly queue = OWN_REPLY_SEEN;

  constructor(private readonly channels: AnswerChannels) {}

  handle({ replyId }: { replyId: string }): Promise<void> {
    return this.channels.taken(replyId);
  }
}
