import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type {
  ChangeAccountInput,
  ChannelAccountView,
  ConnectAccountInput,
  Fault,
} from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { AuditService, type Actor } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { query, type Tx } from '../../platform/database/sql.js';
import { conflict, invalidField, notFound, ProblemError } from '../../platform/http/problem-error.js';
import type { Connected, Outcome } from '../channels/connector.rules.js';
import { Connectors } from '../connectors.js';
import type { ChannelAccount } from '../delivery.entity.js';
import { ChannelAccountsRepository } from './channel-accounts.repository.js';
import { ChannelDaily } from './channel-daily.service.js';
import { ChannelSessions } from './channel-sessions.service.js';

/** The municipality's profiles on networks: connected, looked after, and let go. */
@Injectable()
export class ChannelAccountsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: ChannelAccountsRepository,
    private readonly sessions: ChannelSessions,
    private readonly connectors: Connectors,
    private readonly daily: ChannelDaily,
    private readonly audit: AuditService,
  ) {}

  async list(): Promise<ChannelAccountView[]> {
    return (await this.repository.list()).map((account) => ({
      ...account,
      readsEnquiries: this.connectors.readsEnquiries(account.channel) ? account.readsEnquiries : null,
    }));
  }

  /** With name and an app's password. The same profile again is the same account with a new way in. @throws 422, 503 */
  async connect(actor: Actor, input: ConnectAccountInput): Promise<ChannelAccountView> {
    const connector = this.connectors.of(input.channel);
    if (!connector?.connect) throw invalidField('channel', 'not-allowed-value');
    const server = serverOf(input.server, connector.home);
    const outcome = await connector.connect(server, input.identifier, input.secret);
    return this.keep(actor, input.channel, connectedOr(outcome), input.needsApproval ?? false);
  }

  /** A profile that the network has vouched for. */
  async keep(
    actor: Actor,
    channel: PostChannel,
    connected: Connected,
    needsApproval: boolean,
  ): Promise<ChannelAccountView> {
    const now = this.clock.now();
    const id = await this.db.transaction(async (tx) => {
      const { credentials, ...profile } = connected;
      const before = await this.repository.same(tx, { channel, ...profile });
      const fresh = {
        id: uuidv7(),
        createdAt: now,
        createdBy: actor.accountId,
        needsApproval,
        readsEnquiries: true,
        version: 0,
      };
      const lease = { hints: null, waitUntil: null, leaseBy: null, leaseUntil: null };
      const { id: accountId, version, ...kept } = before ?? { ...fresh, ...lease };
      const account: ChannelAccount = {
        ...kept,
        ...profile,
        id: accountId,
        channel,
        state: 'connected',
        sealed: this.sessions.seal(accountId, credentials),
        checkedAt: now,
        dailyAt: null,
        fault: null,
        version: version + 1,
      };
      await this.repository.save(tx, account);
      await this.repository.resume(tx, accountId, now);
      await this.record(tx, actor, 'channel.connect', account);
      return accountId;
    });
    return this.one(id);
  }

  async change(actor: Actor, id: string, { version, ...input }: ChangeAccountInput): Promise<ChannelAccountView> {
    await this.db.transaction(async (tx) => {
      const account = await this.forChange(tx, id);
      if (account.version !== version) throw conflict('version-conflict');
      const { needsApproval = account.needsApproval, readsEnquiries = account.readsEnquiries } = input;
      await this.repository.save(tx, { ...account, needsApproval, readsEnquiries, version: version + 1 });
      await this.record(tx, actor, 'channel.change', account, { needsApproval, readsEnquiries });
    });
    return this.one(id);
  }

  /** The way in is forgotten; what was sent stays on record. @throws 409 `deliveries-under-way` */
  async disconnect(actor: Actor, id: string): Promise<void> {
    const before = await this.repository.byId(id);
    await this.db.transaction(async (tx) => {
      const account = await this.forChange(tx, id);
      const open = await query(
        tx,
        "select 1 from delivery where account_id = $1 and state not in ('delivered', 'rejected', 'cancelled') limit 1",
        [id],
      );
      if (open.length > 0) throw conflict('deliveries-under-way');
      await this.repository.save(tx, { ...account, state: 'disconnected', sealed: '', version: account.version + 1 });
      await this.record(tx, actor, 'channel.disconnect', account);
    });
    if (before) await this.daily.leave(before);
  }

  /** Asks the network whether it still knows us. */
  async check(id: string): Promise<ChannelAccountView> {
    const account = await this.repository.byId(id);
    if (!account || account.state === 'disconnected') throw notFound();
    const session = this.sessions.tryOpen(account);
    const outcome: Outcome<Pick<Connected, 'handle' | 'name' | 'address'>> = session
      ? await this.connectors.require(account.channel).check(session)
      : { kind: 'reauth', fault: { code: 'signed-out' } };
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      if (outcome.kind !== 'ok') return this.trouble(tx, id, outcome.fault, outcome.kind === 'reauth');
      const { handle, name, address } = outcome.value;
      await query(
        tx,
        `update channel_account set state = 'connected', fault = null, checked_at = $2, handle = $3, name = $4, address = $5
         where id = $1 and state <> 'disconnected'`,
        [id, now, handle, name, address],
      );
      if (account.state === 'needsReauth') await this.repository.resume(tx, id, now);
    });
    return this.one(id);
  }

  /** Something is wrong with the account; people see it on its card. */
  async trouble(tx: Tx, id: string, fault: Fault, signedOut: boolean): Promise<void> {
    await query(
      tx,
      `update channel_account set fault = $2, state = case when $3 and state = 'connected' then 'needsReauth' else state end where id = $1`,
      [id, JSON.stringify(fault), signedOut],
    );
  }

  /** @throws 404 */
  async one(id: string): Promise<ChannelAccountView> {
    const found = (await this.list()).find((account) => account.id === id);
    if (!found) throw notFound();
    return found;
  }

  private async forChange(tx: Tx, id: string): Promise<ChannelAccount> {
    const account = await this.repository.forChange(tx, id);
    if (!account || account.state === 'disconnected') throw notFound();
    return account;
  }

  private async record(tx: Tx, actor: Actor, action: string, account: ChannelAccount, data = {}): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'channel-account',
      subjectId: account.id,
      data: { channel: account.channel, handle: account.handle, ...data },
    });
  }
}

/** `skole.social` is meant as `https://skole.social`. @throws 422 */
export function serverOf(given: string | undefined, home: string | null): string {
  const text = (given ?? '').trim() || home;
  if (text === null) throw invalidField('server', 'required');
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) throw invalidField('server', 'not-a-server');
  return new URL(address).origin;
}

/** What a person who connects an account is told. @throws 422 or 503 */
export function connectedOr<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'ok') return outcome.value;
  const { code } = outcome.fault;
  if (code === 'address') throw invalidField('server', 'not-a-server');
  if (outcome.kind === 'reauth' || code === 'signed-out' || code === 'permission')
    throw invalidField('secret', 'channel-sign-in-refused');
  if (outcome.kind === 'rejected') throw invalidField('server', 'channel-refused');
  throw new ProblemError(503, 'channel-unreachable');
}
