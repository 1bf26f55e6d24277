import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Area, Question, TimelineEntry, Visibility } from '@forhoering/shared/contracts/consultation.contract.js';
import type { StoredConsultationState } from '@forhoering/shared/consultations/consultation-states.js';

@Entity('consultation')
export class Consultation {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') year: number;
  @Column('integer') number: number;
  @Column('text') slug: string;
  @Column('text') state: StoredConsultationState;
  @Column('text', { default: '' }) title: string;
  @Column('text', { default: '' }) teaser: string;
  @Column('text', { default: '' }) purpose: string;
  @Column('text', { array: true, default: '{}' }) canInfluence: string[];
  @Column('text', { array: true, default: '{}' }) settled: string[];
  @Column('jsonb', { default: [] }) questions: Question[];
  @Column('timestamptz', { nullable: true }) opensAt: Date | null;
  /** Exclusive: the first instant at which it is too late. */
  @Column('timestamptz', { nullable: true }) closesAt: Date | null;
  @Column('text', { nullable: true }) opensOn: string | null;
  @Column('text', { nullable: true }) closesOn: string | null;
  @Column('text', { default: 'Europe/Copenhagen' }) timeZone: string;
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('text', { default: '' }) contact: string;
  @Column('text', { default: '' }) caseNumber: string;
  @Column('text', { default: '' }) legalBasis: string;
  @Column('uuid') privacyNoticeId: string;
  @Column('jsonb', { nullable: true }) area: Area | null;
  @Column('boolean', { default: false }) allowReplies: boolean;
  @Column('text') shortCode: string;
  @Column('jsonb', { default: [] }) timeline: TimelineEntry[];
  @Column('text', { default: 'afterReview' }) visibility: Visibility;
  @Column('text', { nullable: true }) visibilityReason: string | null;
  @Column('uuid', { nullable: true }) visibilityBy: string | null;
  @Column('timestamptz', { nullable: true }) visibilityAt: Date | null;
  @Column('date', { nullable: true }) deleteOn: string | null;
  /** The template it began with, by the name it had then: a word for people, no reference. */
  @Column('text', { nullable: true }) templateName: string | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) updatedBy: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}

/** Never edited once the consultation is published: a comment points at the version it was sent under. */
@Entity('privacy_notice')
export class PrivacyNotice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('integer') version: number;
  @Column('text') text: string;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
}
