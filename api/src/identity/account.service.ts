import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ROLES } from '@forhoering/shared/contracts/access.contract.js';
import type {
  AccountView,
  CreateAccountInput,
  DepartmentView,
  UpdateAccountInput,
} from '@forhoering/shared/contracts/session.contract.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { isUniqueViolation } from '../platform/database/database-errors.js';
import type { Tx } from '../platform/database/sql.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { conflict, invalidField, notFound, ProblemError } from '../platform/http/problem-error.js';
import type { SignedIn } from '../platform/http/access.js';
import { AccountRepository } from './account.repository.js';
import { RIGHTS_CHANGED } from './identity.events.js';
import type { Account } from './identity.entities.js';
import { PasswordService } from './password.service.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

export function accountView(account: Account): AccountView {
  return {
    id: account.id,
    email: account.email,
    name: account.name,
    roles: account.roles,
    departmentId: account.departmentId,
    state: account.state,
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    version: account.version,
  };
}

/** Staff accounts: who there is, what they may do, and signing in with a password. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottle,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /** The id of the active account that matches. @throws 401 `wrong-credentials`, 429 `too-many-attempts` */
  async authenticate(email: string, password: string, network: string): Promise<string> {
    await this.throttle.check(email, network);
    const account = await this.accounts.byEmail(email.trim());
    const right = await this.passwords.matches(account?.state === 'active' ? account.passwordHash : null, password);
    if (!account || !right) {
      await this.throttle.failed(email, network);
      throw new ProblemError(401, 'wrong-credentials');
    }
    await this.throttle.succeeded(email);
    return account.id;
  }

  /** Opens a session for an account that has just proved itself. */
  async signIn(accountId: string): Promise<{ token: string; expiresAt: Date; account: AccountView }> {
    return this.db.transaction(async (tx) => {
      const account = await this.accounts.forChange(tx, accountId);
      if (account?.state !== 'active') throw new ProblemError(401, 'wrong-credentials');
      await this.accounts.signedIn(tx, accountId);
      const { token, expiresAt } = await this.sessions.open(tx, accountId);
      await this.audit.record(tx, {
        actor: actorOf(account),
        action: 'session.open',
        subjectKind: 'account',
        subjectId: account.id,
      });
      return { token, expiresAt, account: accountView(account) };
    });
  }

  async signOut(me: SignedIn, everywhere: boolean): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (everywhere) await this.sessions.closeAll(tx, me.accountId);
      else await this.sessions.close(tx, me.sessionId);
      const action = everywhere ? 'session.closeAll' : 'session.close';
      await this.audit.record(tx, { actor: me, action, subjectKind: 'account', subjectId: me.accountId });
    });
  }

  /** Other sessions of the person end with the old password. */
  async changePassword(me: SignedIn, currentPassword: string, password: string): Promise<void> {
    const account = await this.accounts.byId(me.accountId);
    if (!account || !(await this.passwords.matches(account.passwordHash, currentPassword))) {
      throw invalidField('currentPassword', 'wrong-credentials');
    }
    await this.passwords.require(password, [account.email, account.name]);
    const passwordHash = await this.passwords.hash(password);
    await this.db.transaction(async (tx) => {
      await this.setPassword(tx, account.id, passwordHash);
      await this.sessions.closeAll(tx, account.id, me.sessionId);
      await this.audit.record(tx, {
        actor: me,
        action: 'account.changePassword',
        subjectKind: 'account',
        subjectId: account.id,
      });
    });
  }

  async list(): Promise<AccountView[]> {
    return (await this.accounts.all()).map(accountView);
  }

  async view(id: string): Promise<AccountView> {
    const account = await this.accounts.byId(id);
    if (!account) throw notFound();
    return accountView(account);
  }

  /** A new account without password; the caller sends it a one-time link. */
  async create(tx: Tx, actor: Actor | null, input: CreateAccountInput): Promise<Account> {
    if (input.departmentId !== undefined) await this.requireDepartment(tx, input.departmentId);
    const account: Account = {
      id: uuidv7(),
      email: input.email,
      name: input.name,
      passwordHash: null,
      roles: ROLES.filter((role) => input.roles.includes(role)),
      departmentId: input.departmentId ?? null,
      state: 'invited',
      lastSignInAt: null,
      createdAt: this.clock.now(),
      version: 1,
    };
    try {
      await this.accounts.insert(tx, account);
    } catch (error) {
      if (isUniqueViolation(error, 'account_email_key')) throw conflict('email-taken');
      throw error;
    }
    const data = { roles: account.roles };
    await this.audit.record(tx, {
      actor,
      action: 'account.create',
      subjectKind: 'account',
      subjectId: account.id,
      data,
    });
    return account;
  }

  /** Closing an account or changing its roles ends its sessions, so that nobody goes on with rights that are gone. */
  async update(me: SignedIn, id: string, input: UpdateAccountInput): Promise<AccountView> {
    return this.db.transaction(async (tx) => {
      const account = await this.accounts.forChange(tx, id);
      if (!account) throw notFound();
      if (account.version !== input.version) throw conflict('version-conflict');
      if (input.departmentId) await this.requireDepartment(tx, input.departmentId);
      if (input.state === 'active' && account.passwordHash === null) throw invalidField('state', 'not-allowed-value');
      account.name = input.name ?? account.name;
      account.roles = ROLES.filter((role) => (input.roles ?? account.roles).includes(role));
      account.departmentId = input.departmentId === undefined ? account.departmentId : input.departmentId;
      account.state = input.state ?? account.state;
      account.version += 1;
      await this.keepAnAdministrator(tx, account);
      await this.accounts.update(tx, account);
      if (input.roles !== undefined || input.state === 'disabled') {
        await this.sessions.closeAll(tx, id, id === me.accountId ? me.sessionId : null);
        await this.jobs.enqueue(tx, RIGHTS_CHANGED, { accountId: id });
      }
      const data = { roles: account.roles, state: account.state, departmentId: account.departmentId };
      await this.audit.record(tx, { actor: me, action: 'account.update', subjectKind: 'account', subjectId: id, data });
      return accountView(account);
    });
  }

  /** Sets a password and opens the account, without a session. */
  async setPassword(tx: Tx, id: string, passwordHash: string): Promise<Account> {
    const account = await this.accounts.forChange(tx, id);
    if (!account) throw notFound();
    const changed: Account = { ...account, passwordHash, state: 'active', version: account.version + 1 };
    await this.accounts.update(tx, changed);
    return changed;
  }

  async departments(): Promise<DepartmentView[]> {
    return (await this.accounts.departments()).map(({ id, name }) => ({ id, name }));
  }

  async createDepartment(me: SignedIn, name: string): Promise<DepartmentView> {
    const department = { id: uuidv7(), name, createdAt: this.clock.now() };
    return this.db.transaction(async (tx) => {
      try {
        await this.accounts.insertDepartment(tx, department);
      } catch (error) {
        if (isUniqueViolation(error, 'department_name_key')) throw conflict('department-taken');
        throw error;
      }
      await this.audit.record(tx, {
        actor: me,
        action: 'department.create',
        subjectKind: 'department',
        subjectId: department.id,
      });
      return { id: department.id, name };
    });
  }

  private async requireDepartment(tx: Tx, id: string): Promise<void> {
    if (!(await this.accounts.departmentExists(id, tx))) throw invalidField('departmentId', 'not-found');
  }

  /** Without an administrator nobody could let anybody in again. */
  private async keepAnAdministrator(tx: Tx, account: Account): Promise<void> {
    if (account.state === 'active' && account.roles.includes('administrator')) return;
    if ((await this.accounts.activeAdministratorsBut(tx, account.id)) === 0) throw conflict('last-administrator');
  }
}

export function actorOf(account: Account): Actor {
  return { accountId: account.id, name: account.name, departmentId: account.departmentId };
}
