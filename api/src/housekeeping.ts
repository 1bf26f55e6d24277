import type { INestApplicationContext } from '@nestjs/common';
import { CommentPhotosService } from './comments/photos/comment-photos.service.js';
import { CommentSupportService } from './comments/support/comment-support.service.js';
import { CommentsService } from './comments/comments.service.js';
import { ChannelWatch } from './delivery/accounts/channel-watch.service.js';
import { SessionService } from './identity/session.service.js';
import { LeavesService } from './inbox/leaves.service.js';
import { NoticesService } from './inbox/notices.service.js';
import { WeekendListService } from './inbox/weekend-list.service.js';
import { log } from './platform/log/log.js';

const EVERY_MS = 10 * 60_000;
/** A warning that comes a minute late is still a warning. */
const NOTICES_MS = 60_000;

/** What must not be kept: networks after an hour, photos without a comment after a day, sessions that have ended; and whom to tell about the inbox and the profiles. Harmless when several workers do it. */
export class Housekeeping {
  private timers: NodeJS.Timeout[] = [];
  private telling = false;

  constructor(private readonly app: INestApplicationContext) {}

  start(): void {
    this.timers = [setInterval(() => void this.run(), EVERY_MS), setInterval(() => void this.notices(), NOTICES_MS)];
    void this.run();
    void this.notices();
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** One run at a time: a slow mail server must not pile them up. */
  private async notices(): Promise<void> {
    if (this.telling) return;
    this.telling = true;
    for (const who of [LeavesService, NoticesService, WeekendListService, ChannelWatch])
      await this.app
        .get<{ run: () => Promise<void> }>(who)
        .run()
        .catch((error: unknown) => log.error('notices', error));
    this.telling = false;
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
