import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type { Connected, Outcome, SignInConnector } from '../connector.rules.js';
import { harmless, outcomeOf, textOf } from '../outcomes.js';
import { Graph, judge } from './graph.js';
import { expiryFrom, profileOf, THREADS_VERSION } from './threads.rules.js';

const SCOPES =
  'threads_basic,threads_content_publish,threads_read_replies,threads_manage_replies,threads_manage_insights,threads_manage_mentions';
const DIALOG = 'https://threads.net';

/** Threads has an app and a sign-in of its own, beside Facebook's. */
export class ThreadsSignIn implements SignInConnector {
  constructor(
    private readonly http: ChannelHttp,
    private readonly config: Config,
  ) {}

  app(): Promise<Outcome<{ id: string; secret: string }> | null> {
    const app = this.config.channelApps.get('threads');
    return Promise.resolve(app ? { kind: 'ok', value: app } : null);
  }

  url(server: string, app: { id: string }, { redirectUri, state }: { redirectUri: string; state: string }): string {
    const query = new URLSearchParams({
      client_id: app.id,
      redirect_uri: redirectUri,
      scope: SCOPES,
      response_type: 'code',
      state,
    });
    const dialog = (this.config.channelServers.get('threads') ?? []).includes(server) ? server : DIALOG;
    return `${dialog}/oauth/authorize?${query.toString()}`;
  }

  async complete(
    server: string,
    app: { id: string; secret: string },
    { code, redirectUri }: { code: string; redirectUri: string },
  ): Promise<Outcome<Connected[]>> {
    const reply = await this.http.ask({
      method: 'POST',
      url: `${server}/oauth/access_token`,
      body: new URLSearchParams({
        client_id: app.id,
        client_secret: app.secret,
        grant_type: 'authorization_code',
        redirect_uri: redirectUri,
        code,
      }),
    });
    const short = harmless(outcomeOf(reply, judge, ({ body }) => textOf(body['access_token'])));
    if (short.kind !== 'ok') return short;
    const bare = new Graph(this.http, { server, credentials: { token: short.value } }, '');
    const exchange = { grant_type: 'th_exchange_token', client_secret: app.secret, access_token: short.value };
    const long = await bare.quietly('GET', 'access_token', exchange, (body) => {
      const token = textOf(body['access_token']);
      return token ? { token, expiresAt: expiryFrom(body) } : null;
    });
    if (long.kind !== 'ok') return long;
    const graph = new Graph(this.http, { server, credentials: long.value }, THREADS_VERSION);
    return graph.quietly('GET', 'me', { fields: 'id,username,name' }, (body) => {
      const [id, profile] = [textOf(body['id']), profileOf(body)];
      if (!id || !profile) return null;
      return [{ ...profile, server, remoteId: id, credentials: long.value, expiresAt: new Date(long.value.expiresAt) }];
    });
  }
}
