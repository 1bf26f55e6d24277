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
import { harmless, listOf, lookedOf, objectOf, outcomeOf, textOf } from '../outcomes.js';
import { multipart } from '../multipart.js';
import { FacebookReader } from './facebook.reader.js';
import { Graph, GRAPH_HOME, GRAPH_VERSION, GRAPH_VERSION_ENDS, judge } from './graph.js';
import { GraphWebhook } from './graph.webhook.js';
import { PagesSignIn } from './pages.sign-in.js';

/** Clocks of two machines may differ by so much. */
const SKEW_MS = 2 * 60_000;
const PAGE = 50;

/** A Facebook page. There is no key for a post: before anything is sent again, the page's own list is searched, twice. */
export class FacebookConnector implements Connector {
  readonly channel = 'facebook';
  readonly dedupe = 'search';
  readonly apiEnds = GRAPH_VERSION_ENDS;
  readonly needsApp = 'facebook';
  readonly countedAs = `graph ${GRAPH_VERSION}`;
  readonly home: string;
  readonly signIn: PagesSignIn;
  readonly read: FacebookReader;
  readonly webhook: GraphWebhook;

  constructor(
    private readonly http: ChannelHttp,
    config: Config,
  ) {
    this.home = config.channelServers.get('facebook')?.[0] ?? GRAPH_HOME;
    this.signIn = new PagesSignIn(http, config, 'facebook');
    this.read = new FacebookReader(http);
    this.webhook = new GraphWebhook(config, http);
  }

  check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    return new Graph(this.http, session).quietly('GET', session.remoteId, { fields: 'id,name,link' }, (body) => {
      const name = textOf(body['name']);
      return name ? { handle: name, name, address: textOf(body['link']) } : null;
    });
  }

  followers(session: ChannelSession): Promise<Outcome<number | null>> {
    return new Graph(this.http, session).followers(session.remoteId);
  }

  /** The picture goes up unpublished: nobody sees it before the post. */
  async prepare(session: ChannelSession, { content }: Parcel): Promise<Outcome<Prepared>> {
    if (!content.picture) return { kind: 'ok', value: { photo: null } };
    const { type, body } = multipart(
      { published: 'false', alt_text_custom: content.picture.altText },
      { name: 'source', file: 'billede.jpg', type: 'image/jpeg', bytes: await session.picture(content.picture.sha256) },
    );
    const graph = new Graph(this.http, session);
    const path = `${session.remoteId}/photos`;
    const reply = await graph.send({ method: 'POST', path, headers: { 'content-type': type }, body });
    const photo = harmless(outcomeOf(reply, judge, (answer) => textOf(answer.body['id'])));
    return photo.kind === 'ok' ? { kind: 'ok', value: { photo: photo.value } } : photo;
  }

  async commit(
    session: ChannelSession,
    { content, replyTo }: Parcel,
    { photo }: Prepared,
  ): Promise<Outcome<Published>> {
    const graph = new Graph(this.http, session);
    const path = replyTo ? `${replyTo.externalId}/comments` : `${session.remoteId}/feed`;
    const params: Record<string, string> = { message: content.text };
    if (typeof photo === 'string') params['attached_media[0]'] = JSON.stringify({ media_fbid: photo });
    else if (content.link && !replyTo) params['link'] = content.link;
    return graph.openly(path, params, (body) => {
      const id = textOf(body['id']);
      return id ? publishedOf(id, textOf(body['permalink_url'])) : null;
    });
  }

  /** Addresses with a post's number; those with "pfbid" tell nothing. */
  idOf({ remoteId }: { remoteId: string }, permalink: string): string | null {
    const url = new URL(permalink);
    const number = url.searchParams.get('story_fbid') ?? /\/posts\/(?:[^/]+\/)?(\d+)\/?$/.exec(url.pathname)?.[1] ?? '';
    const page = url.searchParams.get('id') ?? remoteId;
    return /^\d+$/.test(number) && page === remoteId ? `${remoteId}_${number}` : null;
  }

  async remove(session: ChannelSession, externalId: string): Promise<Outcome<true>> {
    const reply = await new Graph(this.http, session).send({ method: 'DELETE', path: externalId });
    return harmless(outcomeOf(reply, judge, () => true));
  }

  async look(session: ChannelSession, { content, replyTo }: Parcel, _prepared: Prepared, since: Date): Promise<Looked> {
    const graph = new Graph(this.http, session);
    const from = String(Math.floor((since.getTime() - SKEW_MS) / 1_000));
    const fields = 'id,message,created_time,permalink_url,from';
    const path = replyTo ? `${replyTo.externalId}/comments` : `${session.remoteId}/published_posts`;
    const own = await graph.quietly('GET', path, { fields, since: from, limit: String(PAGE) }, (body) =>
      listOf(body['data']),
    );
    return lookedOf(own, (posts) => {
      const ours = posts.filter(({ from: who }) => !replyTo || objectOf(who)['id'] === session.remoteId);
      // The link in it is this channel's own; two posts with the very same words within minutes are one post.
      const same = ours.find(({ message }) => sameText(textOf(message) ?? '', content.text));
      const id = same && textOf(same['id']);
      if (id) return { kind: 'published', published: publishedOf(id, textOf(same['permalink_url'])) };
      return posts.length < PAGE ? { kind: 'absent' } : { kind: 'cannotTell', fault: { code: 'cannot-tell' } };
    });
  }
}

const sameText = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

const publishedOf = (externalId: string, permalink: string | null): Published => ({
  externalId,
  permalink: permalink ?? `https://www.facebook.com/${externalId}`,
});
