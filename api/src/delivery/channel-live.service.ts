import { Injectable } from '@nestjs/common';
import type { LiveComments } from '@forhoering/shared/contracts/collecting.contract.js';
import { Database } from '../platform/database/database.js';
import { notFound, ProblemError } from '../platform/http/problem-error.js';
import { ChannelAccountsRepository } from './accounts/channel-accounts.repository.js';
import { ChannelSessions } from './accounts/channel-sessions.service.js';
import { Connectors } from './connectors.js';

/** So that ten people who look at once ask once. */
const MEMORY_MS = 60_000;
const REMEMBERED = 50;

/**
 * What people write where it may be looked at and not kept: fetched when somebody opens it, forgotten within a minute, never written down.
 */
@Injectable()
export class ChannelLive {
  private readonly memory = new Map<string, { at: number; said: Promise<LiveComments> }>();

  constructor(
    private readonly db: Database,
    private readonly repository: ChannelAccountsRepository,
    private readonly sessions: ChannelSessions,
    private readonly connectors: Connectors,
  ) {}

  /** @throws 404 when it is not out, or its network is read another way; 503 `channel-unreachable` */
  async below(subjectKind: string, subjectId: string): Promise<LiveComments> {
    this.forget();
    const remembered = this.memory.get(subjectId);
    if (remembered) return remembered.said;
    if (this.memory.size >= REMEMBERED) this.memory.clear();
    const said = this.ask(subjectKind, subjectId);
    this.memory.set(subjectId, { at: Date.now(), said });
    // A refusal is not remembered. And nobody has to ask again for it to be forgotten.
    said.catch(() => this.memory.delete(subjectId));
    setTimeout(() => this.forget(), MEMORY_MS).unref();
    return said;
  }

  private forget(): void {
    for (const [key, { at }] of this.memory) if (Date.now() - at >= MEMORY_MS) this.memory.delete(key);
  }

  private async ask(subjectKind: string, subjectId: string): Promise<LiveComments> {
    const out = await this.db.queryOne<{ accountId: string; externalId: string; permalink: string | null }>(
      `select account_id as "accountId", external_id as "externalId", permalink from delivery
       where subject_kind = $1 and subject_id = $2 and state = 'delivered' and external_id is not null`,
      [subjectKind, subjectId],
    );
    const account = out && (await this.repository.byId(out.accountId));
    const connector = account && this.connectors.of(account.channel);
    if (!out || !account || !connector?.live) throw notFound();
    const session = account.state === 'connected' ? this.sessions.tryOpen(account) : null;
    const outcome = session ? await connector.live(session, out.externalId) : null;
    if (outcome?.kind !== 'ok') throw new ProblemError(503, 'channel-unreachable');
    return { ...outcome.value, permalink: out.permalink };
  }
}
