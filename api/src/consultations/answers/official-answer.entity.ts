import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('official_answer')
export class OfficialAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('text') question: string;
  @Column('text') answer: string;
  @Column('text') signature: string;
  @Column('text', { default: '' }) linkUrl: string;
  @Column('text', { default: '' }) linkLabel: string;
  @Column('integer') position: number;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') updatedAt: Date;
  /** Taken off the page; what was once said in the municipality's name is kept. */
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}

@Entity('official_answer_use')
export class OfficialAnswerUse {
  @PrimaryColumn('uuid') answerId: string;
  @PrimaryColumn('date') day: string;
  @Column('integer', { default: 0 }) reads: number;
  @Column('integer', { default: 0 }) links: number;
}
