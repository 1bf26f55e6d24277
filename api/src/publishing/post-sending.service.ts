import { Injectable } from '@nestjs/common';
import type { LiveComments } from '@forhoering/shared/contracts/collecting.contract.js';
import type { SendPostInput } from '@forhoering/shared/contracts/delivery.contract.js';
import type { StoryView } from '@forhoering/shared/contracts/story.contract.js';
import { POST_RULES, type PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import { postIssues } from '@forhoering/shared/publishing/post-issues.rules.js';
import { AuditService, type Actor } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { ChannelLive } from '../delivery/channel-live.service.js';
import { DeliveriesService } from '../delivery/deliveries.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { conflict, invalidField, notFound } from '../platform/http/problem-error.js';
import { PostContents } from './post-contents.service.js';
import { POST_SUBJECT } from './post-deliveries.service.js';
import { StoriesRepository } from './stories.repository.js';
import type { Post, Story } from './story.entity.js';

/** A post is handed over to be sent. */
@Injectable()
export class PostSending {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly repository: StoriesRepository,
    private readonly consultations: ConsultationsService,
    private readonly contents: PostContents,
    private readonly deliveries: DeliveriesService,
    private readonly comments: ChannelLive,
    private readonly audit: AuditService,
  ) {}

  /**
   * @throws 404; 409 `post-is-out`, `delivery-under-way`, `consultation-not-published`, `post-changed`; 422 for what the channel would
   * refuse, a plan that is missing or over, an account that is not of the channel
   */
  async send(actor: Actor, storyId: string, channel: PostChannel, input: SendPostInput): Promise<StoryView> {
    const { story, post } = await this.db.transaction((tx) => this.found(tx, storyId, channel));
    const consultation = await this.consultations.require(story.consultationId);
    const isDraft = consultation.state === 'draft';
    // A post of a draft would lead nowhere now; planned, it goes out if the consultation is open then.
    if (isDraft && input.when === 'now') throw conflict('consultation-not-published');
    const content = await this.contents.of(consultation, channel, story, post.text);
    const draft = {
      text: post.text,
      link: this.contents.link(consultation, channel),
      // The link's own picture stands in, once there is one.
      hasPicture: content.picture !== null || (isDraft && POST_RULES[channel].needsPicture),
      altText: story.altText,
    };
    const stops = postIssues(channel, draft).find(({ level }) => level === 'stops');
    if (stops) throw invalidField('text', stops.code, stops.over === undefined ? {} : { over: stops.over });
    const dueAt = this.dueAt(story, input);
    await this.db.transaction(async (tx) => {
      await this.consultations.lock(tx, story.consultationId);
      const now = await this.found(tx, storyId, channel);
      if (now.post.postedAt !== null) throw conflict('post-is-out');
      // Somebody has changed the words since: what was read is not what would go out.
      if (now.story.version !== story.version || now.post.text !== post.text) throw conflict('version-conflict');
      const { accountId } = input;
      const order = { subjectKind: POST_SUBJECT, subjectId: post.id, accountId, content, replyTo: null, dueAt };
      await this.deliveries.order(tx, actor, channel, order);
      await this.audit.record(tx, {
        actor,
        action: 'post.order',
        subjectKind: 'consultation',
        subjectId: story.consultationId,
        consultationId: story.consultationId,
        data: { storyId, channel, dueAt: dueAt.toISOString() },
      });
    });
    const view = (await this.repository.of(story.consultationId)).find(({ id }) => id === storyId);
    if (!view) throw notFound();
    return view;
  }

  /** What people write below it, where that may be looked at and not kept. @throws 404, 503 */
  async live(storyId: string, channel: PostChannel): Promise<LiveComments> {
    const { post } = await this.db.transaction((tx) => this.found(tx, storyId, channel));
    return this.comments.below(POST_SUBJECT, post.id);
  }

  private dueAt(story: Story, { when, afterSeconds = 0 }: SendPostInput): Date {
    const now = this.clock.nowMs();
    if (when === 'now') return new Date(now + afterSeconds * 1_000);
    if (story.plannedAt === null) throw invalidField('when', 'not-planned');
    if (story.plannedAt.getTime() < now) throw invalidField('when', 'plan-is-over');
    return story.plannedAt;
  }

  private async found(
    tx: Parameters<StoriesRepository['byId']>[0],
    storyId: string,
    channel: PostChannel,
  ): Promise<{ story: Story; post: Post }> {
    const story = await this.repository.byId(tx, storyId);
    const post = story && (await this.repository.postsOf(tx, storyId)).find((one) => one.channel === channel);
    if (!post) throw notFound();
    return { story, post };
  }
}
