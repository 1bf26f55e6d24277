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
import { countOf, harmless, listOf, lookedOf, outcomeOf, rejected, textOf } from '../outcomes.js';
import { multipart } from '../multipart.js';
import { judge, plainText, profileOf, signed } from './mastodon-api.js';
import { MastodonReader } from './mastodon.reader.js';
import { MastodonSignIn } from './mastodon.sign-in.js';

const MEDIA_TRIES = 10;
const MEDIA_WAIT_MS = 1_000;
/** Clocks of two machines may differ by so much. */
const SKEW_MS = 2 * 60_000;

/** Mastodon and what speaks its API. The server knows our key for an hour; later its own list of posts is searched. */
export class MastodonConnector implements Connector {
  readonly channel = 'mastodon';
  readonly countedAs = 'mastodon v1';
  readonly dedupe = 'keyWindow';
  readonly home = null;
  readonly signIn: MastodonSignIn;
  readonly read: MastodonReader;

  constructor(private readonly http: ChannelHttp) {
    this.signIn = new MastodonSignIn(http);
    this.read = new MastodonReader(http);
  }

  async check(session: ChannelSession): Promise<Outcome<Pick<Connected, 'handle' | 'name' | 'address'>>> {
    const reply = await this.http.ask(signed(session, { method: 'GET', path: '/api/v1/accounts/verify_credentials' }));
    return harmless(outcomeOf(reply, judge, ({ body }) => profileOf(body)));
  }

  async followers(session: ChannelSession): Promise<Outcome<number | null>> {
    const reply = await this.http.ask(signed(session, { method: 'GET', path: '/api/v1/accounts/verify_credentials' }));
    const asked = harmless(outcomeOf(reply, judge, ({ body }) => ({ count: countOf(body['followers_count']) })));
    return asked.kind === 'ok' ? { kind: 'ok', value: asked.value.count } : asked;
  }

  async prepare(session: ChannelSession, { content, replyTo }: Parcel): Promise<Outcome<Prepared>> {
    if (replyTo) {
      const there = await this.read.stands(session, replyTo.externalId);
      if (there.kind !== 'ok') return there;
      if (!there.value) return rejected('gone');
    }
    if (!content.picture) return { kind: 'ok', value: { media: null } };
    const { type, body } = multipart(
      { description: content.picture.altText },
      { name: 'file', file: 'billede.jpg', type: 'image/jpeg', bytes: await session.picture(content.picture.sha256) },
    );
    const reply = await this.http.ask(
      signed(session, { method: 'POST', path: '/api/v2/media', headers: { 'content-type': type }, body }),
    );
    const uploaded = harmless(outcomeOf(reply, judge, (answer) => textOf(answer.body['id'])));
    if (uploaded.kind !== 'ok') return uploaded;
    return this.processed(session, uploaded.value);
  }

  async commit(session: ChannelSession, parcel: Parcel, { media }: Prepared): Promise<Outcome<Published>> {
    const { id, content, replyTo } = parcel;
    const reply = await this.http.ask(
      signed(session, {
        method: 'POST',
        path: '/api/v1/statuses',
        headers: { 'idempotency-key': `forhoering-${id}` },
        body: {
          status: content.text,
          visibility: 'public',
          language: content.language,
          ...(typeof media === 'string' ? { media_ids: [media] } : {}),
          ...(replyTo ? { in_reply_to_id: replyTo.externalId } : {}),
        },
      }),
    );
    return outcomeOf(reply, judge, ({ body }) => publishedOf(body));
  }

  async look(session: ChannelSession, { content, replyTo }: Parcel, _prepared: Prepared, since: Date): Promise<Looked> {
    const path = `/api/v1/accounts/${encodeURIComponent(session.remoteId)}/statuses?limit=40&exclude_reblogs=true`;
    const reply = await this.http.ask(signed(session, { method: 'GET', path }));
    const own = harmless(outcomeOf(reply, judge, ({ body }) => listOf(body['items'])));
    return lookedOf(own, (statuses) => {
      const recent = statuses.filter(
        ({ created_at }) => Date.parse(textOf(created_at) ?? '') >= since.getTime() - SKEW_MS,
      );
      const same = recent.find(
        (status) =>
          sameText(plainText(textOf(status['content']) ?? ''), content.text) &&
          (textOf(status['in_reply_to_id']) ?? null) === (replyTo?.externalId ?? null),
      );
      const found = same && publishedOf(same);
      if (found) return { kind: 'published', published: found };
      // Forty newer ones may have pushed it off the page.
      return recent.length < 40 ? { kind: 'absent' } : { kind: 'cannotTell', fault: { code: 'cannot-tell' } };
    });
  }

  idOf({ server, handle }: { server: string; handle: string }, permalink: string): string | null {
    const url = new URL(permalink);
    const [, who, id] = /^\/@([^/]+)\/(\d+)$/.exec(url.pathname) ?? [];
    return id && url.host === new URL(server).host && who === handle ? id : null;
  }

  async remove(session: ChannelSession, externalId: string): Promise<Outcome<true>> {
    const path = `/api/v1/statuses/${encodeURIComponent(externalId)}`;
    return harmless(outcomeOf(await this.http.ask(signed(session, { method: 'DELETE', path })), judge, () => true));
  }

  private async processed(session: ChannelSession, id: string): Promise<Outcome<Prepared>> {
    for (let i = 0; i < MEDIA_TRIES; i += 1) {
      const reply = await this.http.ask(
        signed(session, { method: 'GET', path: `/api/v1/media/${encodeURIComponent(id)}` }),
      );
      // 206 as long as the server works on it.
      const state = harmless(outcomeOf(reply, judge, ({ status }) => (status === 206 ? 'working' : 'done')));
      if (state.kind !== 'ok') return state;
      if (state.value === 'done') return { kind: 'ok', value: { media: id } };
      await new Promise((resolve) => setTimeout(resolve, MEDIA_WAIT_MS));
    }
    return { kind: 'notSent', fault: { code: 'picture', detail: 'still being processed' } };
  }
}

/** Servers shorten links in their HTML, and turn some signs: what is compared has neither spaces nor schemes. */
const sameText = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string => text.replace(/https?:\/\/(www\.)?/g, '').replace(/\s+/g, '');

function publishedOf(body: Record<string, unknown>): Published | null {
  const id = textOf(body['id']);
  return id ? { externalId: id, permalink: textOf(body['url']) } : null;
}
