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
  RemoteOwnPost,
  RemoteThread,
} from '../connector.rules.js';
import { countOf, objectOf, textOf } from '../outcomes.js';
import { Graph } from './graph.js';

const FIELDS = 'id,message,created_time,from{id,name},parent{id},permalink_url';
const NUMBERS = 'reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0),shares';
/** The page's own posts and those of visitors, with how much was said below each. */
const FEED = 'id,message,created_time,from{id,name},permalink_url,comments.summary(total_count).limit(0)';
/** Posts of two weeks that are looked through. */
const POSTS = 100;
/** A post with more than this is read to here. */
const PAGES = 100;

/** Comments below a page's post, all levels in one list. */
export class FacebookReader implements ReadConnector {
  constructor(private readonly http: ChannelHttp) {}

  async pull(session: ChannelSession, externalId: string): Promise<Outcome<RemoteThread>> {
    const graph = new Graph(this.http, session);
    const numbers = await graph.quietly('GET', externalId, { fields: NUMBERS }, numbersOf);
    if (numbers.kind !== 'ok') return numbers;
    const found = await this.below(session, externalId);
    if (found.kind !== 'ok') return found;
    return { kind: 'ok', value: { ...found.value, numbers: numbers.value } };
  }

  /** Posts of visitors, and comments below posts of the page that came another way. */
  async enquiries(session: ChannelSession, { since, readAnyway }: EnquiryAsk): Promise<Outcome<RemoteEnquiries>> {
    const params = { fields: FEED, limit: String(POSTS), since: String(Math.floor(since.getTime() / 1_000)) };
    const feed = await new Graph(this.http, session).list(`${session.remoteId}/feed`, params, 1);
    if (feed.kind !== 'ok') return feed;
    const comments: RemoteEnquiry[] = [];
    const own: RemoteOwnPost[] = [];
    let { whole } = feed.value;
    for (const post of feed.value.data) {
      const rootId = textOf(post['id']) ?? '';
      if (rootId === '' || readAnyway.has(rootId)) continue;
      const [top] = commentOf(session, rootId, post);
      if (top?.ours) own.push({ externalId: rootId, text: top.text, permalink: top.permalink });
      else if (top) comments.push({ ...top, rootId, addressed: true });
      if (countOf(objectOf(objectOf(post['comments'])['summary'])['total_count']) === 0) continue;
      const below = await this.below(session, rootId);
      if (below.kind !== 'ok') return below;
      comments.push(...below.value.comments.map((one) => ({ ...one, rootId, addressed: false })));
      whole &&= below.value.whole;
    }
    return { kind: 'ok', value: { comments, own, whole } };
  }

  stands(session: ChannelSession, externalId: string): Promise<Outcome<boolean>> {
    return new Graph(this.http, session).stands(externalId);
  }

  private async below(
    session: ChannelSession,
    externalId: string,
  ): Promise<Outcome<{ comments: RemoteComment[]; whole: boolean }>> {
    const params = { fields: FIELDS, filter: 'stream', order: 'chronological', limit: '100' };
    const found = await new Graph(this.http, session).list(`${externalId}/comments`, params, PAGES);
    if (found.kind !== 'ok') return found;
    const { data, whole } = found.value;
    return { kind: 'ok', value: { comments: data.flatMap((one) => commentOf(session, externalId, one)), whole } };
  }
}

function commentOf(session: ChannelSession, postId: string, one: Record<string, unknown>): RemoteComment[] {
  const id = textOf(one['id']);
  const at = new Date((textOf(one['created_time']) ?? '').replace(/\+0000$/, 'Z'));
  if (!id || Number.isNaN(at.getTime())) return [];
  const from = objectOf(one['from']);
  // Who wrote it is told for some and kept for others.
  const author = textOf(from['id']);
  return [
    {
      externalId: id,
      parentId: textOf(objectOf(one['parent'])['id']) ?? postId,
      authorId: author ?? `unknown ${id}`,
      authorName: textOf(from['name']) ?? '',
      text: textOf(one['message']) ?? '',
      permalink: textOf(one['permalink_url']),
      at,
      ours: author === session.remoteId,
    },
  ];
}

function numbersOf(body: Record<string, unknown>): PostNumbers {
  const total = (name: string): number | null => countOf(objectOf(objectOf(body[name])['summary'])['total_count']);
  return {
    reactions: total('reactions'),
    comments: total('comments'),
    shares: countOf(objectOf(body['shares'])['count']) ?? 0,
    shown: null,
  };
}
