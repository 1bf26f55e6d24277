import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { AuditEventView, AuditPage } from '@forhoering/shared/contracts/overview.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Database } from '../platform/database/database.js';
import { query, type Tx } from '../platform/database/sql.js';
import { decodeCursor, page } from '../platform/http/page.dto.js';

/** Who acts: a signed-in person, or `null` for a citizen, the command line and the system. */
export interface Actor {
  accountId: string;
  name: string;
  departmentId: string | null;
}

export interface AuditEntry {
  actor: Actor | null;
  /** `noun.verb`, e.g. `comment.hide`. */
  action: string;
  subjectKind: string;
  subjectId: string | null;
  consultationId?: string | null;
  /** Facts without personal data: no text of a comment, no mail, no number of a person. */
  data?: Record<string, unknown>;
}

const INSERT = {
  name: 'audit_insert',
  text: `insert into audit_event (id, at, actor_id, actor_name, department_id, action, subject_kind, subject_id, consultation_id, data)
         values ($1, app_now(), $2, $3, $4, $5, $6, $7, $8, $9)`,
};

/** Append-only "who did what when". Written in the caller's transaction: no line, no act. */
@Injectable()
export class AuditService {
  constructor(private readonly db: Database) {}

  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    await query(tx, INSERT, [
      uuidv7(),
      entry.actor?.accountId ?? null,
      entry.actor?.name ?? null,
      entry.actor?.departmentId ?? null,
      entry.action,
      entry.subjectKind,
      entry.subjectId,
      entry.consultationId ?? null,
      JSON.stringify(entry.data ?? {}),
    ]);
  }

  /** What was done to one thing, oldest first. */
  async of(subjectId: string): Promise<AuditEventView[]> {
    const rows = await this.db.query<AuditRow>(`${SELECT} where e.subject_id = $1 order by e.at, e.id limit 500`, [
      subjectId,
    ]);
    return rows.map(view);
  }

  /** The log, newest first. */
  async list(filter: {
    consultationId?: string;
    action?: string;
    cursor?: string;
    limit?: number;
  }): Promise<AuditPage> {
    const limit = filter.limit ?? LIMITS.pageSize;
    const after = decodeCursor(filter.cursor);
    const rows = await this.db.query<AuditRow>(
      `${SELECT} where ($1::uuid is null or e.consultation_id = $1) and ($2::text is null or e.action like $2)
       and ($3::timestamptz is null or (e.at, e.id) < ($3, $4::uuid)) order by e.at desc, e.id desc limit $5`,
      [
        filter.consultationId ?? null,
        filter.action === undefined ? null : `${filter.action}%`,
        after?.at ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const cut = page(rows, limit, (row) => ({ at: row.at_exact, id: row.id }));
    return { items: cut.rows.map(view), nextCursor: cut.nextCursor };
  }
}

/** The department's name is read with it, its id alone tells a reader nothing. Microseconds are kept for the cursor. */
const SELECT = `select e.*, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_exact, d.name as department_name
  from audit_event e left join department d on d.id = e.department_id`;

interface AuditRow {
  id: string;
  at: Date;
  at_exact: string;
  actor_name: string | null;
  department_name: string | null;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  consultation_id: string | null;
  data: Record<string, unknown>;
}

function view(row: AuditRow): AuditEventView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actorName: row.actor_name,
    departmentName: row.department_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    consultationId: row.consultation_id,
    data: row.data,
  };
}
