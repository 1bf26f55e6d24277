import type { ChannelAnswer, ChannelHttp, ChannelRequest } from '../channel-http.js';
import type { ChannelSession, Outcome } from '../connector.rules.js';
import { countOf, harmless, limited, listOf, objectOf, outcomeOf, redact, textOf, type Judge } from '../outcomes.js';

/** A version lives about two years. https://developers.facebook.com/docs/graph-api/changelog */
export const GRAPH_VERSION = 'v26.0';
/** When the version before this one ends; this one's own end is not announced yet. */
export const GRAPH_VERSION_ENDS = new Date('2028-07-29T00:00:00Z');
export const GRAPH_HOME = 'https://graph.facebook.com';

const LATER = new Set([1, 2, 341]);
const LIMITS = new Set([4, 17, 32, 613, ...Array.from({ length: 15 }, (_, i) => 80_000 + i)]);
const SIGNED_OUT = new Set([102, 190]);
const DUPLICATE = 506;
const GONE_SUBCODE = 33;

/** Graph's own codes decide, never the words. https://developers.facebook.com/docs/graph-api/guides/error-handling */
export const judge: Judge = (answer) => {
  const error = objectOf(answer.body['error']);
  const code = error['code'];
  if (typeof code !== 'number') return null;
  const said = textOf(error['error_user_msg']) ?? textOf(error['message']) ?? '';
  const detail = redact(
    `${code}${typeof error['error_subcode'] === 'number' ? `/${error['error_subcode']}` : ''} · ${said}`,
  ).slice(0, 300);
  if (SIGNED_OUT.has(code)) return { kind: 'reauth', fault: { code: 'signed-out', detail } };
  if (LIMITS.has(code)) return { ...limited(answer), ...regainOf(answer) };
  if (code === DUPLICATE) return { kind: 'unknown', fault: { code: 'duplicate', detail } };
  if (LATER.has(code) || error['is_transient'] === true)
    return { kind: 'unknown', fault: { code: 'server-error', detail } };
  if (code === 3 || code === 10 || code === 368 || (code >= 200 && code <= 299))
    return { kind: 'rejected', fault: { code: 'permission', detail } };
  if (code === 100 && error['error_subcode'] === GONE_SUBCODE)
    return { kind: 'rejected', fault: { code: 'gone', detail } };
  return {
    kind: 'rejected',
    fault: { code: code === 36_003 || code === 36_000 || code === 352 ? 'picture' : 'refused', detail },
  };
};

/** Minutes until calls are taken again. https://developers.facebook.com/docs/graph-api/overview/rate-limiting */
function regainOf({ headers }: ChannelAnswer): { retryAt?: Date } {
  const header = headers['x-business-use-case-usage'];
  const minutes = Math.max(
    0,
    ...[...String(header ?? '').matchAll(/"estimated_time_to_regain_access":\s*(\d+)/g)].map((m) => Number(m[1])),
  );
  return minutes > 0 ? { retryAt: new Date(Date.now() + Math.min(minutes, 1_440) * 60_000) } : {};
}

/** Requests with the page's own token; it travels in a header and not in the address, where logs would keep it. */
export class Graph {
  constructor(
    private readonly http: ChannelHttp,
    private readonly session: Pick<ChannelSession, 'server' | 'credentials'>,
    /** '': the few paths that have none. */
    private readonly version: string = GRAPH_VERSION,
  ) {}

  /** A read, or a write that nobody sees. */
  async quietly<T>(
    method: 'GET' | 'POST',
    path: string,
    params: Record<string, string>,
    read: (body: Record<string, unknown>) => T | null,
  ): Promise<Outcome<T>> {
    return harmless(
      outcomeOf(await this.http.ask(this.request(method, path, params)), judge, ({ body }) => read(body)),
    );
  }

  /** Of a page, and of an Instagram account. Boxed: what is not told is no trouble. */
  async followers(id: string): Promise<Outcome<number | null>> {
    const asked = await this.quietly('GET', id, { fields: 'followers_count' }, (body) => ({
      count: countOf(body['followers_count']),
    }));
    return asked.kind === 'ok' ? { kind: 'ok', value: asked.value.count } : asked;
  }

  /** A list, page after page. @param most pages; what lies behind them is left out, and `whole` says so */
  async list(
    path: string,
    params: Record<string, string>,
    most: number,
  ): Promise<Outcome<{ data: Array<Record<string, unknown>>; whole: boolean }>> {
    const data: Array<Record<string, unknown>> = [];
    let after: string | null = '';
    for (let i = 0; i < most && after !== null; i += 1) {
      const asked = after === '' ? params : { ...params, after };
      const page: Outcome<Record<string, unknown>> = await this.quietly('GET', path, asked, (body) => body);
      if (page.kind !== 'ok') return page;
      data.push(...listOf(page.value['data']));
      after = nextOf(page.value);
    }
    return { kind: 'ok', value: { data, whole: after === null } };
  }

  /** Whether something still stands. */
  async stands(id: string): Promise<Outcome<boolean>> {
    const found = await this.quietly('GET', id, { fields: 'id' }, (body) => textOf(body['id']));
    if (found.kind === 'rejected' && found.fault.code === 'gone') return { kind: 'ok', value: false };
    return found.kind === 'ok' ? { kind: 'ok', value: true } : found;
  }

  /** The one request that others see. */
  async openly<T>(
    path: string,
    params: Record<string, string>,
    read: (body: Record<string, unknown>) => T | null,
  ): Promise<Outcome<T>> {
    return outcomeOf(await this.http.ask(this.request('POST', path, params)), judge, ({ body }) => read(body));
  }

  send(request: Omit<ChannelRequest, 'url'> & { path: string }): Promise<Awaited<ReturnType<ChannelHttp['ask']>>> {
    const { path, headers, ...rest } = request;
    return this.http.ask({ ...rest, url: this.url(path), headers: { ...this.authorization(), ...headers } });
  }

  private request(method: 'GET' | 'POST', path: string, params: Record<string, string>): ChannelRequest {
    const query = new URLSearchParams(params);
    return {
      method,
      headers: this.authorization(),
      ...(method === 'GET' ? { url: `${this.url(path)}?${query.toString()}` } : { url: this.url(path), body: query }),
    };
  }

  private authorization(): Record<string, string> {
    return { authorization: `Bearer ${this.session.credentials['token'] ?? ''}` };
  }

  private url(path: string): string {
    return [this.session.server, this.version, path].filter((part) => part !== '').join('/');
  }
}

/** Where a list goes on; null: it ends here. A cursor alone says nothing: the last page has one too. */
export function nextOf(body: Record<string, unknown>): string | null {
  const paging = objectOf(body['paging']);
  return textOf(paging['next']) === null ? null : textOf(objectOf(paging['cursors'])['after']);
}
