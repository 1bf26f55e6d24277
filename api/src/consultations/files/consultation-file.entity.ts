import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileKind } from '@forhoering/shared/contracts/file.contract.js';

/** A picture or document of a consultation. Removed ones keep their row: what was once shown can be accounted for. */
@Entity('consultation_file')
export class ConsultationFile {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('text') kind: FileKind;
  @Column('text') title: string;
  @Column('text', { default: '' }) altText: string;
  @Column('text') sha256: string;
  @Column('integer') bytes: number;
  /** The small size of a picture. */
  @Column('text', { nullable: true }) smallSha256: string | null;
  @Column('integer', { nullable: true }) smallBytes: number | null;
  @Column('integer', { nullable: true }) width: number | null;
  @Column('integer', { nullable: true }) height: number | null;
  @Column('integer') position: number;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}
