import type { Config } from '../../../platform/config/config.js';
import type { ChannelHttp, ChannelReply, ChannelRequest } from '../channel-http.js';
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
import { multipart } from '../multipart.js';
import { countOf, harmless, type Judge, listOf, lookedOf, objectOf, outcomeOf, textOf } from '../outcomes.js';
import { xProfileOf, XSignIn } from './x.sign-in.js';

export const X_API = 'https://api.x.com';
const RENEW_BEFORE_MS = 20 * 60_000;
const DAY_MS = 86_400_000;
const SKEW_MS = 2 * 60_000;
const PAGE = 20;

/** Problem details (RFC 9457); a month's use that is up is no short wait, and the same words are refused because they are there. */
export const judge: Judge = ({ status, body }) => {
  const [type, said] = [textOf(body['type']) ?? '', textOf(body['detail']) ?? textOf(body['title']) ?? ''];
  const detail = `${status} · ${said}`.slice(0, 300);
  if (type.endsWith('/usage-capped'))
    return { kind: 'notSent', fault: { code: 'quota-used', detail }, retryAt: new Date(Date.now() + DAY_MS) };
  if (status === 403 && /duplicate content/i.test(said))
    return { kind: 'unknown', fault: { code: 'duplicate', detail } };
  return null;
};

/** A profile on X. Every post costs money, so there is no profile before the municipality has registered an app; comments are not read. */
export class XConnector implements Connector {
  readonly channel = 'x';
  readonly countedAs = 'x v2';
  readonly dedupe = 'search';
  readonly needsApp = 'x';
  readonly home: string;
  readonly signIn: XSignIn;
  readonly read = null;

  constructor(
    private readonly http: ChannelHttp,
    private readonly config: Config,
  ) {
    this.home = config.channelServers.get('x')?.[0] ?? X_API;
    this.signIn = new XSignIn(http, config);
  }

  async check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    const fresh = await this.freshen(session);
    if (fresh.kind !== 'ok') return fresh;
    const reply = await this.send(session, { method: 'GET', url: `${session.server}/2/users/me` });
    return harmless(outcomeOf(reply, judge, ({ body }) => xProfileOf(body)));
  }

  async followers(session: ChannelSession): Promise<Outcome<number | null>> {
    const fresh = await this.freshen(session);
    if (fresh.kind !== 'ok') return fresh;
    const url = `${session.server}/2/users/me?user.fields=public_metrics`;
    const reply = await this.send(session, { method: 'GET', url });
    const asked = harmless(
      outcomeOf(reply, judge, ({ body }) => ({
        count: countOf(objectOf(objectOf(body['data'])['public_metrics'])['followers_count']),
      })),
    );
    return asked.kind === 'ok' ? { kind: 'ok', value: asked.value.count } : asked;
  }

  async prepare(session: ChannelSession, { content }: Parcel): Promise<Outcome<Prepared>> {
    const fresh = await this.freshen(session);
    if (fresh.kind !== 'ok') return fresh;
    if (!content.picture) return { kind: 'ok', value: { media: null } };
    const file = {
      name: 'media',
      file: 'billede.jpg',
      type: 'image/jpeg',
      bytes: await session.picture(content.picture.sha256),
    };
    const { type, body } = multipart({ media_category: 'tweet_image' }, file);
    const upload = {
      method: 'POST',
      url: `${session.server}/2/media/upload`,
      headers: { 'content-type': type },
      body,
    } as const;
    const media = harmless(
      outcomeOf(await this.send(session, upload), judge, (answer) => textOf(objectOf(answer.body['data'])['id'])),
    );
    if (media.kind !== 'ok') return media;
    const metadata = { id: media.value, metadata: { alt_text: { text: content.picture.altText } } };
    const describe = { method: 'POST', url: `${session.server}/2/media/metadata`, body: metadata } as const;
    const described =
      content.picture.altText === ''
        ? ({ kind: 'ok', value: true } as const)
        : harmless(outcomeOf(await this.send(session, describe), judge, () => true));
    return described.kind === 'ok' ? { kind: 'ok', value: { media: media.value } } : described;
  }

  async commit(session: ChannelSession, { content }: Parcel, { media }: Prepared): Promise<Outcome<Published>> {
    const body = { text: content.text, ...(typeof media === 'string' ? { media: { media_ids: [media] } } : {}) };
    const reply = await this.send(session, { method: 'POST', url: `${session.server}/2/tweets`, body });
    return outcomeOf(reply, judge, (answer) => this.publishedOf(session, objectOf(answer.body['data'])));
  }

  async look(session: ChannelSession, { content }: Parcel, _prepared: Prepared, since: Date): Promise<Looked> {
    const fresh = await this.freshen(session);
    if (fresh.kind !== 'ok') return lookedOf(fresh, () => ({ kind: 'absent' }));
    const query = `max_results=${PAGE}&tweet.fields=created_at,entities`;
    const url = `${session.server}/2/users/${encodeURIComponent(session.remoteId)}/tweets?${query}`;
    const reply = await this.send(session, { method: 'GET', url });
    const own = harmless(outcomeOf(reply, judge, ({ body }) => listOf(body['data'])));
    return lookedOf(own, (posts) => {
      const recent = posts.filter((one) => Date.parse(textOf(one['created_at']) ?? '') >= since.getTime() - SKEW_MS);
      const same = recent.find((one) => wordsOf(one) === content.text.trim());
      const published = same && this.publishedOf(session, same);
      if (published) return { kind: 'published', published };
      return recent.length < PAGE ? { kind: 'absent' } : { kind: 'cannotTell', fault: { code: 'cannot-tell' } };
    });
  }

  private send({ credentials }: ChannelSession, request: ChannelRequest): Promise<ChannelReply> {
    const authorization = `Bearer ${credentials['token'] ?? ''}`;
    return this.http.ask({ ...request, headers: { authorization, ...request.headers } });
  }

  /** Tokens live two hours, and the refresh token turns with each use. */
  private async freshen(session: ChannelSession): Promise<Outcome<Credentials>> {
    if (!endsSoon(session.credentials)) return { kind: 'ok', value: session.credentials };
    return session.renew(async (now) => {
      const app = this.config.channelApps.get('x');
      // Somebody else has done it while we waited.
      if (!endsSoon(now) || !app) return { kind: 'ok', value: now };
      const form = { grant_type: 'refresh_token', refresh_token: now['refreshToken'] ?? '', client_id: app.id };
      return this.signIn.token(session.server, app, form);
    });
  }

  private publishedOf({ handle }: ChannelSession, data: Record<string, unknown>): Published | null {
    const id = textOf(data['id']);
    return id ? { externalId: id, permalink: `https://x.com/${handle}/status/${id}` } : null;
  }
}

const endsSoon = ({ endsAt }: Credentials): boolean => Date.parse(endsAt ?? '') - Date.now() < RENEW_BEFORE_MS;

/** Links come back short; what they stand for is beside them. */
function wordsOf(post: Record<string, unknown>): string {
  const links = listOf(objectOf(post['entities'])['urls']);
  return links.reduce(
    (text: string, link) => {
      const [short, long] = [textOf(link['url']), textOf(link['expanded_url'])];
      return short && long ? text.replaceAll(short, long) : text;
    },
    (textOf(post['text']) ?? '').trim(),
  );
}
