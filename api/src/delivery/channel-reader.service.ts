import { Injectable } from '@nestjs/common';
import type { NumberSeries } from '@forhoering/shared/contracts/delivery.contract.js';
import { POST_CHANNELS, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { Database } from '../platform/database/database.js';
import { ChannelAccountsRepository } from './accounts/channel-accounts.repository.js';
import { ChannelAccountsService } from './accounts/channel-accounts.service.js';
import { ChannelSessions } from './accounts/channel-sessions.service.js';
import type {
  ChannelSession,
  EnquiryAsk,
  Outcome,
  PostNumbers,
  ReadConnector,
  RemoteEnquiries,
  RemoteThread,
  WebhookConnector,
} from './channels/connector.rules.js';
import { Connectors } from './connectors.js';
import type { ChannelAccount } from './delivery.entity.js';
import { ChannelNumbers } from './numbers/channel-numbers.service.js';

/** Reads what stands below our posts, in the name of the account that posted. */
@Injectable()
export class ChannelReader {
  constructor(
    private readonly db: Database,
    private readonly repository: ChannelAccountsRepository,
    private readonly accounts: ChannelAccountsService,
    private readonly sessions: ChannelSessions,
    private readonly connectors: Connectors,
    private readonly numbers: ChannelNumbers,
  ) {}

  pull(accountId: string, externalId: string): Promise<Outcome<RemoteThread>> {
    return this.read(accountId, (reader, session) => reader.pull(session, externalId));
  }

  /** Whether a comment that is missing from the thread still stands. */
  stands(accountId: string, externalId: string): Promise<Outcome<boolean>> {
    return this.read(accountId, (reader, session) => reader.stands(session, externalId));
  }

  enquiries(accountId: string, ask: EnquiryAsk): Promise<Outcome<RemoteEnquiries>> {
    return this.read(
      accountId,
      async (reader, session) =>
        (await reader.enquiries?.(session, ask)) ?? { kind: 'rejected', fault: { code: 'not-allowed' } },
    );
  }

  /** Those that tell what is said to a profile outside of its posts. */
  enquiryChannels(): PostChannel[] {
    return POST_CHANNELS.filter((channel) => this.connectors.readsEnquiries(channel));
  }

  /** What the network counts of a post today. */
  async count(accountId: string, postId: string, numbers: PostNumbers): Promise<void> {
    const account = await this.repository.byId(accountId);
    if (account)
      await this.numbers.keep('post', postId, this.connectors.require(account.channel).countedAs, { ...numbers });
  }

  /** Posts day by day. */
  counts(postIds: readonly string[]): Promise<NumberSeries[]> {
    return this.numbers.series('post', postIds);
  }

  /** Those whose comments can be read, and may be kept. */
  channels(): PostChannel[] {
    return POST_CHANNELS.filter((channel) => this.connectors.of(channel)?.read);
  }

  /** Which of our profiles' posts an address is; null: none that can be told. */
  async ownPost(channel: PostChannel, permalink: string): Promise<{ accountId: string; externalId: string } | null> {
    const connector = this.connectors.of(channel);
    if (!connector?.idOf || !URL.canParse(permalink)) return null;
    for (const account of await this.repository.connected(channel)) {
      const externalId = connector.idOf(account, permalink);
      if (externalId !== null) return { accountId: account.id, externalId };
    }
    return null;
  }

  /** Null: no such channel, or one that tells nothing. */
  webhook(channel: string): WebhookConnector | null {
    const known = POST_CHANNELS.find((one) => one === channel);
    return (known && this.connectors.of(known)?.webhook) ?? null;
  }

  private async read<T>(
    accountId: string,
    work: (reader: ReadConnector, session: ChannelSession) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const account = await this.repository.byId(accountId);
    const reader = account && this.connectors.of(account.channel)?.read;
    if (!account || !reader) return { kind: 'rejected', fault: { code: 'not-allowed' } };
    const session = account.state === 'connected' ? this.sessions.tryOpen(account) : null;
    if (!session) return { kind: 'reauth', fault: { code: 'signed-out' } };
    const outcome = await work(reader, session);
    await this.noted(account, outcome);
    return outcome;
  }

  private async noted<T>(account: ChannelAccount, outcome: Outcome<T>): Promise<void> {
    if (outcome.kind === 'reauth')
      await this.db.transaction((tx) => this.accounts.trouble(tx, account.id, outcome.fault, true));
    if (outcome.kind === 'ok')
      await this.db.query('update channel_account set checked_at = app_now(), fault = null where id = $1', [
        account.id,
      ]);
  }
}
