import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ROLES } from '@forhoering/shared/contracts/access.contract.js';
import type {
  AccountWithLink,
  CreateAccountInput,
  OneTimeLinkView,
  UseOneTimeLinkInput,
} from '@forhoering/shared/contracts/session.contract.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { queryOne, type Tx } from '../platform/database/sql.js';
import { invalidField, notFound, ProblemError } from '../platform/http/problem-error.js';
import { Mailer } from '../platform/mail/mailer.js';
import type { SignedIn } from '../platform/http/access.js';
import { AccountRepository } from './account.repository.js';
import { AccountService, accountView, actorOf } from './account.service.js';
import { OneTimeLink, type Account } from './identity.entities.js';
import { invitationMail } from './invitation-mail.js';
import { PasswordService } from './password.service.js';
import { SessionService } from './session.service.js';
import { newToken, tokenHash } from './tokens.js';

const DAYS = { setup: 7, invite: 7, reset: 1 } as const;

/** Links that work once: first set-up, invitation, new password. Only their hash is stored. */
@Injectable()
export class OneTimeLinkService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly accounts: AccountRepository,
    private readonly accountService: AccountService,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    private readonly mailer: Mailer,
    private readonly audit: AuditService,
  ) {}

  /** The link for the very first administrator, or null when there is an account. A new one ends the one before. */
  async setupUrl(): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      if (await this.accounts.anyAccount(tx)) return null;
      await tx.query(`delete from one_time_link where purpose = 'setup'`);
      return this.make(tx, 'setup', null);
    });
  }

  async invite(me: SignedIn, input: CreateAccountInput): Promise<AccountWithLink> {
    const made = await this.db.transaction(async (tx) => {
      const account = await this.accountService.create(tx, me, input);
      return { account, url: await this.make(tx, 'invite', account.id) };
    });
    await this.mail(made.account, made.url, 'invite', me.name);
    return { ...accountView(made.account), oneTimeUrl: made.url };
  }

  async reset(me: SignedIn, accountId: string): Promise<AccountWithLink> {
    const made = await this.db.transaction(async (tx) => {
      const account = await this.accounts.forChange(tx, accountId);
      if (!account) throw notFound();
      await tx.query('delete from one_time_link where account_id = $1', [accountId]);
      const url = await this.make(tx, account.passwordHash === null ? 'invite' : 'reset', accountId);
      await this.audit.record(tx, {
        actor: me,
        action: 'account.resetLink',
        subjectKind: 'account',
        subjectId: accountId,
      });
      return { account, url };
    });
    await this.mail(made.account, made.url, 'reset', me.name);
    return { ...accountView(made.account), oneTimeUrl: made.url };
  }

  async view(token: string): Promise<OneTimeLinkView> {
    const link = await this.find(this.db.source.manager, token, false);
    const account = link.accountId === null ? null : await this.accounts.byId(link.accountId);
    return { purpose: link.purpose, email: account?.email ?? null, name: account?.name ?? null };
  }

  /** Uses the link up: sets the password (and makes the first administrator), ends older sessions, gives the account's id. */
  async use(input: UseOneTimeLinkInput): Promise<string> {
    const seen = await this.find(this.db.source.manager, input.token, false);
    const known = seen.accountId === null ? null : await this.accounts.byId(seen.accountId);
    const email = known?.email ?? input.email?.trim() ?? '';
    const name = known?.name ?? input.name?.trim() ?? '';
    if (!known && email === '') throw invalidField('email', 'required');
    if (!known && name === '') throw invalidField('name', 'required');
    await this.passwords.require(input.password, [email, name]);
    const passwordHash = await this.passwords.hash(input.password);
    return this.db.transaction(async (tx) => {
      const link = await this.find(tx, input.token, true);
      const id = link.accountId ?? (await this.firstAdministrator(tx, email, name));
      const account = await this.accountService.setPassword(tx, id, passwordHash);
      await this.sessions.closeAll(tx, id);
      await tx.getRepository(OneTimeLink).update({ id: link.id }, { usedAt: this.clock.now() });
      await this.audit.record(tx, {
        actor: actorOf(account),
        action: `account.use-${link.purpose}-link`,
        subjectKind: 'account',
        subjectId: id,
      });
      return id;
    });
  }

  /** The administrator named by ADMIN_EMAIL and ADMIN_PASSWORD; does nothing once there is any account. */
  async createFirstAdministrator(email: string, password: string): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    await this.db.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('first-administrator'))`);
      if (await this.accounts.anyAccount(tx)) return;
      const id = await this.firstAdministrator(tx, email, 'Administrator');
      await this.accountService.setPassword(tx, id, passwordHash);
    });
  }

  private async firstAdministrator(tx: Tx, email: string, name: string): Promise<string> {
    return (await this.accountService.create(tx, null, { email, name, roles: [...ROLES] })).id;
  }

  private async make(tx: Tx, purpose: OneTimeLink['purpose'], accountId: string | null): Promise<string> {
    const token = newToken();
    const now = this.clock.nowMs();
    await tx.getRepository(OneTimeLink).insert({
      id: uuidv7(),
      tokenHash: tokenHash(token),
      purpose,
      accountId,
      createdAt: new Date(now),
      expiresAt: new Date(now + DAYS[purpose] * 86_400_000),
      usedAt: null,
    });
    return `${this.config.publicUrl}/adgang/${token}`;
  }

  private async find(tx: Tx, token: string, lock: boolean): Promise<OneTimeLink> {
    const row = await queryOne<{ id: string }>(
      tx,
      `select id from one_time_link where token_hash = $1 and used_at is null and expires_at > app_now() ${lock ? 'for update' : ''}`,
      [tokenHash(token)],
    );
    const link = row && (await tx.getRepository(OneTimeLink).findOneBy({ id: row.id }));
    if (!link) throw new ProblemError(410, 'link-used-or-expired');
    return link;
  }

  /** The link is shown to the administrator as well, so a mail that fails loses nothing. */
  private async mail(account: Account, url: string, kind: 'invite' | 'reset', from: string): Promise<void> {
    await this.mailer.trySend(invitationMail({ to: account.email, name: account.name, url, kind, from }));
  }
}
