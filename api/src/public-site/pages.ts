import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import inject from 'light-my-request';
import { linkChannel, LinkVisitsService } from '../consultations/link-visits.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { PublicConsultationsService } from '../consultations/public-consultations.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { ADDED, PUBLIC_CHANGE_CHANNEL } from '../platform/database/public-change.js';
import { log } from '../platform/log/log.js';
import { cachedAddress, type CachedAddress } from './known-query.js';
import { ChangeListener } from '../platform/database/change-listener.js';
import { isReader } from './visitor.rules.js';
import { PageCache, type CachedPage, type RenderedPage } from './page-cache.js';

type NodeHandler = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;

/** What pages call on the server: the API's own routes, without a trip over the network. */
export interface PageBridge {
  inject(request: Request, clientAddress: string): Promise<Response>;
}

declare global {
  var __forhoering: PageBridge | undefined;
}

/** A page never stays longer than this, whatever else happens. */
const MAX_AGE_MS = 60_000;

/** The built pages, and in front of them the cache for what everybody sees alike. */
export async function createPages(
  app: NestFastifyApplication,
  config: Config,
  build: string,
): Promise<{ handle: NodeHandler; close(): Promise<void> }> {
  globalThis.__forhoering = bridge(app);
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  process.env['BODY_SIZE_LIMIT'] = String(LIMITS.formBytes);
  const { handler } = (await import(pathToFileURL(path.join(build, 'handler.js')).href)) as { handler: NodeHandler };
  const clock = app.get(Clock);
  const caches = { plain: new PageCache(() => clock.nowMs()), filtered: new PageCache(() => clock.nowMs(), 100) };
  const both = Object.values(caches);
  const listener = new ChangeListener(
    config.databaseUrl ?? '',
    PUBLIC_CHANGE_CHANNEL,
    (subject) =>
      both.forEach((cache) =>
        subject.startsWith(ADDED) ? cache.age(subject.slice(ADDED.length)) : cache.drop(subject),
      ),
    (hearing) => both.forEach((cache) => cache.hear(hearing)),
  );
  await listener.start();
  const site = new PublicPages(app, config, caches, handler);
  return { handle: (request, response) => site.handle(request, response), close: () => listener.close() };
}

class PublicPages {
  private readonly consultations: ConsultationsService;
  private readonly shown: PublicConsultationsService;
  private readonly visits: LinkVisitsService;
  private readonly clock: Clock;

  constructor(
    app: NestFastifyApplication,
    private readonly config: Config,
    private readonly caches: { plain: PageCache; filtered: PageCache },
    private readonly handler: NodeHandler,
  ) {
    this.consultations = app.get(ConsultationsService);
    this.shown = app.get(PublicConsultationsService);
    this.visits = app.get(LinkVisitsService);
    this.clock = app.get(Clock);
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '/';
    const address = request.method === 'GET' || request.method === 'HEAD' ? cachedAddress(url) : null;
    if (address === null) return this.render(request, response);
    this.cached(address, url, request, response).catch((error: unknown) => {
      log.error('page-failed', error);
      if (!response.headersSent)
        response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' });
      response.end('Siden kan ikke vises lige nu. Prøv igen om lidt.');
    });
  }

  /** The channel of the link is counted first; then everybody gets the same bytes. */
  private async cached(
    address: CachedAddress,
    url: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const via = linkChannel(new URLSearchParams(url.split('?')[1]).get('k'));
    if (via !== null && address.slug !== null && isReader(request.method, request.headers))
      this.visits.count(address.slug, via);
    const cache = address.filtered ? this.caches.filtered : this.caches.plain;
    const page = await cache.get(`${address.path}?${address.query}`, () => this.renderPublic(address));
    send(page, request, response);
  }

  private async renderPublic({ path, slug, query }: CachedAddress): Promise<RenderedPage> {
    const host = new URL(this.config.publicUrl).host;
    const answer = await inject((req, res) => this.render(req, res), {
      method: 'GET',
      url: `${path}${query === '' ? '' : `?${query}`}`,
      headers: { host },
    });
    const [subject, boundary] = answer.statusCode === 200 ? await this.lifeOf(slug) : [null, null];
    const headers = Object.fromEntries(
      Object.entries(answer.headers).flatMap(([name, value]) =>
        KEPT.has(name) && value !== undefined ? [[name, String(value)]] : [],
      ),
    );
    return {
      status: answer.statusCode,
      headers,
      body: answer.rawPayload,
      subject,
      until: Math.min(boundary ?? Infinity, this.clock.nowMs() + MAX_AGE_MS),
    };
  }

  /** What a page shows of, and when the clock alone changes it. The list shows of all of them. */
  private async lifeOf(slug: string | null): Promise<[subject: string | null, boundary: number | null]> {
    if (slug === null) {
      const ahead = (await this.shown.list()).map((one) => this.shown.nextBoundary(one) ?? Infinity);
      return [null, Math.min(...ahead)];
    }
    const view = await this.shown.bySlug(slug);
    return [await this.consultations.publicIdFast(slug), this.shown.nextBoundary(view)];
  }

  private render(request: IncomingMessage, response: ServerResponse): void {
    // The page framework believes these headers; only a proxy that we are told to trust may set them.
    if (!this.config.trustProxy) {
      request.headers['x-forwarded-proto'] = new URL(this.config.publicUrl).protocol.slice(0, -1);
      delete request.headers['x-forwarded-host'];
    }
    // A form sent by a tool that takes anything is answered as a browser is: the page framework would answer JSON.
    if ((request.headers.accept ?? '*/*') === '*/*') request.headers.accept = 'text/html';
    this.handler(request, response, () => void response.writeHead(404).end());
  }
}

const KEPT = new Set([
  'content-type',
  'content-security-policy',
  'referrer-policy',
  'x-frame-options',
  'x-content-type-options',
  'link',
]);

function send(page: CachedPage, request: IncomingMessage, response: ServerResponse): void {
  // Kept by browsers and proxies, but asked for each time: what is withdrawn is gone at once.
  const headers: Record<string, string> = {
    ...page.headers,
    etag: page.etag,
    'cache-control': 'public, no-cache',
    vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === page.etag) return void response.writeHead(304, headers).end();
  const accepts = request.headers['accept-encoding']?.toString() ?? '';
  const [body, encoding] = /\bbr\b/.test(accepts)
    ? [page.brotli, 'br']
    : /\bgzip\b/.test(accepts)
      ? [page.gzip, 'gzip']
      : [page.plain, null];
  if (encoding !== null) headers['content-encoding'] = encoding;
  headers['content-length'] = String(body.length);
  response.writeHead(page.status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function bridge(app: NestFastifyApplication): PageBridge {
  return {
    inject: async (request, clientAddress) => {
      const url = new URL(request.url);
      const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
      const answer = await app.inject({
        method: request.method as 'GET',
        url: url.pathname + url.search,
        headers: Object.fromEntries(request.headers),
        remoteAddress: clientAddress,
        ...(body === undefined ? {} : { payload: body }),
      });
      const headers = new Headers();
      for (const [name, value] of Object.entries(answer.headers)) {
        for (const one of Array.isArray(value) ? value : [String(value)]) headers.append(name, one);
      }
      const empty = answer.statusCode === 204 || answer.statusCode === 304;
      return new Response(empty ? null : new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers });
    },
  };
}
