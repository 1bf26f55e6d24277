import { query, type Tx } from './sql.js';

/** The channel on which web processes hear that something the public sees has changed. */
export const PUBLIC_CHANGE_CHANNEL = 'public_change';

/** Before the subject: something was only added. In a storm of additions the page may lag by a quarter of a second; removals never wait. */
export const ADDED = '+';

/** As `announcePublicChange`, for a comment that is new on the page: nothing that was shown has to go. */
export async function announcePublicAddition(tx: Tx, consultationId: string): Promise<void> {
  await announcePublicChange(tx, ADDED + consultationId);
}

/**
 * Tells every web process, when `tx` commits, that what the public sees of one consultation (or of all) has changed.
 * @param what a consultation's id, or `all`
 */
export async function announcePublicChange(tx: Tx, what: string): Promise<void> {
  await query(tx, { name: 'public_change', text: `select pg_notify('${PUBLIC_CHANGE_CHANNEL}', $1)` }, [what]);
}
