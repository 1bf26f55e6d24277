import type { ChannelHttp } from '../channel-http.js';
import type { ChannelSession, Outcome, ReadConnector, RemoteComment, RemoteThread } from '../connector.rules.js';
import { countOf, listOf, objectOf, textOf } from '../outcomes.js';
import { Graph } from './graph.js';

const WHO = 'id,text,timestamp,username,from{id,username}';
const FIELDS = `${WHO},replies.limit(50){${WHO}}`;
const PAGES = 100;

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
    return { kind: 'ok', value: { comments, numbers: numbers.value, whole: after === null && !cut } };
  }

  async stands(session: ChannelSession, externalId: string): Promise<Outcome<boolean>> {
    const found = await new Graph(this.http, session).quietly('GET', externalId, { fields: 'id' }, ({ id }) =>
      textOf(id),
    );
    if (found.kind === 'rejected' && found.fault.code === 'gone') return { kind: 'ok', value: false };
    return found.kind === 'ok' ? { kind: 'ok', value: true } : found;
  }
}

interface Page {
  comments: RemoteComment[];
  after: string | null;
  /** Replies were left out. */
  cut: boolean;
}

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
  const at = new Date((textOf(one['timestamp']) ?? '').replace(/\+0000$/, 'Z'));
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
