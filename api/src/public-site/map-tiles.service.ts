import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { notFound, ProblemError } from '../platform/http/problem-error.js';
import { log } from '../platform/log/log.js';

const TIMEOUT_MS = 8_000;
const MAX_BYTES = 1024 * 1024;
const MAX_ZOOM = 20;

export interface Tile {
  bytes: Buffer;
  type: string;
}

/** The background map, by way of us: readers talk to the municipality only, and the key of the service stays here. */
@Injectable()
export class MapTilesService {
  constructor(private readonly config: Config) {}

  /** @throws 404 without a service or outside the world; 502 `map-unavailable` */
  async tile(z: string, x: string, y: string): Promise<Tile> {
    const { mapTiles } = this.config;
    if (!mapTiles || !isTile(z, x, y)) throw notFound();
    const url = mapTiles.url.replace('{z}', z).replace('{x}', x).replace('{y}', y);
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
      const type = /^image\/(png|jpeg|webp)\b/.exec(answer.headers.get('content-type') ?? '')?.[0];
      if (!answer.ok || type === undefined) throw new Error(`status ${answer.status}`);
      return { bytes: await limited(answer), type };
    } catch (error) {
      log.warn('map-tile', { reason: error instanceof Error ? error.message.slice(0, 100) : '' });
      throw new ProblemError(502, 'map-unavailable');
    }
  }
}

function isTile(...parts: string[]): boolean {
  const [z = -1, x = -1, y = -1] = parts.map((part) => (/^\d{1,8}$/.test(part) ? Number(part) : -1));
  return z >= 0 && z <= MAX_ZOOM && x >= 0 && x < 2 ** z && y >= 0 && y < 2 ** z;
}

async function limited(answer: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    if (bytes > MAX_BYTES) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
