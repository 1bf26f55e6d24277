import { Injectable } from '@nestjs/common';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { AnswerChannels } from './answer-channels.service.js';
import { ANSWER_TO_CHANNEL } from './inbox.events.js';

/** Hands an answer over to delivery. */
@Injectable()
export class SendAnswerToChannelJob implements JobHandler<{ answerId: string }> {
  readonly queue = ANSWER_TO_CHANNEL;

  constructor(private readonly channels: AnswerChannels) {}

  handle({ answerId }: { answerId: string }): Promise<void> {
    return this.channels.send(answerId);
  }
}
