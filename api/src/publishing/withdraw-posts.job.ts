import { Injectable } from '@nestjs/common';
import { CONSULTATION_DISCARDED } from '../consultations/consultations.events.js';
import { Database } from '../platform/database/database.js';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { PostDeliveries } from './post-deliveries.service.js';

/** Posts that were planned for a draft do not outlive it, also those that wait for a colleague. */
@Injectable()
export class WithdrawPostsJob implements JobHandler<{ consultationId: string }> {
  readonly queue = CONSULTATION_DISCARDED;

  constructor(
    private readonly db: Database,
    private readonly deliveries: PostDeliveries,
  ) {}

  async handle({ consultationId }: { consultationId: string }): Promise<void> {
    const posts = await this.db.query<{ id: string }>(
      'select p.id from post p join story s on s.id = p.story_id where s.consultation_id = $1',
      [consultationId],
    );
    for (const { id } of posts) await this.db.transaction((tx) => this.deliveries.withdraw(tx, id));
  }
}
