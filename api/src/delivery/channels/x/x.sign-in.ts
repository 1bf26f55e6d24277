import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type { Connected, Credentials, Outcome, SignInConnector } from '../connector.rules.js';
import { harmless, objectOf, outcomeOf, textOf } from '../outcomes.js';

const SCOPES = 'tweet.read tweet.write users.read media.write offline.access';
const DIALOG = 'https://x.com';

/** OAuth 2 with PKCE; the app is a confidential client. https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code */
export class XSignIn implements SignInConnector {
  constructor(
    private readonly http: ChannelHttp,
    private readonly config: Config,
  ) {}

  app(): Promise<Outcome<{ id: string; secret: string }> | null> {
    const app = this.config.channelApps.get('x');
    return Promise.resolve(app ? { kind: 'ok', value: app } : null);
  }

  url(
    server: string,
    app: { id: string },
    { redirectUri, state, challenge }: { redirectUri: string; state: string; challenge: string },
  ): string {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: app.id,
      redirect_uri: redirectUri,
      scope: SCOPES,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    const dialog = (this.config.channelServers.get('x') ?? []).includes(server) ? server : DIALOG;
    return `${dialog}/i/oauth2/authorize?${query.toString()}`;
  }

  async complete(
    server: string,
    app: { id: string; secret: string },
    { code, redirectUri, verifier }: { code: string; redirectUri: string; verifier: string },
  ): Promise<Outcome<Connected[]>> {
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    const credentials = await this.token(server, app, { ...form, client_id: app.id });
    if (credentials.kind !== 'ok') return credentials;
    const authorization = `Bearer ${credentials.value['token'] ?? ''}`;
    const reply = await this.http.ask({ method: 'GET', url: `${server}/2/users/me`, headers: { authorization } });
    return harmless(
      outcomeOf(
        reply,
        () => null,
        ({ body }) => {
          const [id, profile] = [textOf(objectOf(body['data'])['id']), xProfileOf(body)];
          if (!id || !profile) return null;
          return [{ ...profile, server, remoteId: id, credentials: credentials.value, expiresAt: null }];
        },
      ),
    );
  }

  async token(
    server: string,
    app: { id: string; secret: string },
    form: Record<string, string>,
  ): Promise<Outcome<Credentials>> {
    const basic = Buffer.from(`${encodeURIComponent(app.id)}:${encodeURIComponent(app.secret)}`).toString('base64');
    const reply = await this.http.ask({
      method: 'POST',
      url: `${server}/2/oauth2/token`,
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams(form),
    });
    // A refresh token that was turned already is a signed-out profile.
    const gone = reply.kind === 'answer' && reply.answer.body['error'] === 'invalid_grant';
    if (gone) return { kind: 'reauth', fault: { code: 'signed-out', detail: 'invalid_grant' } };
    return harmless(
      outcomeOf(
        reply,
        () => null,
        ({ body }) => tokensOf(body),
      ),
    );
  }
}

function tokensOf(body: Record<string, unknown>): Credentials | null {
  const token = textOf(body['access_token']);
  const seconds = typeof body['expires_in'] === 'number' ? body['expires_in'] : 7_200;
  // Not `expiresAt`: two hours are nobody's business, the product makes it new by itself.
  const endsAt = new Date(Date.now() + seconds * 1_000).toISOString();
  return token ? { token, refreshToken: textOf(body['refresh_token']) ?? '', endsAt } : null;
}

export function xProfileOf(body: Record<string, unknown>): Pick<Connected, 'handle' | 'name' | 'address'> | null {
  const data = objectOf(body['data']);
  const handle = textOf(data['username']);
  return handle ? { handle, name: textOf(data['name']) ?? handle, address: `https://x.com/${handle}` } : null;
}
