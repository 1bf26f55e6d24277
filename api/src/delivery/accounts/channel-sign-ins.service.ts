import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ChannelAccountView,
  SignInInput,
  SignInReturn,
  SignInStart,
} from '@forhoering/shared/contracts/delivery.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import type { Actor } from '../../audit/audit.service.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { queryOne } from '../../platform/database/sql.js';
import { conflict, invalidField } from '../../platform/http/problem-error.js';
import { KeyRing } from '../../platform/keys/keys.js';
import { seal, unseal } from '../../platform/seal/seal.js';
import type { SignInConnector } from '../channels/connector.rules.js';
import { Connectors } from '../connectors.js';
import { ChannelAccountsService, connectedOr, serverOf } from './channel-accounts.service.js';

/** Long enough to find a password and a telephone for the second factor. */
const MINUTES = 20;

interface Kept {
  server: string;
  app: { id: string; secret: string };
  verifier: string;
  needsApproval: boolean;
}

/** Signing in at the network's own page: OAuth with PKCE. We never see the password. */
@Injectable()
export class ChannelSignIns {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly keys: KeyRing,
    private readonly connectors: Connectors,
    private readonly accounts: ChannelAccountsService,
  ) {}

  /** Where the network sends people back to; registered with the app. */
  private get redirectUri(): string {
    return `${this.config.publicUrl}/kanaler`;
  }

  /** @throws 409 `channel-app-missing`; 422; 503 */
  async start(actor: Actor, input: SignInInput): Promise<SignInStart> {
    const { connector, signIn } = this.signInOf(input.channel);
    const server = serverOf(input.server, connector.home);
    const registered = await signIn.app(server, this.redirectUri);
    if (registered === null) throw conflict('channel-app-missing');
    const app = connectedOr(registered);
    const [state, verifier] = [randomBytes(32), randomBytes(32)].map((bytes) => bytes.toString('base64url')) as [
      string,
      string,
    ];
    const kept: Kept = { server, app, verifier, needsApproval: input.needsApproval ?? false };
    await this.db.query('delete from channel_sign_in where until < now()');
    await this.db.query(
      `insert into channel_sign_in (state_hash, account_id, channel, sealed, until) values ($1, $2, $3, $4, now() + interval '${MINUTES} minutes')`,
      [hashOf(state), actor.accountId, input.channel, seal(this.keys.channels, state, JSON.stringify(kept))],
    );
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    return { url: signIn.url(server, app, { redirectUri: this.redirectUri, state, challenge }) };
  }

  /** Once, within the time, by the person who began. @throws 409 `channel-sign-in-over`; 422; 503 */
  async complete(actor: Actor, { state, code }: SignInReturn): Promise<ChannelAccountView[]> {
    const row = await this.db.transaction((tx) =>
      queryOne<{ channel: PostChannel; sealed: string }>(
        tx,
        'delete from channel_sign_in where state_hash = $1 and account_id = $2 and until > now() returning channel, sealed',
        [hashOf(state), actor.accountId],
      ),
    );
    if (!row) throw conflict('channel-sign-in-over');
    const { server, app, verifier, needsApproval } = JSON.parse(unseal(this.keys.channels, state, row.sealed)) as Kept;
    const { signIn } = this.signInOf(row.channel);
    const found = connectedOr(await signIn.complete(server, app, { code, redirectUri: this.redirectUri, verifier }));
    if (found.length === 0) throw conflict('channel-without-profile');
    const views: ChannelAccountView[] = [];
    for (const connected of found) views.push(await this.accounts.keep(actor, row.channel, connected, needsApproval));
    return views;
  }

  private signInOf(channel: PostChannel): { connector: { home: string | null }; signIn: SignInConnector } {
    const connector = this.connectors.of(channel);
    if (!connector?.signIn) throw invalidField('channel', 'not-allowed-value');
    return { connector, signIn: connector.signIn };
  }
}

/** What is stored opens nothing. */
const hashOf = (state: string): string => createHash('sha256').update(state).digest('base64url');
