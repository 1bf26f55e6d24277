import type { CommentState } from '@forhoering/shared/comments/comment-states.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision on a comment with its reason: the moderation log. */
@Entity('decision')
export class Decision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') commentId: string;
  @Column('uuid') consultationId: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text', { nullable: true }) actorName: string | null;
  @Column('text') action: string;
  @Column('text') fromState: CommentState;
  @Column('text') toState: CommentState;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('boolean', { default: false }) withoutMarked: boolean;
}
