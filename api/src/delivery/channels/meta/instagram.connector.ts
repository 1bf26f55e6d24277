import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type { ChannelSession, Connected, Connector, Outcome, Parcel, Prepared } from '../connector.rules.js';
import { listOf, objectOf, rejected, textOf } from '../outcomes.js';
import { ContainerConnector } from './container.connector.js';
import { Graph, GRAPH_HOME, GRAPH_VERSION_ENDS } from './graph.js';
import { PagesSignIn } from './pages.sign-in.js';

const HOUR_MS = 3_600_000;

/** A professional account on Instagram. The picture is fetched by Instagram, so it must lie at a public address. */
export class InstagramConnector extends ContainerConnector implements Connector {
  readonly channel = 'instagram';
  readonly apiEnds = GRAPH_VERSION_ENDS;
  readonly needsApp = 'facebook';
  readonly home: string;
  readonly signIn: PagesSignIn;
  readonly read = null;
  protected readonly words = {
    make: 'media',
    publish: 'media_publish',
    status: 'status_code',
    posts: 'media',
    text: 'caption',
  };

  constructor(http: ChannelHttp, config: Config) {
    super(http);
    this.home = config.channelServers.get('facebook')?.[0] ?? GRAPH_HOME;
    this.signIn = new PagesSignIn(http, config, 'instagram');
  }

  check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    return this.graph(session).quietly('GET', session.remoteId, { fields: 'id,username,name' }, (body) => {
      const handle = textOf(body['username']);
      return handle
        ? { handle, name: textOf(body['name']) ?? handle, address: `https://www.instagram.com/${handle}/` }
        : null;
    });
  }

  async prepare(session: ChannelSession, parcel: Parcel): Promise<Outcome<Prepared>> {
    if (parcel.content.pictureUrl === null) return rejected('picture');
    const room = await this.room(session);
    if (room.kind !== 'ok') return room;
    if (room.value) return this.contain(session, parcel);
    return { kind: 'notSent', fault: { code: 'quota-used' }, retryAt: new Date(Date.now() + HOUR_MS) };
  }

  protected graph(session: ChannelSession): Graph {
    return new Graph(this.http, session);
  }

  protected content({ content }: Parcel): Record<string, string> {
    const alt = content.picture?.altText ?? '';
    return { image_url: content.pictureUrl ?? '', caption: content.text, ...(alt === '' ? {} : { alt_text: alt }) };
  }

  /** The daily number of posts is asked for, since the vendor's pages disagree on it. */
  private room(session: ChannelSession): Promise<Outcome<boolean>> {
    const path = `${session.remoteId}/content_publishing_limit`;
    return this.graph(session).quietly('GET', path, { fields: 'config,quota_usage' }, (body) => {
      const [first] = listOf(body['data']);
      const total = objectOf(first?.['config'])['quota_total'];
      const used = first?.['quota_usage'];
      return typeof total === 'number' && typeof used === 'number' ? used < total : true;
    });
  }
}
