import { createHmac, timingSafeEqual } from 'node:crypto';
import { validate } from 'uuid';
import type { KeyRing } from '../../platform/keys/keys.js';

const mac = (secret: Buffer, id: string): Buffer =>
  createHmac('sha256', secret).update('photo-upload').update(id).digest().subarray(0, 16);

/** Proves to us that we gave the photo to the one who sends the comment. @returns `<photo id>.<22 base64url characters>` */
export function photoToken(keys: KeyRing, photoId: string): string {
  return `${photoId}.${mac(keys.privateLink.current, photoId).toString('base64url')}`;
}

/** The photo's id, or null when none of our keys made the token. */
export function photoIdOf(keys: KeyRing, token: string): string | null {
  const [id = '', proof = ''] = token.split('.');
  const given = Buffer.from(proof, 'base64url');
  if (!validate(id) || given.length !== 16) return null;
  return keys.privateLink.every.some((secret) => timingSafeEqual(mac(secret, id), given)) ? id : null;
}
