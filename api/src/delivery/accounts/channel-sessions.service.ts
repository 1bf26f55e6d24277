import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { query, queryOne } from '../../platform/database/sql.js';
import { FileStore } from '../../platform/files/file-store.js';
import { KeyRing } from '../../platform/keys/keys.js';
import { seal, unseal } from '../../platform/seal/seal.js';
import type { ChannelSession, Credentials, Outcome } from '../channels/connector.rules.js';
import type { ChannelAccount } from '../delivery.entity.js';

type Openable = Pick<ChannelAccount, 'id' | 'server' | 'remoteId' | 'handle' | 'sealed'>;

/** Accounts ready for use: credentials are opened here, and nowhere else. */
@Injectable()
export class ChannelSessions {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    private readonly files: FileStore,
  ) {}

  /** Null: the key that it was sealed with is gone. */
  tryOpen(account: Openable): ChannelSession | null {
    try {
      return this.open(account);
    } catch {
      return null;
    }
  }

  /** @throws for a disconnected account, or one that was sealed with another key */
  private open(account: Openable): ChannelSession {
    const session: ChannelSession = {
      server: account.server,
      remoteId: account.remoteId,
      handle: account.handle,
      credentials: this.unseal(account.id, account.sealed),
      renew: async (renew) => {
        const outcome = await this.renew(account.id, renew);
        if (outcome.kind === 'ok') session.credentials = outcome.value;
        return outcome;
      },
      picture: (sha256) => buffer(this.files.open(sha256)),
    };
    return session;
  }

  seal(accountId: string, credentials: Credentials): string {
    return seal(this.keys.channels, accountId, JSON.stringify(credentials));
  }

  /** Whoever comes second waits for the first and finds what it stored: a refresh token that turns is used once. */
  private renew(
    accountId: string,
    renew: (now: Credentials) => Promise<Outcome<Credentials>>,
  ): Promise<Outcome<Credentials>> {
    return this.db.transaction(async (tx) => {
      // A lock of its own: whoever waits for the account's row must not wait for a network.
      await query(tx, 'select pg_advisory_xact_lock(hashtext($1))', [`renew ${accountId}`]);
      const row = await queryOne<{ sealed: string }>(tx, 'select sealed from channel_account where id = $1', [
        accountId,
      ]);
      if (!row || row.sealed === '') return { kind: 'reauth', fault: { code: 'signed-out' } };
      const before = this.unseal(accountId, row.sealed);
      const outcome = await renew(before);
      if (outcome.kind !== 'ok') return outcome;
      // What came back empty must not wipe out what is there.
      const given = Object.fromEntries(Object.entries(outcome.value).filter(([, value]) => value !== ''));
      const after = { ...before, ...given };
      // Unless somebody has disconnected it meanwhile.
      await query(
        tx,
        "update channel_account set sealed = $2, expires_at = coalesce($3, expires_at) where id = $1 and sealed <> ''",
        [accountId, this.seal(accountId, after), after['expiresAt'] ?? null],
      );
      return { kind: 'ok', value: after };
    });
  }

  private unseal(accountId: string, sealed: string): Credentials {
    return JSON.parse(unseal(this.keys.channels, accountId, sealed)) as Credentials;
  }
}
