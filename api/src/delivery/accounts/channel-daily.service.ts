import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { log } from '../../platform/log/log.js';
import { Connectors } from '../connectors.js';
import type { ChannelAccount } from '../delivery.entity.js';
import { ChannelNumbers } from '../numbers/channel-numbers.service.js';
import { ChannelAccountsRepository } from './channel-accounts.repository.js';
import { ChannelSessions } from './channel-sessions.service.js';

/**
 * What is done for each profile once a day, and soon after it was connected: its followers are counted, and the network is asked to tell
 * when somebody writes. Neither is needed for anything else, so what does not work is tried again the next day.
 */
@Injectable()
export class ChannelDaily {
  constructor(
    private readonly db: Database,
    private readonly repository: ChannelAccountsRepository,
    private readonly sessions: ChannelSessions,
    private readonly connectors: Connectors,
    private readonly numbers: ChannelNumbers,
  ) {}

  async run(): Promise<void> {
    for (const { id } of await this.db.query<{ id: string }>(CLAIM)) {
      const account = await this.repository.byId(id);
      if (account)
        await this.one(account).catch((error: unknown) => log.error('channel-daily', error, { account: id }));
    }
  }

  /** Let go: the network need not tell any more. Best effort, as the person leaves anyway. */
  async leave(account: ChannelAccount): Promise<void> {
    const session = this.sessions.tryOpen(account);
    const webhook = this.connectors.of(account.channel)?.webhook;
    if (session) await webhook?.unsubscribe?.(session).catch((error: unknown) => log.error('channel-daily', error));
  }

  private async one(account: ChannelAccount): Promise<void> {
    const connector = this.connectors.require(account.channel);
    const session = this.sessions.tryOpen(account);
    if (!session) return;
    const hints = (await connector.webhook?.subscribe?.(session)) ?? null;
    const state = hints && (hints.kind === 'ok' ? 'on' : hints.fault.code);
    await this.db.query('update channel_account set hints = $2 where id = $1', [account.id, state]);
    const followers = await connector.followers?.(session);
    if (followers?.kind === 'ok')
      await this.numbers.keep('account', account.id, connector.countedAs, { followers: followers.value });
  }
}

/** Claimed by being noted: several processes ask once. */
const CLAIM = `update channel_account set daily_at = app_now() where id in (
    select id from channel_account where state = 'connected' and (wait_until is null or wait_until <= app_now())
      and (daily_at is null or (daily_at at time zone 'Europe/Copenhagen')::date <> (app_now() at time zone 'Europe/Copenhagen')::date)
    order by daily_at nulls first limit 20 for update skip locked)
  returning id`;
