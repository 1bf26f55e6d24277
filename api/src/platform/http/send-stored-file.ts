import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

export interface ServedFile {
  sha256: string;
  bytes: number;
  type: string;
  /** Null: shown in the page (re-encoded pictures only). */
  downloadName: string | null;
  open: () => Readable;
}

/**
 * A stored file as an answer. It is asked for anew each time (what was taken back is gone at once) and costs a 304 when
 * nothing has changed; it can run nothing in our name.
 */
export function sendStoredFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ServedFile,
  isPublic: boolean,
): StreamableFile | undefined {
  const etag = `"${file.sha256.slice(0, 32)}"`;
  void reply.headers({
    etag,
    'cache-control': isPublic ? 'public, no-cache' : 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  if (request.headers['if-none-match'] === etag) {
    void reply.code(304);
    return undefined;
  }
  return new StreamableFile(file.open(), {
    type: file.type,
    length: file.bytes,
    disposition: file.downloadName === null ? 'inline' : attachment(file.downloadName),
  });
}

/** RFC 6266: a plain name for old readers, the real one for the rest. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
