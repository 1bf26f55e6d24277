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
  ReplyTarget,
} from '../connector.rules.js';
import { harmless, listOf, lookedOf, objectOf, outcomeOf, rejected, textOf } from '../outcomes.js';
import { BlueskyApi, judge, tokensOf } from './bluesky-api.js';
import { recordKey, recordOf, type BlueskyPrepared, type Ref } from './bluesky-record.rules.js';
import { BlueskyReader } from './bluesky.reader.js';

const COLLECTION = 'app.bsky.feed.post';

/** Bluesky and every other server that speaks AT Protocol. The key of a post is ours, so the same request twice is one post. */
export class BlueskyConnector implements Connector {
  readonly channel = 'bluesky';
  readonly countedAs = 'app.bsky';
  readonly dedupe = 'callerKey';
  readonly home: string;
  readonly read: BlueskyReader;

  constructor(
    private readonly http: ChannelHttp,
    config: Config,
  ) {
    this.home = config.channelServers.get('bluesky')?.[0] ?? 'https://bsky.social';
    this.read = new BlueskyReader(http, config.channelServers.get('bluesky-appview')?.[0]);
  }

  async connect(server: string, identifier: string, password: string): Promise<Outcome<Connected>> {
    const name = identifier.replace(/^@/, '');
    const reply = await this.http.ask({
      method: 'POST',
      url: `${server}/xrpc/com.atproto.server.createSession`,
      body: { identifier: name, password },
    });
    return harmless(
      outcomeOf(reply, judge, (answer) => {
        const [did, handle, tokens] = [textOf(answer.body['did']), textOf(answer.body['handle']), tokensOf(answer)];
        if (!did || !handle || !tokens) return null;
        return {
          server,
          remoteId: did,
          handle,
          name: handle,
          address: `https://bsky.app/profile/${handle}`,
          credentials: { ...tokens, password },
          expiresAt: null,
        };
      }),
    );
  }

  async check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    const api = new BlueskyApi(this.http, session);
    return api.ask({ method: 'GET', url: api.xrpc('com.atproto.server.getSession') }, ({ body }) => {
      const handle = textOf(body['handle']);
      return handle ? { handle, name: handle, address: `https://bsky.app/profile/${handle}` } : null;
    });
  }

  followers(session: ChannelSession): Promise<Outcome<number | null>> {
    return this.read.followers(session.remoteId);
  }

  async prepare(session: ChannelSession, { content, replyTo }: Parcel): Promise<Outcome<Prepared>> {
    const api = new BlueskyApi(this.http, session);
    const token = await api.ready();
    if (token.kind !== 'ok') return token;
    const made: BlueskyPrepared = { image: null, thumb: null, reply: null };
    if (content.picture) {
      const image = await this.upload(api, await session.picture(content.picture.sha256));
      if (image.kind !== 'ok') return image;
      made.image = image.value;
    } else if (content.card) {
      const thumb = await this.upload(api, await session.picture(content.card));
      if (thumb.kind !== 'ok') return thumb;
      made.thumb = thumb.value;
    }
    if (replyTo) {
      const reply = await this.refs(replyTo);
      if (reply.kind !== 'ok') return reply;
      made.reply = reply.value;
    }
    return { kind: 'ok', value: { ...made } };
  }

  async commit(session: ChannelSession, parcel: Parcel, prepared: Prepared): Promise<Outcome<Published>> {
    const api = new BlueskyApi(this.http, session);
    const reply = await api.send(session.credentials['accessJwt'] ?? '', {
      method: 'POST',
      url: api.xrpc('com.atproto.repo.putRecord'),
      body: {
        repo: session.remoteId,
        collection: COLLECTION,
        rkey: recordKey(parcel),
        record: recordOf(parcel, prepared as unknown as BlueskyPrepared),
        // What is sent is small and known; servers that do not know the lexicon take it all the same.
        validate: true,
      },
    });
    const outcome = outcomeOf(reply, judge, ({ body }) => {
      const uri = textOf(body['uri']);
      return uri ? published(session, parcel, uri) : null;
    });
    // A refused token has published nothing. It is renewed now, and the delivery comes again.
    if (outcome.kind === 'ok' || outcome.fault.code !== 'signed-out') return outcome;
    const renewed = await api.renewed();
    return renewed.kind === 'ok' ? { kind: 'notSent', fault: outcome.fault, retryAt: soon() } : harmless(renewed);
  }

  async look(session: ChannelSession, parcel: Parcel): Promise<Looked> {
    const api = new BlueskyApi(this.http, session);
    const found = await api.ask(
      {
        method: 'GET',
        url: api.xrpc('com.atproto.repo.getRecord', {
          repo: session.remoteId,
          collection: COLLECTION,
          rkey: recordKey(parcel),
        }),
      },
      ({ body }) => ({ uri: textOf(body['uri']) ?? '', text: textOf(objectOf(body['value'])['text']) }),
    );
    if (found.kind === 'rejected' && found.fault.code === 'gone') return { kind: 'absent' };
    return lookedOf(found, ({ uri, text }) =>
      text === parcel.content.text
        ? { kind: 'published', published: published(session, parcel, uri) }
        : { kind: 'cannotTell', fault: { code: 'cannot-tell' } },
    );
  }

  idOf({ remoteId, handle }: { remoteId: string; handle: string }, permalink: string): string | null {
    const [, who, key] =
      /^https:\/\/bsky\.app\/profile\/([^/?#]+)\/post\/([a-z0-9]{13})(?:[/?#]|$)/.exec(permalink) ?? [];
    return key && (who === handle || who === remoteId) ? `at://${remoteId}/${COLLECTION}/${key}` : null;
  }

  remove(session: ChannelSession, externalId: string): Promise<Outcome<true>> {
    const api = new BlueskyApi(this.http, session);
    const body = { repo: session.remoteId, collection: COLLECTION, rkey: externalId.split('/').at(-1) };
    return api.ask({ method: 'POST', url: api.xrpc('com.atproto.repo.deleteRecord'), body }, () => true);
  }

  private async upload(api: BlueskyApi, picture: Buffer): Promise<Outcome<unknown>> {
    return api.ask(
      {
        method: 'POST',
        url: api.xrpc('com.atproto.repo.uploadBlob'),
        headers: { 'content-type': 'image/jpeg' },
        body: picture,
      },
      ({ body }) => body['blob'] ?? null,
    );
  }

  /** Replies name what they answer with the hash of its words as they stand now. */
  private async refs({ externalId, rootId }: ReplyTarget): Promise<Outcome<{ root: Ref; parent: Ref }>> {
    const posts = await this.read.posts([rootId, externalId]);
    if (posts.kind !== 'ok') return posts;
    const refs = listOf(posts.value).flatMap(({ uri, cid }): Ref[] =>
      typeof uri === 'string' && typeof cid === 'string' ? [{ uri, cid }] : [],
    );
    const [root, parent] = [rootId, externalId].map((id) => refs.find(({ uri }) => uri === id));
    return root && parent ? { kind: 'ok', value: { root, parent } } : rejected('gone');
  }
}

const soon = (): Date => new Date(Date.now() + 2_000);

function published(session: ChannelSession, parcel: Parcel, uri: string): Published {
  return { externalId: uri, permalink: `https://bsky.app/profile/${session.handle}/post/${recordKey(parcel)}` };
}
