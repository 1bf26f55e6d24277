import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one municipality of this installation. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('smallint', { default: 1 }) id: number;
  @Column('text', { default: 'Kommunen' }) name: string;
  @Column('text', { default: '' }) address: string;
  @Column('text', { default: '' }) phone: string;
  @Column('text', { default: '' }) email: string;
  @Column('text', { default: '' }) dpoContact: string;
  @Column('text', { default: '' }) accessibilityUrl: string;
  @Column('text', { default: '' }) caseNumberPattern: string;
  @Column('text', { default: '' }) houseRules: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt: Date;
}
