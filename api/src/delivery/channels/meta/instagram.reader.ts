import type { ChannelHttp } from '../channel-http.js';
import type {
  ChannelSession,
  EnquiryAsk,
  Outcome,
  ReadConnector,
  RemoteComment,
  RemoteEnquiries,
  RemoteEnquiry,
  RemoteOwnPost,
  RemoteThread,
} from '../connector.rules.js';
import { countOf, listOf, objectOf, textOf } from '../outcomes.js';
import { Graph, nextOf } from './graph.js';

const WHO = 'id,text,timestamp,username,from{id,username}';
const FIELDS = `${WHO},replies.limit(50){${WHO}}`;
const PAGES = 100;
/** Pictures of two weeks that are looked through. */
const PICTURES = '50';

/** Comments below a picture, and replies below them: there are two levels. A comment has no address of its own. */
export class InstagramReader implements ReadConnector {
  constructor(private readonly http: ChannelHttp) {}

  async pull(session: ChannelSession, externalId: string): Promise<Outcome<RemoteThread>> {
    const graph = new Graph(this.http, session);
    const numbers = await graph.quietly('GET', externalId, { fields: 'like_count,comments_count' }, (body) => ({
      reactions: countOf(body['like_count']),
      comments: countOf(body['comments_count']),
      shares: null,
      shown: null,
    }));
    if (numbers.kind !== 'ok') return numbers;
    const found = await this.below(session, externalId);
    if (found.kind !== 'ok') return found;
    return { kind: 'ok', value: { ...found.value, numbers: numbers.value } };
  }

  /** Comments below pictures that came another way. Who only names the profile elsewhere is not told of here. */
  async enquiries(session: ChannelSession, { since, readAnyway }: EnquiryAsk): Promise<Outcome<RemoteEnquiries>> {
    const params = { fields: 'id,timestamp,caption,permalink,comments_count', limit: PICTURES };
    const media = await new Graph(this.http, session).quietly('GET', `${session.remoteId}/media`, params, (body) =>
      listOf(body['data']),
    );
    if (media.kind !== 'ok') return media;
    const comments: RemoteEnquiry[] = [];
    const own: RemoteOwnPost[] = [];
    let whole = true;
    for (const one of media.value) {
      const rootId = textOf(one['id']) ?? '';
      const old = timeOf(one).getTime() < since.getTime();
      if (rootId === '' || old || readAnyway.has(rootId)) continue;
      const permalink = textOf(one['permalink']);
      own.push({ externalId: rootId, text: textOf(one['caption']) ?? '', permalink });
      if (countOf(one['comments_count']) === 0) continue;
      const below = await this.below(session, rootId);
      if (below.kind !== 'ok') return below;
      comments.push(...below.value.comments.map((found) => ({ ...found, permalink, rootId, addressed: false })));
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
    const params = { fields: FIELDS, limit: '50' };
    const found = await new Graph(this.http, session).list(`${externalId}/comments`, params, PAGES);
    if (found.kind !== 'ok') return found;
    const { data } = found.value;
    // Replies were left out.
    const cut = data.some(({ replies }) => nextOf(objectOf(replies)) !== null);
    const comments = data.flatMap((one) => threadOf(session, externalId, one));
    return { kind: 'ok', value: { comments, whole: found.value.whole && !cut } };
  }
}

const timeOf = (one: Record<string, unknown>): Date =>
  new Date((textOf(one['timestamp']) ?? '').replace(/\+0000$/, 'Z'));

/** A comment and the replies below it. */
function threadOf(session: ChannelSession, postId: string, one: Record<string, unknown>): RemoteComment[] {
  const id = textOf(one['id']) ?? postId;
  const replies = listOf(objectOf(one['replies'])['data']);
  return [...commentOf(session, postId, one), ...replies.flatMap((reply) => commentOf(session, id, reply))];
}

function commentOf(session: ChannelSession, parentId: string, one: Record<string, unknown>): RemoteComment[] {
  const from = objectOf(one['from']);
  const [id, username] = [textOf(one['id']), textOf(one['username']) ?? textOf(from['username']) ?? ''];
  const at = timeOf(one);
  if (!id || Number.isNaN(at.getTime())) return [];
  const author = textOf(from['id']);
  return [
    {
      externalId: id,
      parentId,
      authorId: author ?? (username || `unknown ${id}`),
      authorName: username,
      text: textOf(one['text']) ?? '',
      permalink: null,
      at,
      ours: author === session.remoteId || (username !== '' && username === session.handle),
    },
  ];
}
