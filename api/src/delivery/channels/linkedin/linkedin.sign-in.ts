import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type { Connected, Outcome, SignInConnector } from '../connector.rules.js';
import { harmless, listOf, outcomeOf, rejected, textOf } from '../outcomes.js';
import { credentialsOf, doorOf, judge, LinkedInApi } from './linkedin-api.js';

const SCOPES = 'rw_organization_admin w_organization_social r_organization_social';

/** A person who may post for the organisation says yes; all such organisations are connected. */
export class LinkedInSignIn implements SignInConnector {
  constructor(
    private readonly http: ChannelHttp,
    private readonly config: Config,
  ) {}

  app(): Promise<Outcome<{ id: string; secret: string }> | null> {
    const app = this.config.channelApps.get('linkedin');
    return Promise.resolve(app ? { kind: 'ok', value: app } : null);
  }

  url(server: string, app: { id: string }, { redirectUri, state }: { redirectUri: string; state: string }): string {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: app.id,
      redirect_uri: redirectUri,
      state,
      scope: SCOPES,
    });
    return `${doorOf(server)}/oauth/v2/authorization?${query.toString()}`;
  }

  async complete(
    server: string,
    app: { id: string; secret: string },
    { code, redirectUri }: { code: string; redirectUri: string },
  ): Promise<Outcome<Connected[]>> {
    const reply = await this.http.ask({
      method: 'POST',
      url: `${doorOf(server)}/oauth/v2/accessToken`,
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: app.id,
        client_secret: app.secret,
      }),
    });
    const credentials = harmless(outcomeOf(reply, judge, ({ body }) => credentialsOf(body)));
    if (credentials.kind !== 'ok') return credentials;
    const api = new LinkedInApi(this.http, { server, credentials: credentials.value });
    const path = 'organizationAcls?q=roleAssignee&state=APPROVED&count=20';
    const roles = await api.quietly({ method: 'GET', path }, ({ body }) => listOf(body['elements']));
    if (roles.kind !== 'ok') return roles;
    const found: Connected[] = [];
    for (const urn of new Set(roles.value.flatMap(({ organization }) => textOf(organization) ?? []))) {
      const request = { method: 'GET', path: `organizations/${urn.split(':').at(-1)}` } as const;
      const profile = await api.quietly(request, ({ body }) => organisationOf(body));
      if (profile.kind !== 'ok') return profile;
      const expiresAt = new Date(credentials.value['expiresAt'] ?? '');
      found.push({ ...profile.value, server, remoteId: urn, credentials: credentials.value, expiresAt });
    }
    return found.length === 0 ? rejected('permission') : { kind: 'ok', value: found };
  }
}

export function organisationOf(body: Record<string, unknown>): Pick<Connected, 'handle' | 'name' | 'address'> | null {
  const name = textOf(body['localizedName']);
  const handle = textOf(body['vanityName']) ?? name;
  return name && handle ? { handle, name, address: `https://www.linkedin.com/company/${handle}` } : null;
}
