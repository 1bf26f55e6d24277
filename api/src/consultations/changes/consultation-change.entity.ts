import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsultationChange } from '@forhoering/shared/contracts/consultation.contract.js';

/** What the public was told after publication: never edited, never deleted. */
@Entity('consultation_change')
export class ConsultationChangeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('timestamptz') changedAt: Date;
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @Column('text', { array: true }) fields: ConsultationChange['fields'];
  @Column('timestamptz', { nullable: true }) oldClosesAt: Date | null;
  @Column('timestamptz', { nullable: true }) newClosesAt: Date | null;
  @Column('text', { default: '' }) reason: string;
}
