import { Injectable } from '@nestjs/common';
import type { ConsultationInput } from '@forhoering/shared/contracts/consultation.contract.js';
import { Database } from '../../platform/database/database.js';
import { query, type Tx } from '../../platform/database/sql.js';
import { Template } from './template.entity.js';

export interface TemplateRow {
  id: string;
  name: string;
  description: string;
  period_days: number | null;
  input: ConsultationInput;
  saved_by: string | null;
  updated_at: Date;
  version: number;
}

@Injectable()
export class TemplatesRepository {
  constructor(private readonly db: Database) {}

  /** Those that can be chosen, by name. */
  living(): Promise<TemplateRow[]> {
    return this.db.query<TemplateRow>(`${SELECT} where t.archived_at is null order by lower(t.name), t.id limit 200`);
  }

  async row(id: string): Promise<TemplateRow | null> {
    return this.db.queryOne<TemplateRow>(`${SELECT} where t.id = $1`, [id]);
  }

  byId(id: string, tx?: Tx): Promise<Template | null> {
    return (tx ?? this.db.source.manager)
      .getRepository(Template)
      .findOne({ where: { id }, ...(tx ? { lock: { mode: 'pessimistic_write' as const } } : {}) });
  }

  async count(tx: Tx): Promise<number> {
    const rows = await query<{ count: number }>(
      tx,
      'select count(*)::int as count from consultation_template where archived_at is null',
    );
    return rows[0]?.count ?? 0;
  }

  /** Whether another living template has the name, capitals or not. Held until `tx` ends. */
  async nameTaken(tx: Tx, name: string, except: string): Promise<boolean> {
    await query(tx, `select pg_advisory_xact_lock(hashtext('template-name'))`);
    const rows = await query(
      tx,
      'select 1 from consultation_template where archived_at is null and lower(name) = lower($1) and id <> $2',
      [name, except],
    );
    return rows.length > 0;
  }

  async save(tx: Tx, template: Template): Promise<void> {
    await tx.getRepository(Template).save(template);
  }
}

const SELECT = `select t.id, t.name, t.description, t.period_days, t.input, a.name as saved_by, t.updated_at, t.version
from consultation_template t left join account a on a.id = t.created_by`;
