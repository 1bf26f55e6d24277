import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type { Connected, Outcome, SignInConnector } from '../connector.rules.js';
import { harmless, listOf, objectOf, outcomeOf, rejected, textOf } from '../outcomes.js';
import { Graph, GRAPH_VERSION, judge } from './graph.js';

/** What the app asks for; each needs App Review before others than its own testers can say yes. */
const SCOPES: Record<'facebook' | 'instagram', string> = {
  facebook: 'pages_show_list,pages_manage_posts,pages_manage_engagement,pages_read_engagement,pages_read_user_content',
  instagram:
    'pages_show_list,pages_read_engagement,instagram_basic,instagram_content_publish,instagram_manage_comments',
};
const DIALOG = 'https://www.facebook.com';

/** Facebook Login: the person's token becomes a long-lived one, and that gives the pages' own, which do not run out. */
export class PagesSignIn implements SignInConnector {
  constructor(
    private readonly http: ChannelHttp,
    private readonly config: Config,
    private readonly channel: 'facebook' | 'instagram',
  ) {}

  app(): Promise<Outcome<{ id: string; secret: string }> | null> {
    const app = this.config.channelApps.get('facebook');
    return Promise.resolve(app ? { kind: 'ok', value: app } : null);
  }

  url(
    server: string,
    app: { id: string },
    { redirectUri, state, challenge }: { redirectUri: string; state: string; challenge: string },
  ): string {
    const query = new URLSearchParams({
      client_id: app.id,
      redirect_uri: redirectUri,
      state,
      response_type: 'code',
      scope: this.scopes(),
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    // A server of one's own answers for the dialog too.
    const dialog = (this.config.channelServers.get('facebook') ?? []).includes(server) ? server : DIALOG;
    return `${dialog}/${GRAPH_VERSION}/dialog/oauth?${query.toString()}`;
  }

  /** To have a page told about is a permission of its own, asked for where there is somebody to tell. */
  private scopes(): string {
    const told = this.channel === 'facebook' && this.config.channelHooks.has('facebook');
    return told ? `${SCOPES.facebook},pages_manage_metadata` : SCOPES[this.channel];
  }

  async complete(
    server: string,
    app: { id: string; secret: string },
    { code, redirectUri, verifier }: { code: string; redirectUri: string; verifier: string },
  ): Promise<Outcome<Connected[]>> {
    const own = { client_id: app.id, client_secret: app.secret };
    const first = await this.token(server, { ...own, code, redirect_uri: redirectUri, code_verifier: verifier });
    if (first.kind !== 'ok') return first;
    const long = await this.token(server, { ...own, grant_type: 'fb_exchange_token', fb_exchange_token: first.value });
    if (long.kind !== 'ok') return long;
    const graph = new Graph(this.http, { server, credentials: { token: long.value } });
    const fields = 'id,name,link,access_token,instagram_business_account{id,username,name}';
    const pages = await graph.quietly('GET', 'me/accounts', { fields, limit: '100' }, (body) => listOf(body['data']));
    if (pages.kind !== 'ok') return pages;
    const found = pages.value.flatMap((page) => this.profileOf(server, page));
    return found.length === 0 ? rejected('permission') : { kind: 'ok', value: found };
  }

  /** Secrets go in the body, not in an address that somebody's log keeps. */
  private async token(server: string, params: Record<string, string>): Promise<Outcome<string>> {
    const reply = await this.http.ask({
      method: 'POST',
      url: `${server}/${GRAPH_VERSION}/oauth/access_token`,
      body: new URLSearchParams(params),
    });
    return harmless(outcomeOf(reply, judge, ({ body }) => textOf(body['access_token'])));
  }

  private profileOf(server: string, page: Record<string, unknown>): Connected[] {
    const [id, name, token] = [textOf(page['id']), textOf(page['name']), textOf(page['access_token'])];
    if (!id || !name || !token) return [];
    const base = { server, credentials: { token }, expiresAt: null };
    if (this.channel === 'facebook')
      return [
        {
          ...base,
          remoteId: id,
          handle: name,
          name,
          address: textOf(page['link']) ?? `https://www.facebook.com/${id}`,
        },
      ];
    const instagram = objectOf(page['instagram_business_account']);
    const [profileId, username] = [textOf(instagram['id']), textOf(instagram['username'])];
    if (!profileId || !username) return [];
    return [
      {
        ...base,
        remoteId: profileId,
        handle: username,
        name: textOf(instagram['name']) ?? username,
        address: `https://www.instagram.com/${username}/`,
      },
    ];
  }
}
