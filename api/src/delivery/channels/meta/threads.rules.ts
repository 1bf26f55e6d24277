import type { Connected } from '../connector.rules.js';
import { textOf } from '../outcomes.js';

export const THREADS_VERSION = 'v1.0';
const DAYS_60 = 60 * 86_400;

/** The profile as a person knows it. */
export function profileOf(body: Record<string, unknown>): Pick<Connected, 'handle' | 'name' | 'address'> | null {
  const handle = textOf(body['username']);
  return handle
    ? { handle, name: textOf(body['name']) ?? handle, address: `https://www.threads.com/@${handle}` }
    : null;
}

/** When a token ends that came just now. @returns ISO 8601 */
export function expiryFrom(body: Record<string, unknown>): string {
  const seconds = typeof body['expires_in'] === 'number' ? body['expires_in'] : DAYS_60;
  return new Date(Date.now() + seconds * 1_000).toISOString();
}
