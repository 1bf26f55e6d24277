import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface CachedPage {
  status: number;
  headers: Record<string, string>;
  etag: string;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  /** Epoch milliseconds after which the clock alone may have changed the page. */
  until: number;
}

export interface RenderedPage {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** What the page shows of: a consultation's id. */
  subject: string | null;
  until: number;
}

/** In a storm of new comments a page is drawn at most four times a second. */
const LAG_MS = 250;

interface Entry {
  page: CachedPage;
  subject: string | null;
  /** Epoch milliseconds. */
  drawnAt: number;
}

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/**
 * Rendered pages as bytes, already compressed. Readers at the same time share one rendering.
 * An entry lives until something the public sees changes, the clock passes its end, or the cache is dropped whole.
 */
export class PageCache {
  private readonly pages = new Map<string, Entry>();
  private readonly rendering = new Map<string, Promise<CachedPage>>();
  /** Counts drops, so that a page rendered before a change is not kept after it. */
  private generation = 0;
  /** Counts additions, likewise. */
  private additions = 0;
  /** False while changes cannot be heard: then nothing is kept. */
  private hearing = false;

  constructor(
    private readonly now: () => number,
    private readonly maxEntries = 500,
  ) {}

  async get(key: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const kept = this.pages.get(key);
    if (kept && kept.page.until > this.now()) return kept.page;
    if (kept) this.pages.delete(key);
    const under = this.rendering.get(key);
    if (under) return under;
    const work = this.make(key, render).finally(() => {
      if (this.rendering.get(key) === work) this.rendering.delete(key);
    });
    this.rendering.set(key, work);
    return work;
  }

  /** Something the public sees of a consultation (or of all of them) has changed. */
  drop(subject: string): void {
    this.generation += 1;
    this.rendering.clear();
    for (const [key, entry] of this.pages) {
      if (subject === 'all' || entry.subject === null || entry.subject === subject) this.pages.delete(key);
    }
  }

  /** Something was added to what the public sees. At once in quiet times; a page that was drawn a moment ago lives its moment out. */
  age(subject: string): void {
    this.additions += 1;
    for (const [key, entry] of this.pages) {
      if (entry.subject !== null && entry.subject !== subject) continue;
      if (this.now() - entry.drawnAt >= LAG_MS) this.pages.delete(key);
      else entry.page.until = Math.min(entry.page.until, entry.drawnAt + LAG_MS);
    }
  }

  hear(hearing: boolean): void {
    this.hearing = hearing;
    this.drop('all');
  }

  private async make(key: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const { generation, additions } = this;
    const drawnAt = this.now();
    const rendered = await render();
    const page = await compress(rendered);
    if (this.hearing && generation === this.generation && rendered.status === 200) {
      if (this.pages.size >= this.maxEntries) this.pages.delete(this.pages.keys().next().value ?? '');
      if (additions !== this.additions) page.until = Math.min(page.until, drawnAt + LAG_MS);
      this.pages.set(key, { page, subject: rendered.subject, drawnAt });
    }
    return page;
  }
}

async function compress({ status, headers, body, until }: RenderedPage): Promise<CachedPage> {
  const [zipped, brotli] = await Promise.all([
    compressGzip(body, { level: 6 }),
    compressBrotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  ]);
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { status, headers, etag, plain: body, gzip: zipped, brotli, until };
}
