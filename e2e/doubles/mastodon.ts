import { randomBytes } from 'node:crypto';
import { Double, type Asked, type Said } from './double.ts';

export interface Status {
  id: string;
  created_at: string;
  in_reply_to_id: string | null;
  content: string;
  visibility: string;
  url: string;
  account: { id: string; acct: string; display_name: string; url: string };
  favourites_count: number;
  replies_count: number;
  reblogs_count: number;
  edited_at: string | null;
}

const HOUR = 3_600_000;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const html = (text: string): string =>
  `<p>${escaped(text).replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br />')}</p>`.replace(
    /https?:\/\/[^\s<]+/g,
    (link) => `<a href="${link}"><span class="invisible">https://</span>${link.replace(/^https?:\/\//, '')}</a>`,
  );

/** Mastodon's REST API as documented (docs.joinmastodon.org): apps, sign-in, statuses with Idempotency-Key, context, media. */
export class MastodonDouble extends Double {
  readonly statuses: Status[] = [];
  /** A token that works, for `noerreskov`. */
  token = 'token-1';
  /** Milliseconds by which the server has forgotten a key; it does after an hour. */
  later = 0;
  private next = 1_000;
  private readonly keys = new Map<string, { at: number; id: string }>();
  private readonly apps = new Map<string, string>();
  private readonly codes = new Map<string, string>();
  private readonly media = new Map<string, { looks: number; description: string }>();
  readonly us = { id: '42', acct: 'noerreskov', display_name: 'Nørreskov Kommune', url: '' };

  constructor() {
    super();
    this.on('POST', '/api/v1/apps', ({ body }) => this.register(body));
    this.on('GET', '/oauth/authorize', ({ query }) => this.authorize(query));
    this.on('POST', '/oauth/token', ({ body }) => this.exchange(body));
    this.on('GET', '/api/v1/accounts/verify_credentials', (asked) => this.signed(asked, () => ok(this.profile())));
    this.on('GET', '/api/v1/accounts/:id/statuses', (asked, id) => this.signed(asked, () => this.own(id)));
    this.on('POST', '/api/v1/statuses', (asked) => this.signed(asked, () => this.post(asked)));
    this.on('GET', '/api/v1/statuses/:id', (asked, id) => this.signed(asked, () => this.one(id)));
    this.on('GET', '/api/v1/notifications', (asked) => this.signed(asked, () => this.notifications(asked.query)));
    this.on('GET', '/api/v1/statuses/:id/context', (asked, id) => this.signed(asked, () => this.context(id)));
    this.on('POST', '/api/v2/media', (asked) => this.signed(asked, () => this.upload(asked)));
    this.on('GET', '/api/v1/media/:id', (asked, id) => this.signed(asked, () => this.processed(id)));
  }

  /** Somebody writes. @returns the status */
  say(text: string, more: Partial<Status> = {}): Status {
    const id = String(this.next++);
    const account = more.account ?? {
      id: '7',
      acct: 'borger@andet.example',
      display_name: 'Borger B',
      url: 'https://andet.example/@borger',
    };
    const status: Status = {
      id,
      created_at: new Date(Date.now() + this.later).toISOString(),
      in_reply_to_id: null,
      content: html(text),
      visibility: 'public',
      url: `${this.url}/@${account.acct}/${id}`,
      favourites_count: 0,
      replies_count: 0,
      reblogs_count: 0,
      edited_at: null,
      ...more,
      account,
    };
    this.statuses.push(status);
    return status;
  }

  edit(id: string, text: string): void {
    const found = this.statuses.find((status) => status.id === id);
    if (found) Object.assign(found, { content: html(text), edited_at: new Date().toISOString() });
  }

  remove(id: string): void {
    const at = this.statuses.findIndex((status) => status.id === id);
    if (at >= 0) this.statuses.splice(at, 1);
  }

  /** What we have posted. */
  get ours(): Status[] {
    return this.statuses.filter(({ account }) => account.id === this.us.id);
  }

  private signed({ headers }: Asked, then: () => Said): Said {
    return headers['authorization'] === `Bearer ${this.token}`
      ? then()
      : { status: 401, body: { error: 'The access token is invalid' } };
  }

  private profile(): object {
    return { ...this.us, url: `${this.url}/@noerreskov`, followers_count: 120 };
  }

  private register(body: Record<string, unknown>): Said {
    const id = randomBytes(8).toString('hex');
    this.apps.set(id, String(body['redirect_uris']));
    return ok({ client_id: id, client_secret: `secret-${id}`, name: body['client_name'] });
  }

  /** The person says yes at once. */
  private authorize(query: URLSearchParams): Said {
    const redirect = query.get('redirect_uri') ?? '';
    if (this.apps.get(query.get('client_id') ?? '') !== redirect)
      return { status: 400, body: { error: 'invalid_client' } };
    const code = randomBytes(8).toString('hex');
    this.codes.set(code, query.get('code_challenge') ?? '');
    const back = new URL(redirect);
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    return { status: 302, headers: { location: back.toString() } };
  }

  private async exchange(body: Record<string, unknown>): Promise<Said> {
    const code = String(body['code']);
    const challenge = this.codes.get(code);
    this.codes.delete(code);
    const { createHash } = await import('node:crypto');
    const proven = createHash('sha256').update(String(body['code_verifier'])).digest('base64url');
    if (challenge === undefined || challenge !== proven) return { status: 400, body: { error: 'invalid_grant' } };
    return ok({ access_token: this.token, token_type: 'Bearer', scope: body['scope'] });
  }

  private post({ headers, body }: Asked): Said {
    const now = Date.now() + this.later;
    const key = headers['idempotency-key'] ?? '';
    const known = this.keys.get(key);
    if (known && now - known.at < HOUR) return this.one(known.id);
    const text = String(body['status'] ?? '');
    if ([...text].length > 500)
      return { status: 422, body: { error: 'Validation failed: Text character limit of 500 exceeded' } };
    const status = this.say(text, {
      account: { ...this.us, url: `${this.url}/@noerreskov` },
      in_reply_to_id: typeof body['in_reply_to_id'] === 'string' ? body['in_reply_to_id'] : null,
    });
    if (key !== '') this.keys.set(key, { at: now, id: status.id });
    return ok(status);
  }

  private own(id: string): Said {
    return ok(
      this.statuses
        .filter(({ account }) => account.id === id)
        .toReversed()
        .slice(0, 40),
    );
  }

  private one(id: string): Said {
    const found = this.statuses.find((status) => status.id === id);
    return found ? ok(found) : { status: 404, body: { error: 'Record not found' } };
  }

  private context(id: string): Said {
    const below = (parent: string): Status[] =>
      this.statuses.filter((one) => one.in_reply_to_id === parent).flatMap((one) => [one, ...below(one.id)]);
    const above = (one: string): Status[] => {
      const parent = this.statuses.find(
        (status) => status.id === this.statuses.find(({ id: me }) => me === one)?.in_reply_to_id,
      );
      return parent ? [...above(parent.id), parent] : [];
    };
    return ok({ ancestors: above(id), descendants: below(id) });
  }

  /** Of everybody who names us, newest first. */
  private notifications(query: URLSearchParams): Said {
    const before = Number(query.get('max_id') ?? Infinity);
    const found = this.statuses
      .filter(
        ({ id, account, content }) =>
          account.id !== this.us.id && content.includes('@noerreskov') && Number(id) < before,
      )
      .toReversed()
      .slice(0, Number(query.get('limit') ?? '40'));
    return ok(found.map((status) => ({ id: status.id, type: 'mention', created_at: status.created_at, status })));
  }

  private upload({ bytes }: Asked): Said {
    const id = String(9_000 + this.media.size);
    const description = /name="description"\r\n\r\n([^\r]*)/.exec(bytes.toString('utf8'))?.[1] ?? '';
    this.media.set(id, { looks: 1, description });
    return { status: 202, body: { id, type: 'image', url: null, description } };
  }

  /** Worked on for one look. */
  private processed(id: string): Said {
    const found = this.media.get(id);
    if (!found) return { status: 404, body: { error: 'Record not found' } };
    found.looks -= 1;
    return { status: found.looks >= 0 ? 206 : 200, body: { id, type: 'image', description: found.description } };
  }
}

const ok = (body: unknown): Said => ({ status: 200, body });
