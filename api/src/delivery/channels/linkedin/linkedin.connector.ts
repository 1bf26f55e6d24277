import type { LiveComments } from '@forhoering/shared/contracts/collecting.contract.js';
import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type {
  ChannelSession,
  Connected,
  Connector,
  Credentials,
  Looked,
  Outcome,
  Parcel,
  Prepared,
  Published,
} from '../connector.rules.js';
import { countOf, harmless, listOf, lookedOf, objectOf, outcomeOf, textOf } from '../outcomes.js';
import {
  credentialsOf,
  doorOf,
  judge,
  LINKEDIN_API,
  LINKEDIN_VERSION,
  LINKEDIN_VERSION_ENDS,
  LinkedInApi,
  littleText,
  needsRenewal,
} from './linkedin-api.js';
import { liveComments } from './linkedin.live.js';
import { LinkedInSignIn, organisationOf } from './linkedin.sign-in.js';

const SKEW_MS = 2 * 60_000;
const PAGE = 20;

/**
 * An organisation's page on LinkedIn. Posts go out; comments are not collected: members' words may be kept for 48 hours only and not
 * be exported (learn.microsoft.com/linkedin/marketing/data-storage-requirements).
 */
export class LinkedInConnector implements Connector {
  readonly channel = 'linkedin';
  readonly countedAs = `linkedin ${LINKEDIN_VERSION}`;
  readonly dedupe = 'search';
  readonly needsApp = 'linkedin';
  readonly apiEnds = LINKEDIN_VERSION_ENDS;
  readonly home: string;
  readonly signIn: LinkedInSignIn;
  readonly read = null;

  constructor(
    private readonly http: ChannelHttp,
    private readonly config: Config,
  ) {
    this.home = config.channelServers.get('linkedin')?.[0] ?? LINKEDIN_API;
    this.signIn = new LinkedInSignIn(http, config);
  }

  async check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    const fresh = await this.freshen(session);
    if (fresh.kind !== 'ok') return fresh;
    const path = `organizations/${session.remoteId.split(':').at(-1)}`;
    return new LinkedInApi(this.http, session).quietly({ method: 'GET', path }, ({ body }) => organisationOf(body));
  }

  async followers(session: ChannelSession): Promise<Outcome<number | null>> {
    const fresh = await this.freshen(session);
    if (fresh.kind !== 'ok') return fresh;
    const path = `networkSizes/${encodeURIComponent(session.remoteId)}?edgeType=COMPANY_FOLLOWED_BY_MEMBER`;
    const asked = await new LinkedInApi(this.http, session).quietly({ method: 'GET', path }, ({ body }) => ({
      count: countOf(body['firstDegreeSize']),
    }));
    return asked.kind === 'ok' ? { kind: 'ok', value: asked.value.count } : asked;
  }

  async live(session: ChannelSession, externalId: string): Promise<Outcome<Pick<LiveComments, 'items' | 'more'>>> {
    const fresh = await this.freshen(session);
    return fresh.kind === 'ok' ? liveComments(this.http, session, externalId) : fresh;
  }

  async prepare(session: ChannelSession, { content }: Parcel): Promise<Outcome<Prepared>> {
    const fresh = await this.freshen(session);
    if (fresh.kind !== 'ok') return fresh;
    const sha256 = content.picture?.sha256 ?? content.card;
    if (!sha256) return { kind: 'ok', value: { image: null } };
    const api = new LinkedInApi(this.http, session);
    const begin = { initializeUploadRequest: { owner: session.remoteId } };
    const place = await api.quietly(
      { method: 'POST', path: 'images?action=initializeUpload', body: begin },
      ({ body }) => {
        const value = objectOf(body['value']);
        const [url, image] = [textOf(value['uploadUrl']), textOf(value['image'])];
        return url && image ? { url, image } : null;
      },
    );
    if (place.kind !== 'ok') return place;
    const bytes = await session.picture(sha256);
    const request = {
      method: 'PUT',
      path: place.value.url,
      body: bytes,
      headers: { 'content-type': 'image/jpeg' },
    } as const;
    const put = await api.quietly(request, () => true);
    return put.kind === 'ok' ? { kind: 'ok', value: { image: place.value.image } } : put;
  }

  async commit(session: ChannelSession, { content }: Parcel, { image }: Prepared): Promise<Outcome<Published>> {
    const body = {
      author: session.remoteId,
      commentary: littleText(content.text),
      visibility: 'PUBLIC',
      distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
      lifecycleState: 'PUBLISHED',
      isReshareDisabledByAuthor: false,
      ...this.contentOf(content, typeof image === 'string' ? image : null),
    };
    const reply = await new LinkedInApi(this.http, session).send({ method: 'POST', path: 'posts', body });
    return outcomeOf(reply, judge, ({ headers }) => publishedOf(textOf(headers['x-restli-id'])));
  }

  async look(session: ChannelSession, { content }: Parcel, _prepared: Prepared, since: Date): Promise<Looked> {
    const author = encodeURIComponent(session.remoteId);
    const path = `posts?q=author&author=${author}&count=${PAGE}&sortBy=CREATED`;
    const own = await new LinkedInApi(this.http, session).quietly({ method: 'GET', path }, ({ body }) =>
      listOf(body['elements']),
    );
    return lookedOf(own, (posts) => {
      const recent = posts.filter(
        ({ createdAt }) => typeof createdAt === 'number' && createdAt >= since.getTime() - SKEW_MS,
      );
      const same = recent.find(({ commentary }) => textOf(commentary) === littleText(content.text));
      const published = same && publishedOf(textOf(same['id']));
      if (published) return { kind: 'published', published };
      return recent.length < PAGE ? { kind: 'absent' } : { kind: 'cannotTell', fault: { code: 'cannot-tell' } };
    });
  }

  /** LinkedIn does not look at the link itself: title, description and picture are sent along. */
  private contentOf({ picture, link, title, description }: Parcel['content'], image: string | null): object {
    if (picture && image) return { content: { media: { id: image, altText: picture.altText } } };
    if (!link) return {};
    return { content: { article: { source: link, title, description, ...(image ? { thumbnail: image } : {}) } } };
  }

  private async freshen(session: ChannelSession): Promise<Outcome<Credentials>> {
    if (needsRenewal(session.credentials)) return session.renew((now) => this.renewal(session, now));
    return { kind: 'ok', value: session.credentials };
  }

  private async renewal({ server }: ChannelSession, now: Credentials): Promise<Outcome<Credentials>> {
    const app = this.config.channelApps.get('linkedin');
    // Somebody else has done it while we waited, or nobody can.
    if (!needsRenewal(now) || !app) return { kind: 'ok', value: now };
    const reply = await this.http.ask({
      method: 'POST',
      url: `${doorOf(server)}/oauth/v2/accessToken`,
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: now['refreshToken'] ?? '',
        client_id: app.id,
        client_secret: app.secret,
      }),
    });
    return harmless(outcomeOf(reply, judge, ({ body }) => credentialsOf(body)));
  }
}

const publishedOf = (urn: string | null): Published | null =>
  urn ? { externalId: urn, permalink: `https://www.linkedin.com/feed/update/${urn}` } : null;
