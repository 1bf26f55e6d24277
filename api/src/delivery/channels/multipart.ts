import { randomBytes } from 'node:crypto';

/** A form with fields and one file (RFC 7578), for upload in one request of known length. */
export function multipart(
  fields: Record<string, string>,
  file: { name: string; file: string; type: string; bytes: Buffer },
): { type: string; body: Buffer } {
  const boundary = `forhoering-${randomBytes(16).toString('hex')}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${file.name}"; filename="${file.file}"\r\ncontent-type: ${file.type}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(parts.join('') + head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
