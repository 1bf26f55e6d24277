import { Transform, type TransformCallback } from 'node:stream';

const QUOTE = 0x22;
const LF = 0x0a;
const CRLF = Buffer.from('\r\n');

/**
 * Ends rows with CRLF where PostgreSQL ends them with LF, and leaves line breaks inside quoted cells alone.
 * Counts rows on the way; quotes inside a cell are doubled, so toggling on each of them always ends right.
 */
export class CrlfRows extends Transform {
  rows = 0;
  private quoted = false;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const parts: Buffer[] = [];
    let from = 0;
    let quote = chunk.indexOf(QUOTE);
    // From mark to mark, not from byte to byte: most of a row is neither quote nor line end.
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, end + 1)) {
      for (; quote >= 0 && quote < end; quote = chunk.indexOf(QUOTE, quote + 1)) this.quoted = !this.quoted;
      if (this.quoted) continue;
      parts.push(chunk.subarray(from, end), CRLF);
      from = end + 1;
      this.rows += 1;
    }
    for (; quote >= 0; quote = chunk.indexOf(QUOTE, quote + 1)) this.quoted = !this.quoted;
    parts.push(chunk.subarray(from));
    done(null, Buffer.concat(parts));
  }
}

/** Makes lines of JSON into the members of an array. */
export class JsonArray extends Transform {
  rows = 0;
  private readonly comma = Buffer.from(',\n');
  private ended = false;

  constructor(
    private readonly before: string,
    private readonly after: string,
  ) {
    super();
    this.push(before);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const parts: Buffer[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      if (this.ended) parts.push(this.comma);
      this.ended = false;
      parts.push(chunk.subarray(from, at));
      this.ended = true;
      this.rows += 1;
      from = at + 1;
    }
    if (from < chunk.length) {
      if (this.ended) parts.push(this.comma);
      this.ended = false;
      parts.push(chunk.subarray(from));
    }
    done(null, Buffer.concat(parts));
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.from(this.after));
  }
}
