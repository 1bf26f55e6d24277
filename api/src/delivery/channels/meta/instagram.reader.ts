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
import { Graph } from './graph.js';

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

  async stands(session: ChannelSession, externalId: string): Promise<Outcome<boolean>> {
    const found = await new Graph(this.http, session).quietly('GET', externalId, { fields: 'id' }, ({ id }) =>
      textOf(id),
    );
    if (found.kind === 'rejected' && found.fault.code === 'gone') return { kind: 'ok', value: false };
    return found.kind === 'ok' ? { kind: 'ok', value: true } : found;
  }

  private async below(
    session: ChannelSession,
    externalId: string,
  ): Promise<Outcome<{ comments: RemoteComment[]; whole: boolean }>> {
    const graph = new Graph(this.http, session);
    const comments: RemoteComment[] = [];
    let [after, cut]: [string | null, boolean] = ['', false];
    for (let i = 0; i < PAGES && after !== null; i += 1) {
      const params: Record<string, string> = { fields: FIELDS, limit: '50' };
      const page: Outcome<Page> = await graph.quietly(
        'GET',
        `${externalId}/comments`,
        after === '' ? params : { ...params, after },
        (body) => pageOf(session, externalId, body),
      );
      if (page.kind !== 'ok') return page;
      comments.push(...page.value.comments);
      cut ||= page.value.cut;
      ({ after } = page.value);
    }
    return { kind: 'ok', value: { comments, whole: after === null && !cut } };
  }
}

interface Page {
  comments: RemoteComment[];
  after: string | null;
  /** Replies were left out. */
  cut: boolean;
}

const timeOf = (one: Record<string, unknown>): Date =>
  new Date((textOf(one['timestamp']) ?? '').replace(/\+0000$/, 'Z'));

const cursorOf = (body: Record<string, unknown>): string | null => {
  const paging = objectOf(body['paging']);
  return textOf(paging['next']) === null ? null : textOf(objectOf(paging['cursors'])['after']);
};

function pageOf(session: ChannelSession, postId: string, body: Record<string, unknown>): Page {
  let cut = false;
  const comments = listOf(body['data']).flatMap((one) => {
    const replies = objectOf(one['replies']);
    if (cursorOf(replies) !== null) cut = true;
    const id = textOf(one['id']) ?? postId;
    return [
      ...commentOf(session, postId, one),
      ...listOf(replies['data']).flatMap((reply) => commentOf(session, id, reply)),
    ];
  });
  return { comments, after: cursorOf(body), cut };
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
