import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A formal objection, known here by its number alone. */
@Entity('objection')
export class Objection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('text') reference: string;
  @Column('date') receivedOn: string;
  @Column('uuid', { array: true, default: '{}' }) tagIds: string[];
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
}
