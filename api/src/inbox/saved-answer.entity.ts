import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text of the library. Retired ones stay: answers that were sent came from them. */
@Entity('saved_answer')
export class SavedAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text') text: string;
  /** Null: for all departments. */
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('uuid') ownerId: string;
  @Column('date') reviewOn: string;
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  @Column('uuid', { nullable: true }) verifiedBy: string | null;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('integer', { default: 1 }) version: number;
}
