import { randomBytes } from 'node:crypto';
import { Double, type Asked, type Said } from './double.ts';

interface Tweet {
  id: string;
  text: string;
  created_at: string;
  entities: { urls: Array<{ url: string; expanded_url: string }> };
  media: string[];
}

/** X's API v2 as documented (docs.x.com): sign-in with turning refresh tokens, posts, media; the same words twice are refused. */
export class XDouble extends Double {
  readonly tweets: Tweet[] = [];
  readonly media = new Map<string, string>();
  token = 'x-1';
  lives = 7_200;
  private refresh = 'r-1';
  private readonly codes = new Set<string>();
  private next = 1;

  constructor() {
    super();
    this.on('GET', '/i/oauth2/authorize', ({ query }) => this.authorize(query));
    this.on('POST', '/2/oauth2/token', (asked) => this.exchange(asked));
    const at = (method: string, path: string, route: (asked: Asked, ...parts: string[]) => Said): void =>
      this.on(method, `/2/${path}`, (asked, ...parts) =>
        asked.headers['authorization'] === `Bearer ${this.token}`
          ? route(asked, ...parts)
          : { status: 401, body: { title: 'Unauthorized', detail: 'Unauthorized' } },
      );
    at('GET', 'users/me', () => ({
      status: 200,
      body: {
        data: {
          id: '5000',
          username: 'noerreskov',
          name: 'Nørreskov Kommune',
          public_metrics: { followers_count: 77 },
        },
      },
    }));
    at('GET', 'users/:id/tweets', () => ({ status: 200, body: { data: this.tweets.toReversed() } }));
    at('POST', 'tweets', ({ body }) => this.tweet(body));
    at('POST', 'media/upload', () => this.upload());
    at('POST', 'media/metadata', ({ body }) => this.describe(body));
  }

  private authorize(query: URLSearchParams): Said {
    const code = randomBytes(8).toString('hex');
    this.codes.add(code);
    const back = new URL(query.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    return { status: 302, headers: { location: back.toString() } };
  }

  /** A refresh token works once. */
  private exchange({ headers, body }: Asked): Said {
    if (headers['authorization'] !== `Basic ${Buffer.from('x-app:x-secret').toString('base64')}`)
      return { status: 401, body: { error: 'invalid_client' } };
    const known =
      body['grant_type'] === 'refresh_token'
        ? body['refresh_token'] === this.refresh
        : this.codes.delete(String(body['code']));
    if (!known) return { status: 400, body: { error: 'invalid_grant' } };
    this.refresh = `r-${this.next++}-${randomBytes(4).toString('hex')}`;
    this.token = `x-${randomBytes(4).toString('hex')}`;
    return { status: 200, body: { access_token: this.token, expires_in: this.lives, refresh_token: this.refresh } };
  }

  private tweet(body: Record<string, unknown>): Said {
    const given = String(body['text'] ?? '');
    const urls = [...given.matchAll(/https?:\/\/\S+/g)].map(([expanded_url]) => ({
      url: `https://t.co/${this.next++}`,
      expanded_url,
    }));
    const text = urls.reduce((words, { url, expanded_url }) => words.replace(expanded_url, url), given);
    if (
      this.tweets.some(
        (one) => one.text.replace(/https:\/\/t\.co\/\d+/g, '') === text.replace(/https:\/\/t\.co\/\d+/g, ''),
      )
    )
      return {
        status: 403,
        body: { title: 'Forbidden', detail: 'You are not allowed to create a Tweet with duplicate content.' },
      };
    const media = (body['media'] as { media_ids?: string[] } | undefined)?.media_ids ?? [];
    const made = {
      id: String(9_000 + this.next++),
      text,
      created_at: new Date().toISOString(),
      entities: { urls },
      media,
    };
    this.tweets.push(made);
    return { status: 201, body: { data: { id: made.id, text } } };
  }

  private upload(): Said {
    const id = String(70 + this.next++);
    this.media.set(id, '');
    return { status: 200, body: { data: { id } } };
  }

  private describe(body: Record<string, unknown>): Said {
    const { alt_text } = body['metadata'] as { alt_text: { text: string } };
    this.media.set(String(body['id']), alt_text.text);
    return { status: 200, body: { data: { id: body['id'] } } };
  }
}
