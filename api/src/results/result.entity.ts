import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResultOutcome } from '@forhoering/shared/contracts/result.contract.js';

/** What is kept of one theme; its name and count are the code book's. */
export interface StoredTheme {
  tagId: string;
  outcome: ResultOutcome | null;
  did: string;
  why: string;
  quoteId: string | null;
}

@Entity('result')
export class Result {
  @PrimaryColumn('uuid') consultationId: string;
  @Column('text', { default: '' }) intro: string;
  @Column('jsonb', { default: [] }) themes: StoredTheme[];
  /** Null: a draft, or taken back. */
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}
