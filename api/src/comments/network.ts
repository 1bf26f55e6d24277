import { createHmac } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { KeyRing } from '../platform/keys/keys.js';

/** One household or office: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (isIPv4(plain)) return plain;
  const [head = ''] = plain.split('%');
  const [left = '', right] = head.split('::');
  const groups = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const full =
    right === undefined
      ? groups
      : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - tail.length)).fill('0'), ...tail];
  return full
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

/** The network under a server key: recognises a double submit within minutes, names nobody, and is wiped within the hour. */
export function networkHash(keys: KeyRing, address: string): Buffer {
  return createHmac('sha256', keys.network.current).update(networkOf(address)).digest().subarray(0, 16);
}
