import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type {
  ChannelSession,
  Connected,
  Connector,
  Credentials,
  Outcome,
  Parcel,
  Prepared,
} from '../connector.rules.js';
import { countOf, listOf, objectOf, textOf } from '../outcomes.js';
import { ContainerConnector } from './container.connector.js';
import { Graph } from './graph.js';
import { ThreadsReader } from './threads.reader.js';
import { expiryFrom, profileOf, THREADS_VERSION } from './threads.rules.js';
import { ThreadsSignIn } from './threads.sign-in.js';

const HOME = 'https://graph.threads.net';
/** A token lives sixty days and can be made new from its second day on. */
const RENEW_BEFORE_MS = 20 * 86_400_000;

/** A profile on Threads. https://developers.facebook.com/docs/threads */
export class ThreadsConnector extends ContainerConnector implements Connector {
  readonly channel = 'threads';
  readonly countedAs = `threads ${THREADS_VERSION}`;
  readonly needsApp = 'threads';
  readonly home: string;
  readonly signIn: ThreadsSignIn;
  readonly read: ThreadsReader;
  protected readonly words = {
    make: 'threads',
    publish: 'threads_publish',
    status: 'status',
    posts: 'threads',
    replies: 'replies',
    text: 'text',
  };

  constructor(http: ChannelHttp, config: Config) {
    super(http);
    this.home = config.channelServers.get('threads')?.[0] ?? HOME;
    this.signIn = new ThreadsSignIn(http, config);
    this.read = new ThreadsReader(http);
  }

  async check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    const fresh = await this.freshen(session);
    if (fresh.kind !== 'ok') return fresh;
    return this.graph(session).quietly('GET', 'me', { fields: 'id,username,name' }, profileOf);
  }

  /** Needs a right of its own, so it says nothing about whether the rest works. */
  async followers(session: ChannelSession): Promise<Outcome<number | null>> {
    const asked = await this.graph(session).quietly(
      'GET',
      `${session.remoteId}/threads_insights`,
      { metric: 'followers_count' },
      (body) => ({ count: countOf(objectOf(listOf(body['data'])[0]?.['total_value'])['value']) }),
    );
    return asked.kind === 'ok' ? { kind: 'ok', value: asked.value.count } : asked;
  }

  async prepare(session: ChannelSession, parcel: Parcel): Promise<Outcome<Prepared>> {
    const fresh = await this.freshen(session);
    return fresh.kind === 'ok' ? this.contain(session, parcel) : fresh;
  }

  protected graph(session: ChannelSession): Graph {
    return new Graph(this.http, session, THREADS_VERSION);
  }

  protected content({ content, replyTo }: Parcel): Record<string, string> {
    const alt = content.picture?.altText ?? '';
    return {
      text: content.text,
      ...(content.pictureUrl
        ? { media_type: 'IMAGE', image_url: content.pictureUrl, ...(alt === '' ? {} : { alt_text: alt }) }
        : { media_type: 'TEXT', ...(content.link ? { link_attachment: content.link } : {}) }),
      ...(replyTo ? { reply_to_id: replyTo.externalId } : {}),
    };
  }

  /** Long before it ends, so that a month of holidays is no trouble. */
  private async freshen(session: ChannelSession): Promise<Outcome<Credentials>> {
    if (needsRenewal(session.credentials)) return session.renew((now) => this.renewal(session, now));
    return { kind: 'ok', value: session.credentials };
  }

  private async renewal(session: ChannelSession, now: Credentials): Promise<Outcome<Credentials>> {
    // Somebody else has done it while we waited.
    if (!needsRenewal(now)) return { kind: 'ok', value: now };
    const graph = new Graph(this.http, { server: session.server, credentials: now }, '');
    const params = { grant_type: 'th_refresh_token', access_token: now['token'] ?? '' };
    return graph.quietly('GET', 'refresh_access_token', params, (body) => {
      const token = textOf(body['access_token']);
      return token ? { ...now, token, expiresAt: expiryFrom(body) } : null;
    });
  }
}

const needsRenewal = ({ expiresAt }: Credentials): boolean =>
  expiresAt !== undefined && Date.parse(expiresAt) - Date.now() < RENEW_BEFORE_MS;
