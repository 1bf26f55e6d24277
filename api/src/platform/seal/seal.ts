import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Key } from '../keys/keys.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;

/** The ring's secrets may be longer than a cipher's key. */
const cipherKey = (secret: Buffer): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'seal', 32));

/**
 * Encrypts and authenticates (AES-256-GCM).
 * @param about what it belongs to: a sealed text that is moved to another row does not open
 * @returns `keyId.iv.tag.text`, the last three in base64url
 */
export function seal(key: Key, about: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, cipherKey(key.current), iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [key.currentId, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
}

/** @throws when the key is gone, the text was changed, or it belongs to something else */
export function unseal(key: Key, about: string, sealed: string): string {
  const [id = '', iv = '', tag = '', body = ''] = sealed.split('.');
  const secret = key.get(id);
  if (!secret) throw new Error(`sealed with key ${id}, which is not there`);
  const decipher = createDecipheriv(CIPHER, cipherKey(secret), Buffer.from(iv, 'base64url'))
    .setAAD(Buffer.from(about))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
}
