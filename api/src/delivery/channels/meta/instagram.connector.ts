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
import { Graph, GRAPH_HOME, GRAPH_VERSION_ENDS } from './graph.js';
import { PagesSignIn } from './pages.sign-in.js';

/** Pictures take a moment: looks at 0.2, 0.4, 0.8 seconds and so on, together some 25. */
const TRIES = 8;
const WAIT_MS = 200;

/**
 * A professional account on Instagram: a container is made, worked on and published. What became of the container tells whether the
 * post is out. The picture is fetched by Instagram, so it must lie at a public address.
 */
export class InstagramConnector implements Connector {
  readonly channel = 'instagram';
  readonly dedupe = 'probe';
  readonly apiEnds = GRAPH_VERSION_ENDS;
  readonly home: string;
  readonly signIn: PagesSignIn;
  readonly read = null;

  constructor(
    private readonly http: ChannelHttp,
    config: Config,
  ) {
    this.home = config.channelServers.get('facebook')?.[0] ?? GRAPH_HOME;
    this.signIn = new PagesSignIn(http, config, 'instagram');
  }

  check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    return new Graph(this.http, session).quietly('GET', session.remoteId, { fields: 'id,username,name' }, (body) => {
      const handle = textOf(body['username']);
      return handle
        ? { handle, name: textOf(body['name']) ?? handle, address: `https://www.instagram.com/${handle}/` }
        : null;
    });
  }

  async prepare(session: ChannelSession, { content }: Parcel): Promise<Outcome<Prepared>> {
    const graph = new Graph(this.http, session);
    if (content.pictureUrl === null) return rejected('picture');
    const room = await this.room(graph, session.remoteId);
    if (room.kind !== 'ok') return room;
    if (!room.value)
      return { kind: 'notSent', fault: { code: 'quota-used' }, retryAt: new Date(Date.now() + 3_600_000) };
    const params = {
      image_url: content.pictureUrl,
      caption: content.text,
      ...(content.picture?.altText ? { alt_text: content.picture.altText } : {}),
    };
    const made = await graph.quietly('POST', `${session.remoteId}/media`, params, ({ id }) => textOf(id));
    return made.kind === 'ok' ? this.finished(graph, made.value) : made;
  }

  async commit(session: ChannelSession, _parcel: Parcel, { container }: Prepared): Promise<Outcome<Published>> {
    const graph = new Graph(this.http, session);
    const sent = await graph.openly(`${session.remoteId}/media_publish`, { creation_id: idOf(container) }, ({ id }) =>
      textOf(id),
    );
    if (sent.kind !== 'ok') return sent;
    return { kind: 'ok', value: { externalId: sent.value, permalink: await this.permalink(graph, sent.value) } };
  }

  async look(session: ChannelSession, { content }: Parcel, { container }: Prepared, since: Date): Promise<Looked> {
    const graph = new Graph(this.http, session);
    const status = await graph.quietly('GET', idOf(container), { fields: 'status_code' }, (body) =>
      textOf(body['status_code']),
    );
    if (status.kind === 'ok' && (status.value === 'EXPIRED' || status.value === 'ERROR'))
      return { kind: 'absent', anew: true };
    if (status.kind === 'ok' && status.value !== 'PUBLISHED') return { kind: 'absent' };
    if (status.kind !== 'ok') return lookedOf(status, () => ({ kind: 'absent' }));
    const fields = 'id,caption,timestamp,permalink';
    const own = await graph.quietly('GET', `${session.remoteId}/media`, { fields, limit: '25' }, (body) =>
      listOf(body['data']),
    );
    return lookedOf(own, (media) => {
      const same = media.find(
        ({ caption, timestamp }) =>
          textOf(caption) === content.text && Date.parse(textOf(timestamp) ?? '') >= since.getTime() - 120_000,
      );
      const id = same && textOf(same['id']);
      // It is published, only not in the list yet.
      return id
        ? { kind: 'published', published: { externalId: id, permalink: textOf(same['permalink']) } }
        : { kind: 'later', fault: { code: 'cannot-tell' } };
    });
  }

  /** The daily number of posts is asked for, since the vendor's pages disagree on it. */
  private room(graph: Graph, id: string): Promise<Outcome<boolean>> {
    return graph.quietly('GET', `${id}/content_publishing_limit`, { fields: 'config,quota_usage' }, (body) => {
      const [first] = listOf(body['data']);
      const total = objectOf(first?.['config'])['quota_total'];
      const used = first?.['quota_usage'];
      return typeof total === 'number' && typeof used === 'number' ? used < total : true;
    });
  }

  private async finished(graph: Graph, container: string): Promise<Outcome<Prepared>> {
    for (let i = 0; i < TRIES; i += 1) {
      const status = await graph.quietly('GET', container, { fields: 'status_code' }, (body) =>
        textOf(body['status_code']),
      );
      if (status.kind !== 'ok') return status;
      if (status.value === 'FINISHED') return { kind: 'ok', value: { container } };
      if (status.value === 'ERROR' || status.value === 'EXPIRED') return rejected('picture', status.value);
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * 2 ** i));
    }
    return { kind: 'notSent', fault: { code: 'picture', detail: 'still being worked on' } };
  }

  private async permalink(graph: Graph, id: string): Promise<string | null> {
    const found = await graph.quietly('GET', id, { fields: 'permalink' }, (body) => textOf(body['permalink']));
    return found.kind === 'ok' ? found.value : null;
  }
}

const idOf = (container: unknown): string => (typeof container === 'string' ? container : '');
