import { query, type Tx } from './sql.js';

/** The channel on which web processes hear that something the public sees has changed. */
export const PUBLIC_CHANGE_CHANNEL = 'public_change';

/**
 * Tells every web process, when `tx` commits, that what the public sees of one consultation (or of all) has changed.
 * @param what a consultation's id, or `all`
 */
export async function announcePublicChange(tx: Tx, what: string): Promise<void> {
  await query(tx, { name: 'public_change', text: `select pg_notify('${PUBLIC_CHANGE_CHANNEL}', $1)` }, [what]);
}
