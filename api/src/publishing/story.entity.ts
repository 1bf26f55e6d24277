import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import type { StoryPhase } from '@forhoering/shared/publishing/story.rules.js';

@Entity('story')
export class Story {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('text') phase: StoryPhase;
  @Column('text') headline: string;
  @Column('text') text: string;
  @Column('uuid', { nullable: true }) pictureId: string | null;
  @Column('text', { default: '' }) altText: string;
  @Column('text', { nullable: true }) plannedOn: string | null;
  @Column('timestamptz', { nullable: true }) plannedAt: Date | null;
  @Column('text', { default: 'Europe/Copenhagen' }) timeZone: string;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') updatedAt: Date;
  @Column('integer', { default: 1 }) version: number;
}

@Entity('post')
export class Post {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') storyId: string;
  @Column('text') channel: PostChannel;
  @Column('text') text: string;
  @Column('timestamptz', { nullable: true }) postedAt: Date | null;
  @Column('uuid', { nullable: true }) postedBy: string | null;
  @Column('text', { nullable: true }) permalink: string | null;
}
