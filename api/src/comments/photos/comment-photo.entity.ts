import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PhotoState } from '@forhoering/shared/contracts/file.contract.js';

@Entity('comment_photo')
export class CommentPhoto {
  @PrimaryColumn('uuid') id: string;
  /** Null until the comment is sent. */
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('integer', { default: 0 }) position: number;
  @Column('text', { default: 'waiting' }) state: PhotoState;
  @Column('text', { default: '' }) altText: string;
  @Column('text') sha256: string;
  @Column('integer') bytes: number;
  @Column('text') smallSha256: string;
  @Column('integer') smallBytes: number;
  @Column('integer') width: number;
  @Column('integer') height: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
}
