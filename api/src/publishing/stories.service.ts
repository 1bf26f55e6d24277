import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CalendarStory, StoryInput, StoryView } from '@forhoering/shared/contracts/story.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { permalinkOf } from '@forhoering/shared/publishing/post-issues.rules.js';
import type { StoryPhase } from '@forhoering/shared/publishing/story.rules.js';
import { cleanText } from '@forhoering/shared/text/clean-text.js';
import { COPENHAGEN, parseOpening, type WallMoment } from '@forhoering/shared/time/wall-time.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { ConsultationFilesService } from '../consultations/files/consultation-files.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/sql.js';
import { refuseCpr } from '../platform/http/refuse-cpr.js';
import { conflict, invalidField, notFound } from '../platform/http/problem-error.js';
import { PostDeliveries } from './post-deliveries.service.js';
import { Post, type Story } from './story.entity.js';
import { StoriesRepository } from './stories.repository.js';

/** One story for each phase of a consultation, written once, then as a post for each channel; put up by hand with the copy kit. */
@Injectable()
export class StoriesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: StoriesRepository,
    private readonly consultations: ConsultationsService,
    private readonly files: ConsultationFilesService,
    private readonly deliveries: PostDeliveries,
    private readonly audit: AuditService,
  ) {}

  async list(consultationId: string): Promise<StoryView[]> {
    await this.consultations.requireExists(consultationId);
    return this.repository.of(consultationId);
  }

  /** @param from local date, included; `to` is not */
  async calendar(from: string, to: string): Promise<CalendarStory[]> {
    const [first, end] = [parseOpening(from, COPENHAGEN), parseOpening(to, COPENHAGEN)];
    if (!first) throw invalidField('from', 'not-a-date');
    if (!end) throw invalidField('to', 'not-a-date');
    return this.repository.calendar(new Date(first.instant), new Date(end.instant));
  }

  /** @throws 404; 409 `version-conflict`, `post-is-out` for what has been put up; 422 */
  async save(actor: Actor, consultationId: string, phase: StoryPhase, input: StoryInput): Promise<StoryView> {
    const planned = await this.accepted(consultationId, input);
    const known = await this.repository.postsByPhase(consultationId, phase);
    const contents = await this.deliveries.contentsOf(consultationId, input, known);
    const id = await this.db.transaction(async (tx) => {
      await this.consultations.lock(tx, consultationId);
      const before = await this.repository.byPhase(tx, consultationId, phase);
      if ((before?.version ?? 0) !== input.version) throw conflict('version-conflict');
      const now = this.clock.now();
      const story: Story = {
        id: before?.id ?? uuidv7(),
        consultationId,
        phase,
        headline: input.headline,
        text: cleanText(input.text),
        pictureId: input.pictureId,
        altText: input.altText,
        plannedOn: planned?.wall ?? null,
        plannedAt: planned ? new Date(planned.instant) : null,
        timeZone: COPENHAGEN,
        createdAt: before?.createdAt ?? now,
        createdBy: before?.createdBy ?? actor.accountId,
        updatedAt: now,
        version: input.version + 1,
      };
      await this.repository.save(tx, story);
      const plan = { before: before?.plannedAt ?? null, after: story.plannedAt };
      for (const post of await this.repository.postsOf(tx, story.id))
        await this.deliveries.follow(tx, actor, post, contents.get(post.id), plan);
      await this.savePosts(tx, story.id, input);
      await this.record(tx, actor, story, 'story.save', { phase, channels: input.posts.map(({ channel }) => channel) });
      return story.id;
    });
    return this.one(consultationId, id);
  }

  /** @throws 404; 409 `post-is-out` when any of its posts has been put up */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.change(id, async (tx, story) => {
      const posts = await this.repository.postsOf(tx, id);
      if (posts.some(({ postedAt }) => postedAt !== null)) throw conflict('post-is-out');
      for (const post of posts) await this.deliveries.withdraw(tx, post.id);
      await this.repository.drop(tx, id);
      await this.record(tx, actor, story, 'story.remove', { phase: story.phase });
    });
  }

  /** Somebody has put it up. Said twice it is the same; another address is a correction. @throws 404; 422 for a strange address */
  async posted(actor: Actor, id: string, channel: PostChannel, permalink: string): Promise<StoryView> {
    const address = permalink === '' ? null : permalinkOf(channel, permalink);
    if (permalink !== '' && address === null) throw invalidField('permalink', 'not-a-post-address');
    return this.mark(actor, id, channel, 'post.posted', async (tx, post) => {
      await this.deliveries.withdraw(tx, post.id);
      return {
        ...post,
        postedAt: post.postedAt ?? this.clock.now(),
        postedBy: post.postedBy ?? actor.accountId,
        permalink: address ?? post.permalink,
      };
    });
  }

  /** It is not up after all. */
  async notPosted(actor: Actor, id: string, channel: PostChannel): Promise<StoryView> {
    return this.mark(actor, id, channel, 'post.notPosted', async (tx, post) => {
      await this.deliveries.requireByHand(tx, post.id);
      return { ...post, postedAt: null, postedBy: null, permalink: null };
    });
  }

  private async mark(
    actor: Actor,
    id: string,
    channel: PostChannel,
    action: string,
    apply: (tx: Tx, post: Post) => Promise<Post>,
  ): Promise<StoryView> {
    const story = await this.change(id, async (tx, found) => {
      const post = (await this.repository.postsOf(tx, id)).find((one) => one.channel === channel);
      if (!post) throw notFound();
      const after = await apply(tx, post);
      await this.repository.savePost(tx, after);
      await this.record(tx, actor, found, action, { channel, permalink: after.permalink });
    });
    return this.one(story.consultationId, id);
  }

  private async one(consultationId: string, id: string): Promise<StoryView> {
    const found = (await this.repository.of(consultationId)).find((story) => story.id === id);
    if (!found) throw notFound();
    return found;
  }

  /** What is out keeps its words and its place: they are on record. */
  private async savePosts(tx: Tx, storyId: string, { posts }: StoryInput): Promise<void> {
    const before = await this.repository.postsOf(tx, storyId);
    const dropped = before.filter(({ channel }) => !posts.some((post) => post.channel === channel));
    if (dropped.some(({ postedAt }) => postedAt !== null)) throw conflict('post-is-out');
    for (const { id } of dropped) await this.deliveries.withdraw(tx, id);
    await this.repository.dropPosts(
      tx,
      dropped.map(({ id }) => id),
    );
    for (const { channel, text } of posts) {
      const old = before.find((post) => post.channel === channel);
      const words = cleanText(text);
      if (old?.postedAt && old.text !== words) throw conflict('post-is-out');
      const fresh = { id: uuidv7(), storyId, channel, postedAt: null, postedBy: null, permalink: null };
      await this.repository.savePost(tx, { ...fresh, ...old, text: words });
    }
  }

  /** @returns when it is planned for */
  private async accepted(consultationId: string, input: StoryInput): Promise<WallMoment | null> {
    const { headline, text, altText, pictureId, plannedOn, posts } = input;
    for (const [field, words] of Object.entries({ headline, text, altText })) refuseCpr(field, words);
    for (const [i, post] of posts.entries()) {
      refuseCpr(`posts.${i}.text`, post.text);
      if (posts.findIndex(({ channel }) => channel === post.channel) !== i)
        throw invalidField(`posts.${i}.channel`, 'not-allowed-value');
    }
    if (pictureId !== null) {
      const pictures = await this.files.list(consultationId);
      if (!pictures.some(({ id, kind }) => id === pictureId && kind === 'picture'))
        throw invalidField('pictureId', 'not-found');
    }
    if (plannedOn === null) return null;
    const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(plannedOn) ? parseOpening(plannedOn, COPENHAGEN) : null;
    if (!moment) throw invalidField('plannedOn', 'not-a-date');
    return moment;
  }

  private async change(id: string, apply: (tx: Tx, story: Story) => Promise<void>): Promise<Story> {
    return this.db.transaction(async (tx) => {
      const found = await this.repository.byId(tx, id);
      if (!found) throw notFound();
      await this.consultations.lock(tx, found.consultationId);
      const story = await this.repository.byId(tx, id);
      if (!story) throw notFound();
      await apply(tx, story);
      return story;
    });
  }

  private async record(tx: Tx, actor: Actor, story: Story, action: string, data: object): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'consultation',
      subjectId: story.consultationId,
      consultationId: story.consultationId,
      data: { storyId: story.id, ...data },
    });
  }
}
