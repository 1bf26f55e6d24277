import type { Actor, AuditService } from '../audit/audit.service.js';
import type { Tx } from '../platform/database/sql.js';
import type { Conversation } from './conversation.entity.js';

/** A line of the conversation's history, in the transaction of the change. */
export async function recordChange(
  audit: AuditService,
  tx: Tx,
  actor: Actor | null,
  conversation: Pick<Conversation, 'id' | 'consultationId'>,
  action: string,
  data: Record<string, unknown>,
): Promise<void> {
  await audit.record(tx, {
    actor,
    action,
    subjectKind: 'conversation',
    subjectId: conversation.id,
    consultationId: conversation.consultationId,
    data,
  });
}
