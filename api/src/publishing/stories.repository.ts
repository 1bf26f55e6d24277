import { Injectable } from '@nestjs/common';
import type { DeliveryView } from '@forhoering/shared/contracts/delivery.contract.js';
import type { CalendarStory, PostView, StoryView } from '@forhoering/shared/contracts/story.contract.js';
import { POST_CHANNELS } from '@forhoering/shared/publishing/post-channels.js';
import { STORY_PHASES } from '@forhoering/shared/publishing/story.rules.js';
import { DeliveriesService } from '../delivery/deliveries.service.js';
import { Database } from '../platform/database/database.js';
import { query, type Tx } from '../platform/database/sql.js';
import { Post, Story } from './story.entity.js';

type PostRow = Pick<Post, 'id' | 'storyId' | 'channel' | 'text' | 'permalink'> & { at: Date | null; by: string | null };

@Injectable()
export class StoriesRepository {
  constructor(
    private readonly db: Database,
    private readonly deliveries: DeliveriesService,
  ) {}

  /** Stories in the order of their phases, posts in that of the channels. */
  of(consultationId: string): Promise<StoryView[]> {
    // A post may go out while we read: its delivery and its address belong together.
    return this.db.snapshot(async (tx) => {
      const stories = await tx.getRepository(Story).findBy({ consultationId });
      const posts = await query<PostRow>(tx, POSTS, [stories.map(({ id }) => id)]);
      const ids = posts.map(({ id }) => id);
      const sent = await this.deliveries.latest('post', ids, tx);
      return stories
        .toSorted((a, b) => STORY_PHASES.indexOf(a.phase) - STORY_PHASES.indexOf(b.phase))
        .map((story) => storyView(story, posts, sent));
    });
  }

  /** Of every consultation, planned from `from` to before `to` (instants). */
  async calendar(from: Date, to: Date): Promise<CalendarStory[]> {
    return this.db.query<CalendarStory>(CALENDAR, [from, to]);
  }

  /** Without a transaction: for what is made ready before one. */
  async postsByPhase(consultationId: string, phase: Story['phase']): Promise<Post[]> {
    const story = await this.db.source.getRepository(Story).findOneBy({ consultationId, phase });
    return story ? this.db.source.getRepository(Post).findBy({ storyId: story.id }) : [];
  }

  byId(tx: Tx, id: string): Promise<Story | null> {
    return tx.getRepository(Story).findOneBy({ id });
  }

  byPhase(tx: Tx, consultationId: string, phase: Story['phase']): Promise<Story | null> {
    return tx.getRepository(Story).findOneBy({ consultationId, phase });
  }

  postsOf(tx: Tx, storyId: string): Promise<Post[]> {
    return tx.getRepository(Post).findBy({ storyId });
  }

  async save(tx: Tx, story: Story): Promise<void> {
    await tx.getRepository(Story).save(story);
  }

  async savePost(tx: Tx, post: Post): Promise<void> {
    await tx.getRepository(Post).save(post);
  }

  async dropPosts(tx: Tx, ids: readonly string[]): Promise<void> {
    await query(tx, 'delete from post where id = any($1) and posted_at is null', [ids]);
  }

  async drop(tx: Tx, storyId: string): Promise<void> {
    await query(tx, 'delete from post where story_id = $1', [storyId]);
    await query(tx, 'delete from story where id = $1', [storyId]);
  }
}

function storyView(story: Story, posts: readonly PostRow[], sent: ReadonlyMap<string, DeliveryView>): StoryView {
  const { id, consultationId, phase, headline, text, pictureId, altText, plannedOn, version } = story;
  const views = posts
    .filter(({ storyId }) => storyId === id)
    .toSorted((a, b) => POST_CHANNELS.indexOf(a.channel) - POST_CHANNELS.indexOf(b.channel))
    .map((post): PostView => ({
      channel: post.channel,
      text: post.text,
      postedAt: post.at?.toISOString() ?? null,
      postedByName: post.by,
      permalink: post.permalink,
      delivery: sent.get(post.id) ?? null,
    }));
  return {
    id,
    consultationId,
    phase,
    headline,
    text,
    pictureId,
    altText,
    plannedOn,
    plannedAt: story.plannedAt?.toISOString() ?? null,
    posts: views,
    updatedAt: story.updatedAt.toISOString(),
    version,
  };
}

const POSTS = `select p.id, p.story_id as "storyId", p.channel, p.text, p.posted_at as at, a.name as by, p.permalink
  from post p left join account a on a.id = p.posted_by where p.story_id = any($1)`;
const CALENDAR = `select s.id, s.consultation_id as "consultationId", c.title as "consultationTitle", s.phase, s.headline, s.planned_on as "plannedOn",
    coalesce((select jsonb_agg(jsonb_build_object('channel', p.channel, 'posted', p.posted_at is not null,
      'delivery', (select d.state from delivery d where d.subject_kind = 'post' and d.subject_id = p.id order by d.revision desc limit 1)) order by p.channel) from post p where p.story_id = s.id), '[]') as channels
  from story s join consultation c on c.id = s.consultation_id and c.state <> 'discarded'
  where s.planned_at >= $1 and s.planned_at < $2 order by s.planned_at, s.id limit 1000`;
