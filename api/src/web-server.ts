import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { FastifyServerFactory } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIMITS } from '@forhoering/shared/limits.js';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import type { KeyRing } from './platform/keys/keys.js';
import { isRootPath, ROOT_PATHS } from './platform/http/root-paths.js';
import { log } from './platform/log/log.js';

type Pages = (request: IncomingMessage, response: ServerResponse) => void;

export interface WebServer {
  app: NestFastifyApplication;
  /** What answers pages; until it is set they are told to wait. */
  usePages(pages: Pages): void;
}

/** The API under `/api/v1`, health at the root, and everything else for the pages: one process, one port. */
export async function createWebServer(config: Config, keys: KeyRing): Promise<WebServer> {
  let pages: Pages = (_request, response) => void response.writeHead(503).end();
  const dispatch =
    (api: RequestListener): RequestListener =>
    (request, response) => {
      if (isCrossSite(request)) refuseCrossSite(response);
      else if (isApi(request.url ?? '/')) api(request, response);
      else pages(request, response);
    };
  const adapter = new FastifyAdapter({
    // Fastify types its handler for HTTP/2 as well; this server speaks HTTP/1 only.
    serverFactory: ((handler: RequestListener) =>
      http.createServer({ requestTimeout: 60_000 }, dispatch(handler))) as FastifyServerFactory,
    bodyLimit: LIMITS.bodyBytes,
    // Only the proxy right in front of us is believed.
    trustProxy: config.trustProxy ? (_address: string, hop: number) => hop < 1 : false,
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, keys), adapter, {
    logger: false,
    abortOnError: false,
    // A webhook's signature is over the very bytes.
    rawBody: true,
  });
  app.setGlobalPrefix('api/v1', { exclude: [...ROOT_PATHS] });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: LIMITS.importBytes, files: 2, fields: 10, fieldSize: 100_000 } });
  // Answers of the API are for the one who asked.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      void reply.header('x-content-type-options', 'nosniff');
      void reply.header('x-frame-options', 'DENY');
    });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, usePages: (handler) => void (pages = handler) };
}

const isApi = (url: string): boolean => url.startsWith('/api/') || isRootPath(url.split('?', 1)[0] ?? '');

/**
 * A write that a foreign page makes a browser send. Browsers say where a request comes from (Sec-Fetch-Site, else Origin);
 * a program says nothing and carries nobody's cookie by accident.
 */
export function isCrossSite(request: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? 'GET')) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}

function refuseCrossSite(response: ServerResponse): void {
  log.warn('cross-site-refused');
  response.writeHead(403, { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(
    JSON.stringify({
      type: 'urn:forhoering:problem:cross-site',
      title: 'Det kom fra en anden side',
      status: 403,
      code: 'cross-site',
      detail: 'Åbn siden her hos os, og prøv igen.',
    }),
  );
}
