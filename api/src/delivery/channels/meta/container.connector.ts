import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import type { ChannelHttp } from '../channel-http.js';
import type { ChannelSession, Looked, Outcome, Parcel, Prepared, Published } from '../connector.rules.js';
import { listOf, lookedOf, rejected, textOf } from '../outcomes.js';
import { Graph } from './graph.js';

/** A container is worked on: looks at 0.2, 0.4, 0.8 seconds and so on, together some 25. */
const TRIES = 8;
const WAIT_MS = 200;
const SKEW_MS = 2 * 60_000;

/** How one of Meta's networks names what all of them do. */
export interface ContainerWords {
  /** Edge that makes a container, and the one that publishes it. */
  make: string;
  publish: string;
  /** Field of a container that says how it stands. */
  status: string;
  /** Edge with the account's own posts, and the field with their words. */
  posts: string;
  /** The same for its replies, where they are kept apart. */
  replies?: string;
  text: string;
}

/** Made, worked on, published: what became of the container tells whether the post is out. */
export abstract class ContainerConnector {
  abstract readonly channel: PostChannel;
  readonly dedupe = 'probe';
  protected abstract readonly words: ContainerWords;

  constructor(protected readonly http: ChannelHttp) {}

  protected abstract graph(session: ChannelSession): Graph;
  /** The container's fields. */
  protected abstract content(parcel: Parcel): Record<string, string>;

  protected async contain(session: ChannelSession, parcel: Parcel): Promise<Outcome<Prepared>> {
    const graph = this.graph(session);
    const path = `${session.remoteId}/${this.words.make}`;
    const made = await graph.quietly('POST', path, this.content(parcel), ({ id }) => textOf(id));
    return made.kind === 'ok' ? this.finished(graph, made.value) : made;
  }

  async commit(session: ChannelSession, _parcel: Parcel, { container }: Prepared): Promise<Outcome<Published>> {
    const graph = this.graph(session);
    const path = `${session.remoteId}/${this.words.publish}`;
    const sent = await graph.openly(path, { creation_id: idOf(container) }, ({ id }) => textOf(id));
    if (sent.kind !== 'ok') return sent;
    const link = await graph.quietly('GET', sent.value, { fields: 'permalink' }, (body) => textOf(body['permalink']));
    return { kind: 'ok', value: { externalId: sent.value, permalink: link.kind === 'ok' ? link.value : null } };
  }

  async look(
    session: ChannelSession,
    { content, replyTo }: Parcel,
    { container }: Prepared,
    since: Date,
  ): Promise<Looked> {
    const graph = this.graph(session);
    const status = await this.statusOf(graph, idOf(container));
    if (status.kind !== 'ok') return lookedOf(status, () => ({ kind: 'absent' }));
    if (status.value === 'EXPIRED' || status.value === 'ERROR') return { kind: 'absent', anew: true };
    if (status.value !== 'PUBLISHED') return { kind: 'absent' };
    const { posts, replies = posts, text } = this.words;
    const fields = `id,${text},timestamp,permalink`;
    const own = await graph.quietly(
      'GET',
      `${session.remoteId}/${replyTo ? replies : posts}`,
      { fields, limit: '25' },
      (body) => listOf(body['data']),
    );
    return lookedOf(own, (media) => {
      const same = media.find(
        (one) =>
          textOf(one[text]) === content.text && Date.parse(textOf(one['timestamp']) ?? '') >= since.getTime() - SKEW_MS,
      );
      const id = same && textOf(same['id']);
      // It is published, only not in the list yet.
      return id
        ? { kind: 'published', published: { externalId: id, permalink: textOf(same['permalink']) } }
        : { kind: 'later', fault: { code: 'cannot-tell' } };
    });
  }

  private statusOf(graph: Graph, container: string): Promise<Outcome<string>> {
    const { status } = this.words;
    return graph.quietly('GET', container, { fields: status }, (body) => textOf(body[status]));
  }

  private async finished(graph: Graph, container: string): Promise<Outcome<Prepared>> {
    for (let i = 0; i < TRIES; i += 1) {
      const status = await this.statusOf(graph, container);
      if (status.kind !== 'ok') return status;
      if (status.value === 'FINISHED') return { kind: 'ok', value: { container } };
      if (status.value === 'ERROR' || status.value === 'EXPIRED') return rejected('picture', status.value);
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * 2 ** i));
    }
    return { kind: 'notSent', fault: { code: 'picture', detail: 'still being worked on' } };
  }
}

const idOf = (container: unknown): string => (typeof container === 'string' ? container : '');
