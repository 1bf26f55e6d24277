import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsultationInput } from '@forhoering/shared/contracts/consultation.contract.js';

@Entity('consultation_template')
export class Template {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { default: '' }) description: string;
  @Column('integer', { nullable: true }) periodDays: number | null;
  @Column('jsonb') input: ConsultationInput;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  /** Deleted for everybody; kept so that somebody who still sees it is told what happened. */
  @Column('timestamptz', { nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
