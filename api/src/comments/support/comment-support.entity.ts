import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody agrees. Which browser is known as a hash only, and only to that one comment. */
@Entity('comment_support')
export class CommentSupport {
  @PrimaryColumn('uuid') commentId: string;
  @PrimaryColumn('bytea') browserHash: Buffer;
  @Column('bytea', { nullable: true }) networkHash: Buffer | null;
  @Column('timestamptz') createdAt: Date;
}
