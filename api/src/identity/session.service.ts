import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '@forhoering/shared/contracts/access.contract.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { query, type Tx } from '../platform/database/sql.js';
import { ProblemError } from '../platform/http/problem-error.js';
import type { SignedIn } from '../platform/http/access.js';
import { newToken, tokenHash } from './tokens.js';

/** Signed out after this long without a request, and after this long in any case. */
export const IDLE_MINUTES = 120;
export const ABSOLUTE_HOURS = 12;

const FIND = {
  name: 'session_find',
  text: `select s.id, s.last_seen_at, a.id as account_id, a.email, a.name, a.roles, a.department_id
         from session s join account a on a.id = s.account_id
         where s.token_hash = $1 and a.state = 'active' and s.expires_at > app_now()
           and s.last_seen_at > app_now() - make_interval(mins => ${IDLE_MINUTES})`,
};

interface FoundSession {
  id: string;
  last_seen_at: Date;
  account_id: string;
  email: string;
  name: string;
  roles: Role[];
  department_id: string | null;
}

/** Sessions in our own table: revocable one by one and all at once. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens a session; the token leaves the server once, in the cookie. */
  async open(tx: Tx, accountId: string): Promise<{ id: string; token: string; expiresAt: Date }> {
    const token = newToken();
    const id = uuidv7();
    const expiresAt = new Date(this.clock.nowMs() + ABSOLUTE_HOURS * 3_600_000);
    await query(
      tx,
      `insert into session (id, token_hash, account_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, app_now(), app_now(), $4)`,
      [id, tokenHash(token), accountId, expiresAt],
    );
    return { id, token, expiresAt };
  }

  /** The person behind a token, or null when it is unknown, ended, idle for too long or the account is closed. */
  async find(token: string): Promise<SignedIn | null> {
    const row = await this.db.queryOne<FoundSession>(FIND, [tokenHash(token)]);
    if (!row) return null;
    // A write per request would be waste: once a minute is exact enough for a two-hour limit.
    if (this.clock.nowMs() - row.last_seen_at.getTime() > 60_000) {
      await this.db.query('update session set last_seen_at = app_now() where id = $1', [row.id]);
    }
    return {
      sessionId: row.id,
      accountId: row.account_id,
      email: row.email,
      name: row.name,
      roles: row.roles,
      departmentId: row.department_id,
    };
  }

  /** Whether a session still holds, for what stays open longer than a request. Does not count as being there. */
  async isLive(sessionId: string): Promise<boolean> {
    const row = await this.db.queryOne(
      `select 1 from session s join account a on a.id = s.account_id and a.state = 'active' where s.id = $1 and s.expires_at > app_now()
         and s.last_seen_at > app_now() - make_interval(mins => ${IDLE_MINUTES})`,
      [sessionId],
    );
    return row !== null;
  }

  /** When a session ends at the latest. */
  async expiresAt(sessionId: string): Promise<Date> {
    const row = await this.db.queryOne<{ expires_at: Date }>('select expires_at from session where id = $1', [
      sessionId,
    ]);
    if (!row) throw new ProblemError(401, 'not-signed-in');
    return row.expires_at;
  }

  async close(tx: Tx, sessionId: string): Promise<void> {
    await query(tx, 'delete from session where id = $1', [sessionId]);
  }

  /** Signs a person out everywhere, but for one session if given. */
  async closeAll(tx: Tx, accountId: string, exceptSessionId: string | null = null): Promise<void> {
    await query(tx, 'delete from session where account_id = $1 and ($2::uuid is null or id <> $2)', [
      accountId,
      exceptSessionId,
    ]);
  }

  async deleteEnded(): Promise<void> {
    await this.db.query(
      `delete from session where expires_at < app_now() or last_seen_at < app_now() - make_interval(mins => ${IDLE_MINUTES})`,
    );
  }
}
