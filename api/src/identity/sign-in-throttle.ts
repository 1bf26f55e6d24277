import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { ProblemError } from '../platform/http/problem-error.js';

const WINDOW_MINUTES = 15;
/** Wrong passwords in the window before the door closes: for one account, and for one network over all accounts. */
const LIMITS = { account: 8, network: 40 } as const;

/** Counted in the database, so that several web processes count together. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** @throws 429 `too-many-attempts` with `retryAfterSeconds` */
  async check(email: string, network: string): Promise<void> {
    if (!this.config.rateLimit) return;
    const rows = await this.db.query<{ key: string; failures: number; retry_after: number }>(
      `select key, failures::int, ceil(extract(epoch from window_start + make_interval(mins => ${WINDOW_MINUTES}) - app_now()))::int as retry_after
       from sign_in_attempt where key = any($1) and window_start > app_now() - make_interval(mins => ${WINDOW_MINUTES})`,
      [[accountKey(email), networkKey(network)]],
    );
    const full = rows.filter((row) => row.failures >= (row.key.startsWith('a:') ? LIMITS.account : LIMITS.network));
    if (full.length === 0) return;
    throw new ProblemError(429, 'too-many-attempts', {
      retryAfterSeconds: Math.max(...full.map((row) => row.retry_after)),
    });
  }

  async failed(email: string, network: string): Promise<void> {
    await this.db.query(
      `insert into sign_in_attempt (key, window_start, failures)
       select key, date_bin('${WINDOW_MINUTES} minutes', app_now(), timestamptz 'epoch'), 1 from unnest($1::text[]) as key
       on conflict (key, window_start) do update set failures = sign_in_attempt.failures + 1`,
      [[accountKey(email), networkKey(network)]],
    );
  }

  async succeeded(email: string): Promise<void> {
    await this.db.query('delete from sign_in_attempt where key = $1', [accountKey(email)]);
  }
}

const accountKey = (email: string): string => `a:${email.toLowerCase()}`;
const networkKey = (network: string): string => `n:${network}`;
