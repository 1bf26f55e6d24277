import type { ChannelHttp } from '../channel-http.js';
import type { ChannelSession, Outcome, ReadConnector, RemoteComment, RemoteThread } from '../connector.rules.js';
import { countOf, harmless, listOf, objectOf, outcomeOf, textOf } from '../outcomes.js';
import { judge, plainText, signed } from './mastodon-api.js';

/** Signed in, a server gives so many of a thread. */
const MOST = 4_096;

/** Replies below a post, also those that other servers have sent. */
export class MastodonReader implements ReadConnector {
  constructor(private readonly http: ChannelHttp) {}

  async pull(session: ChannelSession, externalId: string): Promise<Outcome<RemoteThread>> {
    const [post, context] = [
      await this.get(session, `/api/v1/statuses/${encodeURIComponent(externalId)}`),
      await this.get(session, `/api/v1/statuses/${encodeURIComponent(externalId)}/context`),
    ];
    if (post.kind !== 'ok') return post;
    if (context.kind !== 'ok') return context;
    const found = listOf(context.value['descendants']);
    return {
      kind: 'ok',
      value: {
        // Public means public: a reply to followers or to us alone is no comment.
        comments: found
          .filter(({ visibility }) => visibility === undefined || visibility === 'public' || visibility === 'unlisted')
          .flatMap((status) => commentOf(session, status)),
        numbers: {
          reactions: countOf(post.value['favourites_count']),
          comments: countOf(post.value['replies_count']),
          shares: countOf(post.value['reblogs_count']),
          shown: null,
        },
        whole: found.length < MOST,
      },
    };
  }

  async stands(session: ChannelSession, externalId: string): Promise<Outcome<boolean>> {
    const found = await this.get(session, `/api/v1/statuses/${encodeURIComponent(externalId)}`);
    if (found.kind === 'rejected' && found.fault.code === 'gone') return { kind: 'ok', value: false };
    return found.kind === 'ok' ? { kind: 'ok', value: true } : found;
  }

  private async get(session: ChannelSession, path: string): Promise<Outcome<Record<string, unknown>>> {
    return harmless(
      outcomeOf(await this.http.ask(signed(session, { method: 'GET', path })), judge, ({ body }) => body),
    );
  }
}

function commentOf(session: ChannelSession, status: Record<string, unknown>): RemoteComment[] {
  const [id, parent, account] = [textOf(status['id']), textOf(status['in_reply_to_id']), objectOf(status['account'])];
  const author = textOf(account['id']);
  const at = new Date(textOf(status['created_at']) ?? '');
  if (!id || !parent || !author || Number.isNaN(at.getTime())) return [];
  return [
    {
      externalId: id,
      parentId: parent,
      authorId: textOf(account['url']) ?? author,
      authorName: textOf(account['display_name']) || (textOf(account['acct']) ?? ''),
      text: plainText(textOf(status['content']) ?? ''),
      permalink: textOf(status['url']),
      at,
      ours: author === session.remoteId,
    },
  ];
}
