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
