import type { ChannelHttp } from '../channel-http.js';
import type { Connected, Outcome, SignInConnector } from '../connector.rules.js';
import { harmless, outcomeOf, textOf } from '../outcomes.js';
import { judge, profileOf } from './mastodon-api.js';

const SCOPES = 'read:accounts read:statuses read:notifications write:statuses write:media';

/** Each server registers the app on the spot. */
export class MastodonSignIn implements SignInConnector {
  constructor(private readonly http: ChannelHttp) {}

  async app(server: string, redirectUri: string): Promise<Outcome<{ id: string; secret: string }>> {
    const reply = await this.http.ask({
      method: 'POST',
      url: `${server}/api/v1/apps`,
      body: { client_name: 'Forhøring', redirect_uris: redirectUri, scopes: SCOPES },
    });
    return harmless(
      outcomeOf(reply, judge, ({ body }) => {
        const [id, secret] = [textOf(body['client_id']), textOf(body['client_secret'])];
        return id && secret ? { id, secret } : null;
      }),
    );
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
      force_login: 'true',
    });
    return `${server}/oauth/authorize?${query.toString()}`;
  }

  async complete(
    server: string,
    app: { id: string; secret: string },
    { code, redirectUri, verifier }: { code: string; redirectUri: string; verifier: string },
  ): Promise<Outcome<Connected[]>> {
    const reply = await this.http.ask({
      method: 'POST',
      url: `${server}/oauth/token`,
      body: {
        grant_type: 'authorization_code',
        client_id: app.id,
        client_secret: app.secret,
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier,
        scope: SCOPES,
      },
    });
    const token = harmless(outcomeOf(reply, judge, ({ body }) => textOf(body['access_token'])));
    if (token.kind !== 'ok') return token;
    const whose = await this.http.ask({
      method: 'GET',
      url: `${server}/api/v1/accounts/verify_credentials`,
      headers: { authorization: `Bearer ${token.value}` },
    });
    return harmless(
      outcomeOf(whose, judge, ({ body }) => {
        const profile = profileOf(body);
        if (!profile) return null;
        const { id, ...shown } = profile;
        return [{ ...shown, remoteId: id, server, credentials: { token: token.value }, expiresAt: null }];
      }),
    );
  }
}
