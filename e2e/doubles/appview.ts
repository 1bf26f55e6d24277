import { Double, type Asked, type Said } from './double.ts';

interface StoredRecord {
  uri: string;
  cid: string;
  value: {
    text?: string;
    createdAt?: string;
    reply?: { parent: { uri: string }; root: { uri: string } };
    subject?: { uri: string };
    facets?: Array<{ features: Array<{ did?: string }> }>;
    embed?: { record?: { uri?: string } };
  };
}

/**
 * A stand-in for Bluesky's AppView, which needs more than npm can give. It reads the real records of a real server and builds threads
 * of them as documented (app.bsky.feed.getPostThread, getPosts, getAuthorFeed, app.bsky.notification.listNotifications); it keeps nothing
 * itself.
 */
export class AppViewDouble extends Double {
  /** Set later where the server has to know us first. */
  pds: string;

  constructor(pds = '') {
    super();
    this.pds = pds;
    this.on('GET', '/xrpc/app.bsky.feed.getPosts', async ({ query }) => this.posts(query.getAll('uris')));
    this.on('GET', '/xrpc/app.bsky.actor.getProfile', ({ query }) => ({
      status: 200,
      body: { did: query.get('actor'), handle: 'noerreskov.test', followersCount: 9, followsCount: 1, postsCount: 1 },
    }));
    this.on('GET', '/xrpc/app.bsky.feed.getPostThread', async ({ query }) => this.thread(query.get('uri') ?? ''));
    this.on('GET', '/xrpc/app.bsky.feed.getAuthorFeed', async ({ query }) => this.feed(query.get('actor') ?? ''));
    this.on('GET', '/xrpc/app.bsky.notification.listNotifications', async (asked) => this.notifications(asked));
  }

  private async get(method: string, params: Record<string, string>): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.pds}/xrpc/${method}?${new URLSearchParams(params).toString()}`);
    return (await answer.json()) as Record<string, unknown>;
  }

  private async all(collection: string): Promise<StoredRecord[]> {
    const { repos } = (await this.get('com.atproto.sync.listRepos', { limit: '1000' })) as {
      repos: Array<{ did: string }>;
    };
    const lists = await Promise.all(
      repos.map(({ did }) => this.get('com.atproto.repo.listRecords', { repo: did, collection, limit: '100' })),
    );
    return lists.flatMap(({ records }) => (records ?? []) as StoredRecord[]);
  }

  private async view(
    record: StoredRecord,
    likes: StoredRecord[],
    posts: StoredRecord[],
  ): Promise<Record<string, unknown>> {
    const did = record.uri.split('/')[2] ?? '';
    const { handle } = (await this.get('com.atproto.repo.describeRepo', { repo: did })) as { handle: string };
    return {
      uri: record.uri,
      cid: record.cid,
      author: { did, handle, displayName: '' },
      record: record.value,
      indexedAt: record.value.createdAt,
      likeCount: likes.filter(({ value }) => value.subject?.uri === record.uri).length,
      replyCount: posts.filter(({ value }) => value.reply?.parent.uri === record.uri).length,
      repostCount: 0,
      quoteCount: 0,
    };
  }

  private async posts(uris: string[]): Promise<Said> {
    const [posts, likes] = [await this.all('app.bsky.feed.post'), await this.all('app.bsky.feed.like')];
    const found = posts.filter(({ uri }) => uris.includes(uri));
    return { status: 200, body: { posts: await Promise.all(found.map((one) => this.view(one, likes, posts))) } };
  }

  private async thread(uri: string): Promise<Said> {
    const [posts, likes] = [await this.all('app.bsky.feed.post'), await this.all('app.bsky.feed.like')];
    const root = posts.find((one) => one.uri === uri);
    if (!root) return { status: 400, body: { error: 'NotFound', message: 'Post not found' } };
    const node = async (record: StoredRecord): Promise<object> => ({
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: await this.view(record, likes, posts),
      replies: await Promise.all(posts.filter(({ value }) => value.reply?.parent.uri === record.uri).map(node)),
    });
    return { status: 200, body: { thread: await node(root) } };
  }

  private async feed(did: string): Promise<Said> {
    const posts = await this.all('app.bsky.feed.post');
    const own = newestFirst(posts.filter(({ uri }) => didOf(uri) === did));
    const feed = await Promise.all(own.map(async (one) => ({ post: await this.view(one, [], posts) })));
    return { status: 200, body: { feed } };
  }

  /** Asked by the account's own server, with a token that says for whom; whether it holds is not looked at here. */
  private async notifications({ headers }: Asked): Promise<Said> {
    const [, claims = ''] = (headers['authorization'] ?? '').split('.');
    if (claims === '') return { status: 401, body: { error: 'AuthMissing' } };
    const { iss: did } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iss: string };
    const posts = await this.all('app.bsky.feed.post');
    const reasonOf = ({ uri, value }: StoredRecord): string | null => {
      if (didOf(uri) === did) return null;
      if (didOf(value.reply?.parent.uri ?? '') === did || didOf(value.reply?.root.uri ?? '') === did) return 'reply';
      if (value.facets?.some(({ features }) => features.some((one) => one.did === did))) return 'mention';
      return didOf(value.embed?.record?.uri ?? '') === did ? 'quote' : null;
    };
    const found = newestFirst(posts).flatMap((post) => {
      const reason = reasonOf(post);
      return reason === null ? [] : [{ post, reason }];
    });
    const notifications = await Promise.all(
      found.map(async ({ post, reason }) => ({ ...(await this.view(post, [], posts)), reason, isRead: false })),
    );
    return { status: 200, body: { notifications } };
  }
}

const didOf = (uri: string): string => uri.split('/')[2] ?? '';
const newestFirst = (records: StoredRecord[]): StoredRecord[] =>
  records.toSorted((a, b) => (b.value.createdAt ?? '').localeCompare(a.value.createdAt ?? ''));
