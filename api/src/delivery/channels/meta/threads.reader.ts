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
import { countOf, listOf, objectOf, textOf } from '../outcomes.js';
import { Graph } from './graph.js';
import { THREADS_VERSION } from './threads.rules.js';

const FIELDS = 'id,text,username,timestamp,permalink,replied_to,is_reply_owned_by_me';
const PAGES = 100;
/** Posts of two weeks that are looked through. */
const POSTS = '25';

/** Replies of all levels in one list. */
export class ThreadsReader implements ReadConnector {
  constructor(private readonly http: ChannelHttp) {}

  async pull(session: ChannelSession, externalId: string): Promise<Outcome<RemoteThread>> {
    const graph = new Graph(this.http, session, THREADS_VERSION);
    const metric = 'views,likes,replies,reposts,quotes';
    const numbers = await graph.quietly('GET', `${externalId}/insights`, { metric }, numbersOf);
    if (numbers.kind !== 'ok') return numbers;
    const found = await this.below(session, externalId);
    if (found.kind !== 'ok') return found;
    return { kind: 'ok', value: { ...found.value, numbers: numbers.value } };
  }

  /** Who names the profile, where the app may know that, and replies below posts that came another way. */
  async enquiries(session: ChannelSession, { since, readAnyway }: EnquiryAsk): Promise<Outcome<RemoteEnquiries>> {
    const graph = new Graph(this.http, session, THREADS_VERSION);
    const from = { since: String(Math.floor(since.getTime() / 1_000)), limit: POSTS };
    const list = (edge: string, fields: string): Promise<Outcome<Array<Record<string, unknown>>>> =>
      graph.quietly('GET', `${session.remoteId}/${edge}`, { fields, ...from }, (body) => listOf(body['data']));
    const mentions = await list('mentions', `${FIELDS},root_post`);
    // A right of its own, that many apps do not have.
    if (mentions.kind !== 'ok' && mentions.kind !== 'rejected') return mentions;
    const comments: RemoteEnquiry[] = (mentions.kind === 'ok' ? mentions.value : []).flatMap((one) =>
      commentOf(textOf(one['id']) ?? '', one).map((comment) => ({
        ...comment,
        rootId: textOf(objectOf(one['root_post'])['id']) ?? comment.parentId,
        addressed: true,
      })),
    );
    const posts = await list('threads', 'id,text,permalink');
    if (posts.kind !== 'ok') return posts;
    const own: RemoteOwnPost[] = [];
    let whole = true;
    for (const post of posts.value) {
      const rootId = textOf(post['id']) ?? '';
      if (rootId === '' || readAnyway.has(rootId)) continue;
      own.push({ externalId: rootId, text: textOf(post['text']) ?? '', permalink: textOf(post['permalink']) });
      const below = await this.below(session, rootId);
      if (below.kind !== 'ok') return below;
      comments.push(...below.value.comments.map((one) => ({ ...one, rootId, addressed: false })));
      whole &&= below.value.whole;
    }
    return { kind: 'ok', value: { comments: comments.filter((one) => !readAnyway.has(one.rootId)), own, whole } };
  }

  stands(session: ChannelSession, externalId: string): Promise<Outcome<boolean>> {
    return new Graph(this.http, session, THREADS_VERSION).stands(externalId);
  }

  private async below(
    session: ChannelSession,
    externalId: string,
  ): Promise<Outcome<{ comments: RemoteComment[]; whole: boolean }>> {
    const graph = new Graph(this.http, session, THREADS_VERSION);
    const params = { fields: FIELDS, reverse: 'false', limit: '100' };
    const found = await graph.list(`${externalId}/conversation`, params, PAGES);
    if (found.kind !== 'ok') return found;
    const { data, whole } = found.value;
    return { kind: 'ok', value: { comments: data.flatMap((one) => commentOf(externalId, one)), whole } };
  }
}

/** Who wrote it is known by name only. */
function commentOf(postId: string, one: Record<string, unknown>): RemoteComment[] {
  const [id, username] = [textOf(one['id']), textOf(one['username'])];
  const at = new Date((textOf(one['timestamp']) ?? '').replace(/\+0000$/, 'Z'));
  if (!id || !username || Number.isNaN(at.getTime())) return [];
  return [
    {
      externalId: id,
      parentId: textOf(objectOf(one['replied_to'])['id']) ?? postId,
      authorId: username,
      authorName: username,
      text: textOf(one['text']) ?? '',
      permalink: textOf(one['permalink']),
      at,
      ours: one['is_reply_owned_by_me'] === true,
    },
  ];
}

function numbersOf(body: Record<string, unknown>): PostNumbers {
  const value = (name: string): number | null => {
    const metric = listOf(body['data']).find((one) => one['name'] === name);
    const [first] = listOf(metric?.['values']);
    return countOf(first?.['value']) ?? countOf(objectOf(metric?.['total_value'])['value']);
  };
  const [reposts, quotes] = [value('reposts'), value('quotes')];
  return {
    reactions: value('likes'),
    comments: value('replies'),
    shares: reposts === null && quotes === null ? null : (reposts ?? 0) + (quotes ?? 0),
    shown: value('views'),
  };
}
