import type { ChannelHttp } from '../channel-http.js';
import type {
  ChannelSession,
  Outcome,
  PostNumbers,
  ReadConnector,
  RemoteComment,
  RemoteThread,
} from '../connector.rules.js';
import { countOf, listOf, objectOf, textOf } from '../outcomes.js';
import { Graph } from './graph.js';
import { THREADS_VERSION } from './threads.rules.js';

const FIELDS = 'id,text,username,timestamp,permalink,replied_to,is_reply_owned_by_me';
const PAGES = 100;

/** Replies of all levels in one list. */
export class ThreadsReader implements ReadConnector {
  constructor(private readonly http: ChannelHttp) {}

  async pull(session: ChannelSession, externalId: string): Promise<Outcome<RemoteThread>> {
    const graph = new Graph(this.http, session, THREADS_VERSION);
    const metric = 'views,likes,replies,reposts,quotes';
    const numbers = await graph.quietly('GET', `${externalId}/insights`, { metric }, numbersOf);
    if (numbers.kind !== 'ok') return numbers;
    const comments: RemoteComment[] = [];
    let after: string | null = '';
    for (let i = 0; i < PAGES && after !== null; i += 1) {
      const params: Record<string, string> = { fields: FIELDS, reverse: 'false', limit: '100' };
      const page: Outcome<{ found: RemoteComment[]; after: string | null }> = await graph.quietly(
        'GET',
        `${externalId}/conversation`,
        after === '' ? params : { ...params, after },
        (body) => {
          const paging = objectOf(body['paging']);
          const next = textOf(paging['next']) === null ? null : textOf(objectOf(paging['cursors'])['after']);
          return { found: listOf(body['data']).flatMap((one) => commentOf(externalId, one)), after: next };
        },
      );
      if (page.kind !== 'ok') return page;
      comments.push(...page.value.found);
      ({ after } = page.value);
    }
    return { kind: 'ok', value: { comments, numbers: numbers.value, whole: after === null } };
  }

  async stands(session: ChannelSession, externalId: string): Promise<Outcome<boolean>> {
    const graph = new Graph(this.http, session, THREADS_VERSION);
    const found = await graph.quietly('GET', externalId, { fields: 'id' }, ({ id }) => textOf(id));
    if (found.kind === 'rejected' && found.fault.code === 'gone') return { kind: 'ok', value: false };
    return found.kind === 'ok' ? { kind: 'ok', value: true } : found;
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
