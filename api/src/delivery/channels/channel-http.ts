import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import { Config } from '../../platform/config/config.js';
import { isPrivateAddress } from './private-address.js';

export interface ChannelRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  /** JSON unless it is bytes or a form. */
  body?: object | Buffer | URLSearchParams;
  timeoutMs?: number;
}
export interface ChannelAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** {} when the answer was no JSON object. */
  body: Record<string, unknown>;
}
/** `sent`: bytes may have reached the network. */
export type ChannelReply = { kind: 'answer'; answer: ChannelAnswer } | { kind: 'failure'; sent: boolean; fault: Fault };

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 10 * 1024 * 1024;

/** One request to a network: no retry, no redirect, no private address unless named, limits on time and bytes. */
@Injectable()
export class ChannelHttp {
  constructor(private readonly config: Config) {}

  async ask(request: ChannelRequest): Promise<ChannelReply> {
    const url = URL.canParse(request.url) ? new URL(request.url) : null;
    const named = url !== null && [...this.config.channelServers.values()].some((list) => list.includes(url.origin));
    if (!url || (url.protocol !== 'https:' && !named) || url.username !== '' || url.password !== '')
      return { kind: 'failure', sent: false, fault: { code: 'address' } };
    // A bare address is never looked up, so the guard below would not see it.
    const bare = url.hostname.replace(/^\[|\]$/g, '');
    if (!named && /^[\d.]+$|:/.test(bare) && isPrivateAddress(bare))
      return { kind: 'failure', sent: false, fault: { code: 'address' } };
    return send(url, request, named);
  }
}

/** The address that was judged is the one that is called. */
const guarded: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    const open = (found ?? []).filter(({ address }) => !isPrivateAddress(address));
    const [first] = open;
    if (error) return done(error, '', 0);
    if (!first) return done(Object.assign(new Error('private address'), { code: 'EPRIVATE' }), '', 0);
    return options.all ? done(null, open) : done(null, first.address, first.family);
  });

function encoded(body: ChannelRequest['body']): { bytes: Buffer; type: string | null } | null {
  if (body === undefined) return null;
  if (Buffer.isBuffer(body)) return { bytes: body, type: null };
  if (body instanceof URLSearchParams)
    return { bytes: Buffer.from(body.toString()), type: 'application/x-www-form-urlencoded' };
  return { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json' };
}

function send(url: URL, request: ChannelRequest, named: boolean): Promise<ChannelReply> {
  const body = encoded(request.body);
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': 'Forhoering',
    ...request.headers,
  };
  if (body?.type && headers['content-type'] === undefined) headers['content-type'] = body.type;
  if (body) headers['content-length'] = String(body.bytes.length);
  return new Promise((resolve) => {
    let sent = false;
    const failed = (code: Fault['code'], detail?: string): void =>
      resolve({ kind: 'failure', sent, fault: { code, ...(detail ? { detail } : {}) } });
    const call = (url.protocol === 'https:' ? https : http).request(url, {
      method: request.method,
      headers,
      agent: false,
      ...(named ? {} : { lookup: guarded }),
    });
    const timer = setTimeout(() => {
      failed('timeout');
      call.destroy();
    }, request.timeoutMs ?? TIMEOUT_MS);
    const ended = (): void => clearTimeout(timer);
    // Once the way is open every byte may have arrived; before, none has.
    call.on('socket', (socket) =>
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (sent = true)),
    );
    call.on('error', (error: NodeJS.ErrnoException) => {
      failed(error.code === 'EPRIVATE' ? 'address' : 'network', error.code);
      ended();
    });
    call.on('response', (response) => {
      sent = true;
      readAnswer(response)
        .then((answer) => resolve({ kind: 'answer', answer }))
        .catch((error: Error) => {
          failed('network', error.message);
          call.destroy();
        })
        .finally(ended);
    });
    call.end(body?.bytes);
  });
}

async function readAnswer(response: http.IncomingMessage): Promise<ChannelAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: parsed(Buffer.concat(chunks)) };
}

function parsed(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (Array.isArray(value)) return { items: value };
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
