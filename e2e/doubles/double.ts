import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  /** JSON or a form, as an object; {} for anything else. */
  body: Record<string, unknown>;
  bytes: Buffer;
}
export interface Said {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}
type Route = (asked: Asked, ...parts: string[]) => Said | Promise<Said>;

/**
 * What goes wrong, once, on a request whose method and path begin with `on`.
 * `dropAfter`: done, and the connection breaks before the answer. `dropBefore`: not done. Or an answer in place of the real one.
 */
export interface Fault {
  on: string;
  kind: 'dropAfter' | 'dropBefore' | 'slow' | 'answer';
  say?: Said;
  ms?: number;
  /** Done at that moment. */
  meanwhile?: () => void;
}

/**
 * A small stand-in for a network's server: our own code, written from the vendor's documented behaviour. It keeps what it is told, and
 * does wrong what a test asks for. It proves nothing about the real network.
 */
export class Double {
  readonly faults: Fault[] = [];
  /** Every request, in order: `POST /api/v1/statuses`. */
  readonly asked: string[] = [];
  private readonly routes: Array<{ method: string; pattern: RegExp; route: Route }> = [];
  private server: Server | null = null;
  url = '';
  /** How long every answer takes, half of it after the work is done. */
  delayMs = 0;

  on(method: string, path: string, route: Route): void {
    const pattern = new RegExp(`^${path.replace(/:[a-z]+/gi, '([^/]+)')}$`);
    this.routes.push({ method, pattern, route });
  }

  async start(port = 0): Promise<this> {
    const server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(null)));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://double');
    const method = request.method ?? 'GET';
    const name = `${method} ${url.pathname}`;
    this.asked.push(name);
    const bytes = Buffer.concat(await request.toArray().catch(() => []));
    const at = this.faults.findIndex(({ on }) => name.startsWith(on));
    const fault = at < 0 ? undefined : this.faults.splice(at, 1)[0];
    fault?.meanwhile?.();
    if (fault?.kind === 'dropBefore') return void request.socket.destroy();
    if (fault?.kind === 'slow') await pause(fault.ms ?? 1_000);
    if (this.delayMs > 0) await pause(this.delayMs / 2);
    const said = fault?.kind === 'answer' && fault.say ? fault.say : await this.answer(method, url, request, bytes);
    if (this.delayMs > 0) await pause(this.delayMs / 2);
    if (fault?.kind === 'dropAfter') return void request.socket.destroy();
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
    response.end(said.body === undefined ? '' : JSON.stringify(said.body));
  }

  private async answer(method: string, url: URL, request: IncomingMessage, bytes: Buffer): Promise<Said> {
    for (const one of this.routes) {
      const match = one.method === method ? one.pattern.exec(url.pathname) : null;
      if (!match) continue;
      const headers = request.headers as Record<string, string>;
      const asked = {
        method,
        path: url.pathname,
        query: url.searchParams,
        headers,
        body: bodyOf(headers, bytes),
        bytes,
      };
      return one.route(asked, ...match.slice(1).map(decodeURIComponent));
    }
    return { status: 404, body: { error: 'Not found' } };
  }
}

function bodyOf(headers: Record<string, string>, bytes: Buffer): Record<string, unknown> {
  const type = headers['content-type'] ?? '';
  if (type.includes('json') && bytes.length > 0) return JSON.parse(bytes.toString()) as Record<string, unknown>;
  if (type.includes('x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(bytes.toString()));
  return {};
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
