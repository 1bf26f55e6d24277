import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Append-only: a trigger refuses every change. */
@Entity('audit_event')
export class AuditEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text', { nullable: true }) actorName: string | null;
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('text') action: string;
  @Column('text') subjectKind: string;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('uuid', { nullable: true }) consultationId: string | null;
  @Column('jsonb', { default: {} }) data: Record<string, unknown>;
}
