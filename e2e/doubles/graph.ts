import { randomBytes } from 'node:crypto';
import { Double, type Asked, type Said } from './double.ts';
import { gone, graphError, ok, stamp, type Below, type Container, type Made } from './graph-words.ts';

/** Meta's Graph API as documented: Facebook Login, a page with posts and comments, an Instagram account with containers. */
export class GraphDouble extends Double {
  readonly posts: Made[] = [];
  readonly media: Array<{ id: string; caption: string; timestamp: string; permalink: string }> = [];
  readonly containers = new Map<string, Container>();
  /** What was written below pictures. */
  readonly said: Below[] = [];
  readonly photos = new Map<string, string>();
  /** The page's token that works. */
  token = 'page-token-1';
  quota = { total: 50, used: 0 };
  followers = 812;
  /** What the page has the app told; null: nothing. */
  subscribed: string | null = null;
  private granted = '';
  readonly page = { id: '1000', name: 'Nørreskov Kommune' };
  readonly instagram = { id: '2000', username: 'noerreskov', name: 'Nørreskov Kommune' };
  private readonly codes = new Map<string, string>();
  private next = 1;

  constructor() {
    super();
    const at = (
      method: string,
      path: string,
      route: (asked: Asked, ...parts: string[]) => Said | Promise<Said>,
    ): void => this.on(method, `/v[0-9.]+/${path}`, route);
    at('GET', 'dialog/oauth', ({ query }) => this.dialog(query));
    at('POST', 'oauth/access_token', ({ body }) => this.exchange(body));
    at('GET', 'me/accounts', (asked) => this.accounts(asked));
    at('POST', '1000/subscribed_apps', (asked) =>
      this.signed(asked, () => this.subscribe(String(asked.body['subscribed_fields']))),
    );
    at('DELETE', '1000/subscribed_apps', (asked) => this.signed(asked, () => this.subscribe(null)));
    at('POST', '1000/photos', (asked) => this.signed(asked, () => this.photo(asked)));
    at('POST', '1000/feed', (asked) => this.signed(asked, () => this.post(asked.body)));
    at('GET', '1000/feed', (asked) => this.signed(asked, () => this.list(null, asked.query, true)));
    at('GET', '1000/published_posts', (asked) => this.signed(asked, () => this.list(null, asked.query)));
    at('POST', ':id/comments', (asked, id) => this.signed(asked, () => this.reply(id, asked.body)));
    at('GET', ':id/comments', (asked, id) =>
      this.signed(asked, () => (id.startsWith('m') ? this.underPicture(id) : this.list(id, asked.query))),
    );
    at('GET', '2000/content_publishing_limit', (asked) => this.signed(asked, () => this.limit()));
    at('POST', '2000/media', (asked) => this.signed(asked, () => this.contain(asked.body)));
    at('POST', '2000/media_publish', (asked) => this.signed(asked, () => this.publish(asked.body)));
    at('GET', '2000/media', (asked) =>
      this.signed(asked, () =>
        ok({ data: this.media.toReversed().map((one) => ({ ...one, comments_count: this.below(one.id).length })) }),
      ),
    );
    at('POST', ':id/replies', (asked, id) => this.signed(asked, () => this.answerBelow(id, asked.body)));
    at('GET', ':id/replies', (asked, id) => this.signed(asked, () => ok({ data: this.below(id) })));
    at('GET', ':id', (asked, id) => this.signed(asked, () => this.one(id)));
  }

  private subscribe(fields: string | null): Said {
    const may = this.granted.includes('pages_manage_metadata');
    if (may) this.subscribed = fields;
    return may ? ok({ success: true }) : graphError(200, 'Requires pages_manage_metadata', {}, 403);
  }

  /** Somebody writes below a post or a comment. */
  say(parent: string, message: string, more: Partial<Made> = {}): Made {
    const made: Made = {
      id: `${parent.split('_').at(-1)}_${this.next++}`,
      message,
      created_time: stamp(),
      parent,
      from: { id: '77', name: 'Borger B' },
      link: '',
      photo: null,
      ...more,
    };
    this.posts.push(made);
    return made;
  }

  /** Somebody writes on the page's wall, or the page itself by another way than ours. */
  write(message: string, from: Made['from'] = { id: '77', name: 'Borger B' }): Made {
    const made: Made = {
      id: `1000_${this.next++}`,
      message,
      created_time: stamp(),
      parent: null,
      from,
      link: '',
      photo: null,
    };
    this.posts.push(made);
    return made;
  }

  /** Somebody writes below a picture, or below a comment there. */
  comment(parent_id: string, text: string, username = 'borger_b'): Below {
    const made = {
      id: `i${this.next++}`,
      text,
      timestamp: stamp(),
      username,
      from: { id: username, username },
      parent_id,
    };
    this.said.push(made);
    return made;
  }

  /** Below whatever has that name. */
  sayAnywhere(parent: string, text: string): object {
    return parent.startsWith('m') ? this.comment(parent, text) : this.say(parent, text);
  }

  remove(id: string): void {
    const at = this.posts.findIndex((one) => one.id === id);
    if (at >= 0) this.posts.splice(at, 1);
  }

  get ours(): Made[] {
    return this.posts.filter(({ parent }) => parent === null);
  }

  private signed({ headers }: Asked, then: () => Said): Said {
    return headers['authorization'] === `Bearer ${this.token}`
      ? then()
      : graphError(190, 'Error validating access token', { error_subcode: 460 }, 401);
  }

  /** The person says yes at once. */
  private dialog(query: URLSearchParams): Said {
    const code = randomBytes(8).toString('hex');
    this.codes.set(code, query.get('redirect_uri') ?? '');
    this.granted = query.get('scope') ?? '';
    const back = new URL(query.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    return { status: 302, headers: { location: back.toString() } };
  }

  private exchange(body: Record<string, unknown>): Said {
    if (body['client_secret'] !== 'app-secret') return graphError(1, 'Error validating client secret');
    if (body['grant_type'] === 'fb_exchange_token')
      return ok({ access_token: 'user-token-long', expires_in: 5_184_000 });
    const known = this.codes.get(String(body['code']));
    this.codes.delete(String(body['code']));
    return known === body['redirect_uri'] ? ok({ access_token: 'user-token-short' }) : graphError(100, 'Invalid code');
  }

  private accounts({ headers }: Asked): Said {
    if (headers['authorization'] !== 'Bearer user-token-long') return graphError(190, 'Bad token', {}, 401);
    const link = 'https://www.facebook.com/noerreskov';
    const page = { ...this.page, link, access_token: this.token, instagram_business_account: this.instagram };
    return ok({ data: [page] });
  }

  private photo({ bytes }: Asked): Said {
    const id = `p${this.next++}`;
    this.photos.set(id, /name="alt_text_custom"\r\n\r\n([^\r]*)/.exec(bytes.toString('utf8'))?.[1] ?? '');
    return ok({ id });
  }

  private post(body: Record<string, unknown>): Said {
    const photo = typeof body['attached_media[0]'] === 'string' ? body['attached_media[0]'] : null;
    const made = this.write(String(body['message'] ?? ''), this.page);
    Object.assign(made, { link: String(body['link'] ?? ''), photo });
    return ok({ id: made.id });
  }

  private reply(id: string, body: Record<string, unknown>): Said {
    if (!this.posts.some((one) => one.id === id)) return gone();
    return ok({ id: this.say(id, String(body['message'] ?? ''), { from: this.page }).id });
  }

  /** Comments of all levels, or the page's posts; in pages. */
  private list(parent: string | null, query: URLSearchParams, visitors = false): Said {
    if (parent !== null && !this.posts.some((one) => one.id === parent)) return gone();
    const below = (id: string): Made[] =>
      this.posts.filter((one) => one.parent === id).flatMap((one) => [one, ...below(one.id)]);
    const mine = this.ours.filter(({ from }) => visitors || from?.id === this.page.id);
    const all = parent === null ? mine.toReversed() : below(parent);
    const [from, size] = [Number(query.get('after') ?? '0'), Number(query.get('limit') ?? '25')];
    const since = Number(query.get('since') ?? '0') * 1_000;
    const found = all.filter((one) => Date.parse(one.created_time.replace('+0000', 'Z')) >= since);
    const more = from + size < found.length;
    return ok({
      data: found.slice(from, from + size).map((one) => this.view(one, parent)),
      paging: { cursors: { after: String(from + size) }, ...(more ? { next: 'more' } : {}) },
    });
  }

  private view(one: Made, root: string | null): object {
    return {
      id: one.id,
      message: one.message,
      created_time: one.created_time,
      permalink_url: `https://www.facebook.com/${one.id}`,
      ...(root === null
        ? {
            comments: {
              data: [],
              summary: { total_count: this.posts.filter((each) => each.parent === one.id).length },
            },
          }
        : {}),
      ...(one.from ? { from: one.from } : {}),
      ...(one.parent !== null && one.parent !== root ? { parent: { id: one.parent } } : {}),
    };
  }

  private one(id: string): Said {
    if (id === this.page.id)
      return ok({ ...this.page, link: 'https://www.facebook.com/noerreskov', followers_count: this.followers });
    if (id === this.instagram.id) return ok({ ...this.instagram, followers_count: this.followers });
    const container = this.containers.get(id);
    if (container) {
      const { status } = container;
      // Worked on for one look.
      if (status === 'IN_PROGRESS') container.status = 'FINISHED';
      return ok({ id, status_code: status });
    }
    const said = this.said.find((each) => each.id === id);
    if (said) return ok(said.parent_id.startsWith('m') ? { ...said, parent_id: undefined } : said);
    const media = this.media.find((each) => each.id === id);
    if (media) return ok({ ...media, like_count: 7, comments_count: this.below(id).length });
    const post = this.posts.find((each) => each.id === id);
    if (!post) return gone();
    const comments = this.posts.filter(({ parent }) => parent === id).length;
    const total = (n: number): object => ({ data: [], summary: { total_count: n } });
    return ok({
      id,
      permalink_url: `https://www.facebook.com/${id}`,
      reactions: total(3),
      comments: total(comments),
      shares: { count: 1 },
    });
  }

  /** Comments below a picture, each with its replies. */
  private underPicture(id: string): Said {
    return ok({ data: this.below(id).map((one) => ({ ...one, replies: { data: this.below(one.id) } })) });
  }

  private below(parent: string): Array<{ id: string }> {
    return this.said
      .filter((one) => one.parent_id === parent)
      .map(({ parent_id, ...one }) => (parent_id.startsWith('m') ? one : { ...one, parent_id }));
  }

  private answerBelow(id: string, body: Record<string, unknown>): Said {
    const found = this.said.find((one) => one.id === id);
    if (!found?.parent_id.startsWith('m')) return graphError(100, 'Only comments on top can be answered');
    return ok({ id: this.comment(id, String(body['message'] ?? ''), 'noerreskov').id });
  }

  private limit(): Said {
    return ok({ data: [{ config: { quota_total: this.quota.total }, quota_usage: this.quota.used }] });
  }

  private contain(body: Record<string, unknown>): Said {
    const id = `c${this.next++}`;
    const text = (name: string): string => String(body[name] ?? '');
    this.containers.set(id, {
      caption: text('caption'),
      imageUrl: text('image_url'),
      altText: text('alt_text'),
      status: 'IN_PROGRESS',
    });
    return ok({ id });
  }

  private publish(body: Record<string, unknown>): Said {
    const container = this.containers.get(String(body['creation_id']));
    if (!container) return graphError(100, 'Invalid parameter');
    if (container.status !== 'FINISHED')
      return graphError(9007, 'Media ID is not available', { error_subcode: 2_207_027 });
    container.status = 'PUBLISHED';
    const id = `m${this.next++}`;
    this.media.push({
      id,
      caption: container.caption,
      timestamp: stamp(),
      permalink: `https://www.instagram.com/p/${id}/`,
    });
    return ok({ id });
  }
}
