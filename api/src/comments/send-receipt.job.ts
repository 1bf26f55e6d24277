import { Injectable } from '@nestjs/common';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { COMMENT_RECEIVED } from './comments.events.js';
import { ReceiptMailService } from './receipt-mail.service.js';

@Injectable()
export class SendReceiptJob implements JobHandler<{ commentId: string }> {
  readonly queue = COMMENT_RECEIVED;
  readonly batch = 20;

  constructor(private readonly receipts: ReceiptMailService) {}

  async handle({ commentId }: { commentId: string }): Promise<void> {
    await this.receipts.send(commentId);
  }
}
