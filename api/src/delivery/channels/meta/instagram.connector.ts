import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp } from '../channel-http.js';
import type {
  ChannelSession,
  Connected,
  Connector,
  Looked,
  Outcome,
  Parcel,
  Prepared,
  Published,
} from '../connector.rules.js';
import { listOf, lookedOf, objectOf, rejected, textOf } from '../outcomes.js';
import { ContainerConnector } from './container.connector.js';
import { Graph, GRAPH_HOME, GRAPH_VERSION, GRAPH_VERSION_ENDS } from './graph.js';
import { InstagramReader } from './instagram.reader.js';
import { PagesSignIn } from './pages.sign-in.js';

const HOUR_MS = 3_600_000;

/** A professional account on Instagram. The picture is fetched by Instagram, so it must lie at a public address. */
export class InstagramConnector extends ContainerConnector implements Connector {
  readonly channel = 'instagram';
  readonly countedAs = `graph ${GRAPH_VERSION}`;
  readonly apiEnds = GRAPH_VERSION_ENDS;
  readonly needsApp = 'facebook';
  readonly home: string;
  readonly signIn: PagesSignIn;
  /** A reply has no container. */
  readonly answerDedupe = 'search';
  readonly read: InstagramReader;
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
    this.read = new InstagramReader(http);
  }

  check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    return this.graph(session).quietly('GET', session.remoteId, { fields: 'id,username,name' }, (body) => {
      const handle = textOf(body['username']);
      return handle
        ? { handle, name: textOf(body['name']) ?? handle, address: `https://www.instagram.com/${handle}/` }
        : null;
    });
  }

  followers(session: ChannelSession): Promise<Outcome<number | null>> {
    return this.graph(session).followers(session.remoteId);
  }

  async prepare(session: ChannelSession, parcel: Parcel): Promise<Outcome<Prepared>> {
    if (parcel.replyTo) return this.addressee(session, parcel.replyTo.externalId);
    if (parcel.content.pictureUrl === null) return rejected('picture');
    const room = await this.room(session);
    if (room.kind !== 'ok') return room;
    if (room.value) return this.contain(session, parcel);
    return { kind: 'notSent', fault: { code: 'quota-used' }, retryAt: new Date(Date.now() + HOUR_MS) };
  }

  override async commit(session: ChannelSession, parcel: Parcel, prepared: Prepared): Promise<Outcome<Published>> {
    if (!parcel.replyTo) return super.commit(session, parcel, prepared);
    const message = messageOf(parcel, prepared);
    const path = `${String(prepared['target'])}/replies`;
    const sent = await this.graph(session).openly(path, { message }, ({ id }) => textOf(id));
    return sent.kind === 'ok' ? { kind: 'ok', value: { externalId: sent.value, permalink: null } } : sent;
  }

  override async look(session: ChannelSession, parcel: Parcel, prepared: Prepared, since: Date): Promise<Looked> {
    if (!parcel.replyTo) return super.look(session, parcel, prepared, since);
    const path = `${String(prepared['target'])}/replies`;
    const fields = 'id,text,username,from{id}';
    const replies = await this.graph(session).quietly('GET', path, { fields, limit: '50' }, (body) =>
      listOf(body['data']),
    );
    return lookedOf(replies, (found) => {
      const same = found.find(
        (one) =>
          textOf(one['text']) === messageOf(parcel, prepared) &&
          (one['username'] === session.handle || objectOf(one['from'])['id'] === session.remoteId),
      );
      const id = same && textOf(same['id']);
      if (id) return { kind: 'published', published: { externalId: id, permalink: null } };
      return found.length < 50 ? { kind: 'absent' } : { kind: 'cannotTell', fault: { code: 'cannot-tell' } };
    });
  }

  /** A reply to a reply lands below the comment on top: whom it is for is then said in it. */
  private addressee(session: ChannelSession, commentId: string): Promise<Outcome<Prepared>> {
    return this.graph(session).quietly('GET', commentId, { fields: 'id,parent_id,username' }, (body) => {
      const [id, parent, username] = [textOf(body['id']), textOf(body['parent_id']), textOf(body['username'])];
      return id ? { target: parent ?? id, mention: parent && username ? `@${username} ` : '' } : null;
    });
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

const messageOf = ({ content }: Parcel, { mention }: Prepared): string =>
  `${typeof mention === 'string' ? mention : ''}${content.text}`;
