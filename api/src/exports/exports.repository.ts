import { Injectable } from '@nestjs/common';
import type { ExportState, ExportView } from '@forhoering/shared/contracts/export.contract.js';
import { Database } from '../platform/database/database.js';
import { queryOne, type Tx } from '../platform/database/sql.js';
import { Export } from './export.entity.js';

interface Outcome {
  fileName?: string;
  sha256?: string;
  bytes?: number;
  commentCount?: number;
  errorCode?: string;
  errorDetail?: string;
}

@Injectable()
export class ExportsRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: Export): Promise<void> {
    await tx.getRepository(Export).insert(row);
  }

  byId(id: string): Promise<Export | null> {
    return this.db.source.getRepository(Export).findOneBy({ id });
  }

  async views(by: { id: string } | { consultationId: string }): Promise<ExportView[]> {
    const rows = await this.db.source
      .getRepository(Export)
      .find({ where: by, order: { requestedAt: 'DESC' }, take: 50 });
    const names = await this.db.query<{ id: string; name: string }>('select id, name from account where id = any($1)', [
      rows.map((row) => row.requestedBy),
    ]);
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return rows.map((row) => view(row, nameOf.get(row.requestedBy) ?? ''));
  }

  /** @returns false when the state is not one of `from` any more */
  async move(tx: Tx, id: string, from: ExportState[], to: ExportState, outcome: Outcome = {}): Promise<boolean> {
    const row = await queryOne<{ id: string }>(
      tx,
      `update export set state = $3, file_name = coalesce($4, file_name), sha256 = $5, bytes = $6, comment_count = $7, error_code = $8, error_detail = $9,
         progress = case when $3 = 'done' then 100 when $3 = 'running' then 0 else progress end,
         finished_at = case when $3 in ('queued', 'running') then null else app_now() end
       where id = $1 and state = any($2) returning id`,
      [
        id,
        from,
        to,
        outcome.fileName ?? null,
        outcome.sha256 ?? null,
        outcome.bytes ?? null,
        outcome.commentCount ?? null,
        outcome.errorCode ?? null,
        outcome.errorDetail ?? null,
      ],
    );
    return row !== null;
  }

  /** @returns false when the export was cancelled meanwhile */
  async progress(id: string, percent: number): Promise<boolean> {
    return (
      (await this.db.queryOne(`update export set progress = $2 where id = $1 and state = 'running' returning id`, [
        id,
        percent,
      ])) !== null
    );
  }
}

function view(row: Export, requestedBy: string): ExportView {
  return {
    id: row.id,
    consultationId: row.consultationId,
    format: row.format,
    edition: row.edition,
    dialect: row.dialect,
    state: row.state,
    progress: row.progress,
    sha256: row.sha256,
    bytes: row.bytes === null ? null : Number(row.bytes),
    fileName: row.fileName,
    commentCount: row.commentCount,
    requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorDetail ?? '' },
  };
}
