import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportMapping, ImportState, ImportView } from '@forhoering/shared/contracts/import.contract.js';

/** What the run found out, as the view shows it. */
export type ImportReport = Partial<
  Pick<
    ImportView,
    | 'columns'
    | 'encoding'
    | 'separator'
    | 'total'
    | 'imported'
    | 'alreadyThere'
    | 'failed'
    | 'held'
    | 'problems'
    | 'problemCount'
    | 'error'
    | 'preview'
  >
>;

@Entity('import')
export class Import {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('text') state: ImportState;
  @Column('boolean') dryRun: boolean;
  @Column('text', { name: 'file_sha256' }) fileSha256: string;
  @Column('text') fileName: string;
  @Column('jsonb') mapping: ImportMapping;
  @Column('jsonb', { default: {} }) report: ImportReport;
  @Column('integer', { default: 0 }) progress: number;
  @Column('uuid') createdBy: string;
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
