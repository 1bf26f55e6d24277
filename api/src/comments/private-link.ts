import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import type { KeyRing } from '../platform/keys/keys.js';

const MAC_BYTES = 16;

function mac(secret: Buffer, id: Buffer): Buffer {
  return createHmac('sha256', secret).update('private-link').update(id).digest().subarray(0, MAC_BYTES);
}

/**
 * The secret of a private link: key id, comment id and 128 bits of HMAC over it. Nothing is stored, so a stolen database opens no link.
 * @returns `<key id>.<43 base64url characters>`
 */
export function privateLinkToken(keys: KeyRing, commentId: string): string {
  const key = keys.privateLink;
  const id = Buffer.from(parse(commentId));
  return `${key.currentId}.${Buffer.concat([id, mac(key.current, id)]).toString('base64url')}`;
}

/** Digits and letters that nobody mistakes for one another on paper (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

function codeBy(secret: Buffer, commentId: string): string {
  const bytes = createHmac('sha256', secret)
    .update('printed-code')
    .update(Buffer.from(parse(commentId)))
    .digest();
  return Array.from({ length: CODE_LENGTH }, (_, i) => ALPHABET[(bytes[i] ?? 0) % 32]).join('');
}

/** For paper: with the comment's number it opens what the link opens. 40 bits, so tries are counted. @returns `K7P4-2QXM` */
export function printedCode(keys: KeyRing, commentId: string): string {
  const code = codeBy(keys.privateLink.current, commentId);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Reads what people type: small letters, blanks, o for 0, i and l for 1. */
export function codeMatches(keys: KeyRing, commentId: string, typed: string): boolean {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (code.length !== CODE_LENGTH) return false;
  return keys.privateLink.every.some((secret) =>
    timingSafeEqual(Buffer.from(codeBy(secret, commentId)), Buffer.from(code)),
  );
}

/** The comment's id, or null when the token was not made by one of our keys. */
export function commentIdOf(keys: KeyRing, token: string): string | null {
  const [keyId, body, ...rest] = token.split('.');
  if (keyId === undefined || body === undefined || rest.length > 0) return null;
  const secret = keys.privateLink.get(keyId);
  const bytes = Buffer.from(body, 'base64url');
  if (!secret || bytes.length !== 16 + MAC_BYTES) return null;
  const id = bytes.subarray(0, 16);
  return timingSafeEqual(mac(secret, id), bytes.subarray(16)) ? stringify(id) : null;
}
