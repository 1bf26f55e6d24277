import { Injectable } from '@nestjs/common';
import { PERMISSIONS } from '@forhoering/shared/contracts/access.contract.js';
import { RIGHTS_CHANGED } from '../identity/identity.events.js';
import { Database } from '../platform/database/database.js';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { ConversationsService } from './conversations.service.js';

/** Whoever cannot answer any more has no conversations: they go to who is on duty, or are visibly nobody's. */
@Injectable()
export class ReleaseOwnerJob implements JobHandler<{ accountId: string }> {
  readonly queue = RIGHTS_CHANGED;

  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationsService,
  ) {}

  async handle({ accountId }: { accountId: string }): Promise<void> {
    const rows = await this.db.query<{ id: string }>(
      `select v.id from conversation v join account a on a.id = v.owner_id
       where a.id = $1 and v.state in ('new', 'assigned', 'waiting') and not (a.state = 'active' and a.roles && $2::text[])`,
      [accountId, PERMISSIONS['inbox.answer']],
    );
    for (const { id } of rows) await this.conversations.release(id, accountId);
  }
}
