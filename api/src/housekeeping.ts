import type { INestApplicationContext } from '@nestjs/common';
import { CommentPhotosService } from './comments/photos/comment-photos.service.js';
import { CommentSupportService } from './comments/support/comment-support.service.js';
import { CommentsService } from './comments/comments.service.js';
import { SessionService } from './identity/session.service.js';
import { log } from './platform/log/log.js';

const EVERY_MS = 10 * 60_000;

/** What must not be kept: networks after an hour, photos without a comment after a day, sessions that have ended. Harmless when several workers do it. */
export class Housekeeping {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly app: INestApplicationContext) {}

  start(): void {
    this.timer = setInterval(() => void this.run(), EVERY_MS);
    void this.run();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async run(): Promise<void> {
    try {
      await this.app.get(CommentsService).wipeNetworks();
      await this.app.get(CommentSupportService).wipeNetworks();
      await this.app.get(CommentPhotosService).removeUnsent();
      await this.app.get(SessionService).deleteEnded();
    } catch (error) {
      log.error('housekeeping', error);
    }
  }
}
