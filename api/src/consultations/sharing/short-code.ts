import { randomInt } from 'node:crypto';

/** Crockford's base 32 without 0 and 1: nobody mistakes one for another on a poster. Also in the migration that gave old rows theirs. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 7;

/** Not a secret: it names a consultation in seven characters that are quick to type. */
export const newShortCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** What somebody typed off a poster, as it is stored; null when it can be no code. */
export function typedShortCode(typed: string): string | null {
  const code = typed.toLowerCase();
  return code.length === LENGTH && [...code].every((one) => ALPHABET.includes(one)) ? code : null;
}
