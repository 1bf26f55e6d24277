import { query, type Tx } from '../platform/database/sql.js';
import type { Conversation } from './conversation.entity.js';
import type { NoticeKind } from './notice.rules.js';

/** Tells people of what a colleague has done; again each time, since each time is news. */
export async function tellAnew(
  tx: Tx,
  { id, round }: Pick<Conversation, 'id' | 'round'>,
  kind: Extract<NoticeKind, 'to-read' | 'sent-back' | 'mentioned'>,
  accountIds: string[],
): Promise<void> {
  await query(tx, TELL, [id, round, kind, accountIds]);
}

const TELL = `insert into inbox_notice (conversation_id, round, kind, account_id, at) select $1, $2, $3, a, app_now() from unnest($4::uuid[]) a
  on conflict (conversation_id, round, kind, account_id) do update set at = app_now(), claimed_at = null, mailed_at = null`;
