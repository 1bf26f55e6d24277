import { randomBytes } from 'node:crypto';
import { Double, type Asked, type Said } from './double.ts';
import { graphError, ok, stamp } from './graph-words.ts';

export interface Thread {
  id: string;
  text: string;
  username: string;
  timestamp: string;
  permalink: string;
  replied_to?: { id: string };
}
interface Container {
  text: string;
  replyTo: string | null;
  link: string;
  status: 'IN_PROGRESS' | 'FINISHED' | 'PUBLISHED' | 'EXPIRED';
}

/** Threads' API as documented (developers.facebook.com/docs/threads): sign-in, long-lived tokens, containers, conversation, insights. */
export class ThreadsDouble extends Double {
  readonly threads: Thread[] = [];
  readonly containers = new Map<string, Container>();
  token = 'threads-1';
  /** Seconds that a long-lived token still has. */
  lives = 60 * 86_400;
  renewed = 0;
  /** Whether the app may see who names the profile. */
  mayMention = true;
  private readonly codes = new Set<string>();
  private next = 1;

  constructor() {
    super();
    this.on('GET', '/oauth/authorize', ({ query }) => this.authorize(query));
    this.on('POST', '/oauth/access_token', ({ body }) => this.exchange(body));
    this.on('GET', '/access_token', ({ query }) => this.longLived(query, 'threads-short'));
    this.on('GET', '/refresh_access_token', ({ query }) => this.longLived(query, this.token));
    const at = (method: string, path: string, route: (asked: Asked, ...parts: string[]) => Said): void =>
      this.on(method, `/v1.0/${path}`, (asked, ...parts) =>
        asked.headers['authorization'] === `Bearer ${this.token}`
          ? route(asked, ...parts)
          : graphError(190, 'Error validating access token', {}, 401),
      );
    at('GET', 'me', () => ok({ id: '3000', username: 'noerreskov', name: 'Nørreskov Kommune' }));
    at('POST', '3000/threads', ({ body }) => this.contain(body));
    at('POST', '3000/threads_publish', ({ body }) => this.publish(body));
    at('GET', '3000/threads', () => ok({ data: this.threads.filter((one) => !one.replied_to).toReversed() }));
    at('GET', '3000/mentions', () => this.mentions());
    at('GET', '3000/replies', () =>
      ok({ data: this.threads.filter((one) => one.replied_to && one.username === 'noerreskov').toReversed() }),
    );
    at('GET', ':id/conversation', (_asked, id) => this.conversation(id));
    at('GET', ':id/threads_insights', () =>
      ok({ data: [{ name: 'followers_count', period: 'day', total_value: { value: 55 } }] }),
    );
    at('GET', ':id/insights', () =>
      ok({
        data: [
          { name: 'likes', values: [{ value: 4 }] },
          { name: 'views', values: [{ value: 90 }] },
        ],
      }),
    );
    at('GET', ':id', (_asked, id) => this.one(id));
  }

  /** Somebody replies. */
  say(parent: string | null, text: string, username = 'borger_b'): Thread {
    const id = String(5_000 + this.next++);
    const made = {
      id,
      text,
      username,
      timestamp: stamp(),
      permalink: `https://www.threads.com/@${username}/post/${id}`,
      ...(parent === null ? {} : { replied_to: { id: parent } }),
    };
    this.threads.push(made);
    return made;
  }

  private authorize(query: URLSearchParams): Said {
    const code = randomBytes(8).toString('hex');
    this.codes.add(code);
    const back = new URL(query.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    return { status: 302, headers: { location: back.toString() } };
  }

  private exchange(body: Record<string, unknown>): Said {
    const known = this.codes.delete(String(body['code'])) && body['client_secret'] === 'threads-secret';
    return known
      ? ok({ access_token: 'threads-short', user_id: '3000' })
      : graphError(100, 'Invalid authorization code');
  }

  private longLived(query: URLSearchParams, from: string): Said {
    if (query.get('access_token') !== from) return graphError(190, 'Bad token', {}, 401);
    if (query.get('grant_type') === 'th_refresh_token') this.renewed += 1;
    return ok({ access_token: this.token, token_type: 'bearer', expires_in: this.lives });
  }

  private contain(body: Record<string, unknown>): Said {
    const text = String(body['text'] ?? '');
    if ([...text].length > 500) return graphError(100, 'Param text must be at most 500 characters long');
    const id = `k${this.next++}`;
    const replyTo = typeof body['reply_to_id'] === 'string' ? body['reply_to_id'] : null;
    this.containers.set(id, { text, replyTo, link: String(body['link_attachment'] ?? ''), status: 'IN_PROGRESS' });
    return ok({ id });
  }

  private publish(body: Record<string, unknown>): Said {
    const container = this.containers.get(String(body['creation_id']));
    if (container?.status !== 'FINISHED') return graphError(24, 'The media is not ready', { error_subcode: 4_279_009 });
    container.status = 'PUBLISHED';
    const id = String(5_000 + this.next++);
    const made: Thread = {
      id,
      text: container.text,
      username: 'noerreskov',
      timestamp: stamp(),
      permalink: `https://www.threads.com/@noerreskov/post/${id}`,
    };
    this.threads.push(container.replyTo ? { ...made, replied_to: { id: container.replyTo } } : made);
    return ok({ id });
  }

  private mentions(): Said {
    if (!this.mayMention) return graphError(10, 'Application does not have permission for this action', {}, 403);
    const rootOf = (one: Thread): Thread => {
      const parent = this.threads.find(({ id }) => id === one.replied_to?.id);
      return parent ? rootOf(parent) : one;
    };
    const found = this.threads.filter(
      ({ text, username }) => username !== 'noerreskov' && text.includes('@noerreskov'),
    );
    return ok({
      data: found.map((one) => ({ ...one, ...(one.replied_to ? { root_post: { id: rootOf(one).id } } : {}) })),
    });
  }

  private conversation(id: string): Said {
    const below = (parent: string): Thread[] =>
      this.threads.filter(({ replied_to }) => replied_to?.id === parent).flatMap((one) => [one, ...below(one.id)]);
    return ok({ data: below(id).map((one) => ({ ...one, is_reply_owned_by_me: one.username === 'noerreskov' })) });
  }

  private one(id: string): Said {
    const container = this.containers.get(id);
    if (container) {
      const { status } = container;
      // Worked on for one look.
      if (status === 'IN_PROGRESS') container.status = 'FINISHED';
      return ok({ id, status });
    }
    const found = this.threads.find((one) => one.id === id);
    return found ? ok(found) : graphError(100, 'Object does not exist', { error_subcode: 33 });
  }
}
