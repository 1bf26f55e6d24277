import type { ChannelHttp } from '../channel-http.js';
import type {
  ChannelSession,
  EnquiryAsk,
  Outcome,
  PostNumbers,
  ReadConnector,
  RemoteComment,
  RemoteEnquiries,
  RemoteEnquiry,
  RemoteThread,
} from '../connector.rules.js';
import { countOf, harmless, listOf, objectOf, outcomeOf, rejected, textOf } from '../outcomes.js';
import { BlueskyApi, judge } from './bluesky-api.js';

/** Threads can be read without signing in. */
const APP_VIEW = 'https://public.api.bsky.app';
const DEPTH = 100;
/** Pages of a hundred; more in two weeks is a storm. */
const PAGES = 20;
/** Notifications that say something, beside likes and followers. */
const SAID = new Set(['mention', 'reply', 'quote']);

/** What others see of a post, from the network's AppView. */
export class BlueskyReader implements ReadConnector {
  constructor(
    private readonly http: ChannelHttp,
    private readonly appView = APP_VIEW,
  ) {}

  async pull(session: ChannelSession, externalId: string): Promise<Outcome<RemoteThread>> {
    const thread = await this.get('app.bsky.feed.getPostThread', [
      ['uri', externalId],
      ['depth', String(DEPTH)],
      ['parentHeight', '0'],
    ]);
    if (thread.kind !== 'ok') return thread;
    const root = objectOf(thread.value['thread']);
    const comments: RemoteComment[] = [];
    const cut = gather(session, externalId, listOf(root['replies']), comments, 1);
    return { kind: 'ok', value: { comments, numbers: numbersOf(objectOf(root['post'])), whole: !cut } };
  }

  async stands(_session: ChannelSession, externalId: string): Promise<Outcome<boolean>> {
    const found = await this.posts([externalId]);
    return found.kind === 'ok' ? { kind: 'ok', value: found.value.length > 0 } : found;
  }

  /** Whoever answers, names or quotes us is in the notifications, which the account's own server passes on; what we said, in our feed. */
  async enquiries(session: ChannelSession, { since, readAnyway }: EnquiryAsk): Promise<Outcome<RemoteEnquiries>> {
    const api = new BlueskyApi(this.http, session);
    const notified = await pagesOf(
      since,
      'notifications',
      ({ indexedAt }) => textOf(indexedAt),
      (cursor) =>
        api.ask(
          { method: 'GET', url: api.xrpc('app.bsky.notification.listNotifications', { limit: '100', ...cursor }) },
          ({ body }) => body,
        ),
    );
    if (notified.kind !== 'ok') return notified;
    const own = await pagesOf(
      since,
      'feed',
      ({ post }) => textOf(objectOf(post)['indexedAt']),
      (cursor) =>
        this.get(
          'app.bsky.feed.getAuthorFeed',
          Object.entries({ actor: session.remoteId, filter: 'posts_with_replies', limit: '100', ...cursor }),
        ),
    );
    if (own.kind !== 'ok') return own;
    const posts = [
      ...notified.value.found.filter(({ reason }) => SAID.has(textOf(reason) ?? '')),
      ...own.value.found.map(({ post }) => objectOf(post)),
    ];
    const comments = posts.flatMap((post) => enquiryOf(session, post)).filter(({ rootId }) => !readAnyway.has(rootId));
    return { kind: 'ok', value: { comments, own: [], whole: notified.value.whole } };
  }

  /** @param uris at most 25; what is gone is left out of the answer */
  async posts(uris: string[]): Promise<Outcome<Array<Record<string, unknown>>>> {
    const answer = await this.get(
      'app.bsky.feed.getPosts',
      [...new Set(uris)].map((uri): [string, string] => ['uris', uri]),
    );
    return answer.kind === 'ok' ? { kind: 'ok', value: listOf(answer.value['posts']) } : answer;
  }

  async followers(actor: string): Promise<Outcome<number | null>> {
    const profile = await this.get('app.bsky.actor.getProfile', [['actor', actor]]);
    return profile.kind === 'ok' ? { kind: 'ok', value: countOf(profile.value['followersCount']) } : profile;
  }

  private async get(method: string, params: Array<[string, string]>): Promise<Outcome<Record<string, unknown>>> {
    const query = new URLSearchParams(params).toString();
    const reply = await this.http.ask({ method: 'GET', url: `${this.appView}/xrpc/${method}?${query}` });
    const outcome = harmless(outcomeOf(reply, judge, ({ body }) => body));
    return outcome.kind === 'reauth' ? rejected('permission') : outcome;
  }
}

/** Newest first, back to `since`. */
async function pagesOf(
  since: Date,
  name: string,
  timeOf: (one: Record<string, unknown>) => string | null,
  ask: (cursor: { cursor?: string }) => Promise<Outcome<Record<string, unknown>>>,
): Promise<Outcome<{ found: Array<Record<string, unknown>>; whole: boolean }>> {
  const found: Array<Record<string, unknown>> = [];
  let cursor: string | null = null;
  for (let i = 0; i < PAGES; i += 1) {
    const page = await ask(cursor === null ? {} : { cursor });
    if (page.kind !== 'ok') return page;
    const items = listOf(page.value[name]);
    const fresh = items.filter((one) => Date.parse(timeOf(one) ?? '') >= since.getTime());
    found.push(...fresh);
    cursor = textOf(page.value['cursor']);
    if (cursor === null || fresh.length < items.length) return { kind: 'ok', value: { found, whole: true } };
  }
  return { kind: 'ok', value: { found, whole: false } };
}

/** A post as it stands in a thread, a feed or a notification. */
function commentOf(session: ChannelSession, post: Record<string, unknown>, parentId: string): RemoteComment[] {
  const [uri, author, record] = [textOf(post['uri']), objectOf(post['author']), objectOf(post['record'])];
  const did = textOf(author['did']);
  if (!uri || !did) return [];
  const handle = textOf(author['handle']) ?? did;
  const at = new Date(textOf(record['createdAt']) ?? textOf(post['indexedAt']) ?? '');
  return [
    {
      externalId: uri,
      parentId,
      authorId: did,
      authorName: textOf(author['displayName']) || handle,
      text: textOf(record['text']) ?? '',
      permalink: `https://bsky.app/profile/${handle}/post/${uri.split('/').at(-1) ?? ''}`,
      at: Number.isNaN(at.getTime()) ? new Date() : at,
      ours: did === session.remoteId,
    },
  ];
}

/** Our own posts that answer nothing are none. */
function enquiryOf(session: ChannelSession, post: Record<string, unknown>): RemoteEnquiry[] {
  const uri = textOf(post['uri']) ?? '';
  const reply = objectOf(objectOf(post['record'])['reply']);
  const parentId = textOf(objectOf(reply['parent'])['uri']);
  const rootId = textOf(objectOf(reply['root'])['uri']) ?? parentId ?? uri;
  return commentOf(session, post, parentId ?? uri)
    .filter(({ ours }) => !ours || parentId !== null)
    .map((comment) => ({ ...comment, rootId, addressed: !comment.ours }));
}

/** @returns whether something was left out */
function gather(
  session: ChannelSession,
  parentId: string,
  replies: Array<Record<string, unknown>>,
  into: RemoteComment[],
  depth: number,
): boolean {
  let cut = depth >= DEPTH;
  for (const reply of replies) {
    const post = objectOf(reply['post']);
    const [comment] = commentOf(session, post, parentId);
    if (!comment) continue;
    into.push(comment);
    const below = listOf(reply['replies']);
    if ((countOf(post['replyCount']) ?? 0) > 0 && !Array.isArray(reply['replies'])) cut = true;
    if (gather(session, comment.externalId, below, into, depth + 1)) cut = true;
  }
  return cut;
}

function numbersOf(post: Record<string, unknown>): PostNumbers {
  const [reposts, quotes] = [countOf(post['repostCount']), countOf(post['quoteCount'])];
  return {
    reactions: countOf(post['likeCount']),
    comments: countOf(post['replyCount']),
    shares: reposts === null && quotes === null ? null : (reposts ?? 0) + (quotes ?? 0),
    shown: null,
  };
}
