import type { ChannelHttp } from '../channel-http.js';
import type {
  ChannelSession,
  EnquiryAsk,
  Outcome,
  ReadConnector,
  RemoteComment,
  RemoteEnquiries,
  RemoteEnquiry,
  RemoteThread,
} from '../connector.rules.js';
import { countOf, harmless, listOf, objectOf, outcomeOf, textOf } from '../outcomes.js';
import { judge, plainText, signed } from './mastodon-api.js';

/** Signed in, a server gives so many of a thread. */
const MOST = 4_096;
/** Pages of forty mentions; more in two weeks is a storm. */
const PAGES = 25;

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
        comments: found
          .filter(isPublic)
          .filter(({ in_reply_to_id: parent }) => textOf(parent) !== null)
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

  /** Whoever answers us or names us is in the notifications; what we said below is among our own. */
  async enquiries(session: ChannelSession, ask: EnquiryAsk): Promise<Outcome<RemoteEnquiries>> {
    const { since, readAnyway, roots } = ask;
    const mentions = await this.pages(session, '/api/v1/notifications?types[]=mention&limit=40', since, (one) =>
      objectOf(one['status']),
    );
    if (mentions.kind !== 'ok') return mentions;
    const own = `/api/v1/accounts/${encodeURIComponent(session.remoteId)}/statuses?limit=40&exclude_reblogs=true`;
    const ours = await this.pages(session, own, since, (one) => one);
    if (ours.kind !== 'ok') return ours;
    const comments: RemoteEnquiry[] = [];
    for (const status of [...mentions.value.found, ...ours.value.found].filter(isPublic)) {
      const [comment] = commentOf(session, status);
      if (!comment || (comment.ours && comment.parentId === comment.externalId)) continue;
      const seen = roots.get(comment.externalId) ?? roots.get(comment.parentId);
      const root: Outcome<string> = seen ? { kind: 'ok', value: seen } : await this.rootOf(session, comment);
      if (root.kind !== 'ok') return root;
      if (!readAnyway.has(root.value)) comments.push({ ...comment, rootId: root.value, addressed: !comment.ours });
    }
    return { kind: 'ok', value: { comments, own: [], whole: mentions.value.whole } };
  }

  /** A status tells what it answers and not what that answers. */
  private async rootOf(session: ChannelSession, { externalId, parentId }: RemoteComment): Promise<Outcome<string>> {
    if (parentId === externalId) return { kind: 'ok', value: externalId };
    const context = await this.get(session, `/api/v1/statuses/${encodeURIComponent(externalId)}/context`);
    // Taken away while we read.
    if (context.kind === 'rejected') return { kind: 'ok', value: parentId };
    return context.kind === 'ok'
      ? { kind: 'ok', value: textOf(listOf(context.value['ancestors'])[0]?.['id']) ?? parentId }
      : context;
  }

  /** Newest first, back to `since`. */
  private async pages(
    session: ChannelSession,
    path: string,
    since: Date,
    statusOf: (one: Record<string, unknown>) => Record<string, unknown>,
  ): Promise<Outcome<{ found: Array<Record<string, unknown>>; whole: boolean }>> {
    const found: Array<Record<string, unknown>> = [];
    let before = '';
    for (let i = 0; i < PAGES; i += 1) {
      const page = await this.get(session, before === '' ? path : `${path}&max_id=${encodeURIComponent(before)}`);
      if (page.kind !== 'ok') return page;
      const items = listOf(page.value['items']);
      const fresh = items.filter((one) => Date.parse(textOf(one['created_at']) ?? '') >= since.getTime());
      found.push(...fresh.map(statusOf));
      before = textOf(items.at(-1)?.['id']) ?? '';
      if (fresh.length < items.length || items.length === 0 || before === '')
        return { kind: 'ok', value: { found, whole: true } };
    }
    return { kind: 'ok', value: { found, whole: false } };
  }

  private async get(session: ChannelSession, path: string): Promise<Outcome<Record<string, unknown>>> {
    return harmless(
      outcomeOf(await this.http.ask(signed(session, { method: 'GET', path })), judge, ({ body }) => body),
    );
  }
}

/** Public means public: what goes to followers or to us alone is no comment. */
const isPublic = ({ visibility }: Record<string, unknown>): boolean =>
  visibility === undefined || visibility === 'public' || visibility === 'unlisted';

function commentOf(session: ChannelSession, status: Record<string, unknown>): RemoteComment[] {
  const [id, account] = [textOf(status['id']), objectOf(status['account'])];
  const author = textOf(account['id']);
  const at = new Date(textOf(status['created_at']) ?? '');
  if (!id || !author || Number.isNaN(at.getTime())) return [];
  return [
    {
      externalId: id,
      parentId: textOf(status['in_reply_to_id']) ?? id,
      authorId: textOf(account['url']) ?? author,
      authorName: textOf(account['display_name']) || (textOf(account['acct']) ?? ''),
      text: plainText(textOf(status['content']) ?? ''),
      permalink: textOf(status['url']),
      at,
      ours: author === session.remoteId,
    },
  ];
}
