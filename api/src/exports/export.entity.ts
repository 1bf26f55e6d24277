import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  CsvDialect,
  ExportEdition,
  ExportFormat,
  ExportState,
} from '@forhoering/shared/contracts/export.contract.js';

/** Who asked for which edition when, and the fingerprint of what came out. */
@Entity('export')
export class Export {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('text') format: ExportFormat;
  @Column('text') edition: ExportEdition;
  @Column('text', { default: 'excel' }) dialect: CsvDialect;
  @Column('text') state: ExportState;
  @Column('integer', { default: 0 }) progress: number;
  @Column('text', { nullable: true }) fileName: string | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('bigint', { nullable: true }) bytes: string | null;
  @Column('integer', { nullable: true }) commentCount: number | null;
  @Column('text', { nullable: true }) errorCode: string | null;
  @Column('text', { nullable: true }) errorDetail: string | null;
  @Column('uuid') requestedBy: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
