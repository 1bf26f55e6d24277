import { randomBytes } from 'node:crypto';
import { Double, type Asked, type Said } from './double.ts';

interface Shared {
  id: string;
  author: string;
  commentary: string;
  createdAt: number;
  content: Record<string, unknown>;
}

/** LinkedIn's API as documented (learn.microsoft.com/linkedin/marketing): sign-in, organisations, images, posts; the same words twice are refused. */
export class LinkedInDouble extends Double {
  readonly posts: Shared[] = [];
  readonly said: Array<{
    id: string;
    commentUrn: string;
    object: string;
    actor: string;
    message: { text: string };
    created: { time: number };
  }> = [];
  readonly images = new Map<string, number>();
  token = 'linkedin-1';
  lives = 60 * 86_400;
  renewed = 0;
  private readonly codes = new Set<string>();
  private next = 1;

  constructor() {
    super();
    this.on('GET', '/oauth/v2/authorization', ({ query }) => this.authorize(query));
    this.on('POST', '/oauth/v2/accessToken', ({ body }) => this.exchange(body));
    this.on('PUT', '/upload/:id', ({ bytes }, id) => {
      this.images.set(id, bytes.length);
      return { status: 201 };
    });
    const at = (method: string, path: string, route: (asked: Asked, ...parts: string[]) => Said): void =>
      this.on(method, `/rest/${path}`, (asked, ...parts) => this.signed(asked, () => route(asked, ...parts)));
    at('GET', 'organizationAcls', () =>
      ok({ elements: [{ role: 'ADMINISTRATOR', organization: 'urn:li:organization:4000' }] }),
    );
    at('GET', 'organizations/4000', () => ok({ localizedName: 'Nørreskov Kommune', vanityName: 'noerreskov' }));
    at('GET', 'networkSizes/:urn', ({ query }, urn) =>
      decodeURIComponent(urn) === 'urn:li:organization:4000' && query.get('edgeType') === 'COMPANY_FOLLOWED_BY_MEMBER'
        ? ok({ firstDegreeSize: 340 })
        : { status: 400, body: { code: 'ILLEGAL_ARGUMENT' } },
    );
    at('GET', 'socialActions/:urn/comments', (_asked, urn) => this.below(decodeURIComponent(urn)));
    at('POST', 'images', () => this.place());
    at('POST', 'posts', ({ body }) => this.share(body));
    at('GET', 'posts', ({ query }) =>
      ok({ elements: this.posts.filter(({ author }) => author === query.get('author')).toReversed() }),
    );
  }

  /** A member writes below a post, or below a comment there. */
  say(object: string, text: string, actor = 'urn:li:person:p1'): string {
    const id = String(this.next++);
    const commentUrn = `urn:li:comment:(${object},${id})`;
    this.said.push({ id, commentUrn, object, actor, message: { text }, created: { time: Date.now() } });
    return commentUrn;
  }

  private below(urn: string): Said {
    const below = (object: string) => this.said.filter((one) => one.object === object);
    const elements = below(urn).map((one) => ({
      ...one,
      commentsSummary: { aggregatedTotalComments: below(one.commentUrn).length },
    }));
    return ok({ elements, paging: { start: 0, count: 50, links: [] } });
  }

  private signed({ headers }: Asked, then: () => Said): Said {
    if (headers['authorization'] !== `Bearer ${this.token}`)
      return { status: 401, body: { code: 'INVALID_ACCESS_TOKEN' } };
    if (!/^\d{6}$/.test(headers['linkedin-version'] ?? ''))
      return { status: 426, body: { code: 'NONEXISTENT_VERSION' } };
    return then();
  }

  private authorize(query: URLSearchParams): Said {
    const code = randomBytes(8).toString('hex');
    this.codes.add(code);
    const back = new URL(query.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    return { status: 302, headers: { location: back.toString() } };
  }

  private exchange(body: Record<string, unknown>): Said {
    const refresh = body['grant_type'] === 'refresh_token' && body['refresh_token'] === 'year';
    if (refresh) this.renewed += 1;
    const known = refresh || this.codes.delete(String(body['code']));
    if (!known || body['client_secret'] !== 'linkedin-secret')
      return { status: 401, body: { error: 'invalid_request' } };
    return ok({ access_token: this.token, expires_in: this.lives, refresh_token: 'year' });
  }

  private place(): Said {
    const id = `I${this.next++}`;
    return ok({ value: { uploadUrl: `${this.url}/upload/${id}`, image: `urn:li:image:${id}` } });
  }

  private share(body: Record<string, unknown>): Said {
    const commentary = String(body['commentary'] ?? '');
    if (this.posts.some((one) => one.commentary === commentary))
      return { status: 422, body: { code: 'DUPLICATE_POST', message: 'Content is a duplicate of urn:li:share:1' } };
    const id = `urn:li:share:${this.next++}`;
    const content = (body['content'] ?? {}) as Record<string, unknown>;
    this.posts.push({ id, author: String(body['author']), commentary, createdAt: Date.now(), content });
    return { status: 201, headers: { 'x-restli-id': id } };
  }
}

const ok = (body: unknown): Said => ({ status: 200, body });
