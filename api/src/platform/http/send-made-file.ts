import { createHash } from 'node:crypto';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface MadeFileAnswer {
  bytes: Buffer;
  /** With its charset where it is text. */
  type: string;
  /** Null: shown where it stands. Plain letters only. */
  downloadName: string | null;
}

/** Bytes made for this answer: asked for anew each time, and a 304 when they are what the reader has. */
export function sendMadeFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { bytes, type, downloadName }: MadeFileAnswer,
  isPublic = true,
): StreamableFile | undefined {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  void reply.headers({
    etag,
    'cache-control': isPublic ? 'public, no-cache' : 'private, no-cache',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  if (request.headers['if-none-match'] === etag) {
    void reply.code(304);
    return undefined;
  }
  const disposition = downloadName === null ? 'inline' : `attachment; filename="${downloadName}"`;
  return new StreamableFile(bytes, { type, length: bytes.length, disposition });
}
