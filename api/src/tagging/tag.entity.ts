import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An entry of a consultation's code book. */
@Entity('tag')
export class Tag {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') name: string;
  @Column('text', { default: '' }) description: string;
  @Column('text', { array: true, default: '{}' }) keywords: string[];
  @Column('smallint') colour: number;
  @Column('text', { default: '' }) key: string;
  @Column('boolean', { default: false }) isPublic: boolean;
  /** Answers about it are read by another before they are sent. */
  @Column('boolean', { default: false }) readByAnother: boolean;
  @Column('integer') position: number;
  @Column('timestamptz') createdAt: Date;
  @Column('integer', { default: 1 }) version: number;
}
