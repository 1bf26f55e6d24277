import type { ChannelHttp } from '../channel-http.js';
import type {
  ChannelSession,
  Outcome,
  PostNumbers,
  ReadConnector,
  RemoteComment,
  RemoteThread,
} from '../connector.rules.js';
import { countOf, harmless, listOf, objectOf, outcomeOf, rejected, textOf } from '../outcomes.js';
import { judge } from './bluesky-api.js';

/** Threads can be read without signing in. */
const APP_VIEW = 'https://public.api.bsky.app';
const DEPTH = 100;

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
    const [uri, author, record] = [textOf(post['uri']), objectOf(post['author']), objectOf(post['record'])];
    const did = textOf(author['did']);
    if (!uri || !did) continue;
    const handle = textOf(author['handle']) ?? did;
    const at = new Date(textOf(record['createdAt']) ?? textOf(post['indexedAt']) ?? '');
    into.push({
      externalId: uri,
      parentId,
      authorId: did,
      authorName: textOf(author['displayName']) || handle,
      text: textOf(record['text']) ?? '',
      permalink: `https://bsky.app/profile/${handle}/post/${uri.split('/').at(-1) ?? ''}`,
      at: Number.isNaN(at.getTime()) ? new Date() : at,
      ours: did === session.remoteId,
    });
    const below = listOf(reply['replies']);
    if ((countOf(post['replyCount']) ?? 0) > 0 && !Array.isArray(reply['replies'])) cut = true;
    if (gather(session, uri, below, into, depth + 1)) cut = true;
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
