import { isDeepStrictEqual } from 'node:util';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Fault } from '@forhoering/shared/contracts/delivery.contract.js';
import type { StoryInput } from '@forhoering/shared/contracts/story.contract.js';
import type { Actor } from '../audit/audit.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import type { DeliveryContent } from '../delivery/channels/connector.rules.js';
import { DeliveryCustomers, type DeliveryCustomer } from '../delivery/delivery-customers.service.js';
import { DeliveriesService } from '../delivery/deliveries.service.js';
import type { Delivery } from '../delivery/delivery.entity.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/sql.js';
import { conflict } from '../platform/http/problem-error.js';
import { PostContents } from './post-contents.service.js';
import { StoriesRepository } from './stories.repository.js';
import { Post, type Story } from './story.entity.js';

export const POST_SUBJECT = 'post';

/** Posts as something that is delivered, and what a change of the story means for those on their way. */
@Injectable()
export class PostDeliveries implements DeliveryCustomer, OnModuleInit {
  readonly subjectKind = POST_SUBJECT;

  constructor(
    private readonly db: Database,
    private readonly customers: DeliveryCustomers,
    private readonly deliveries: DeliveriesService,
    private readonly consultations: ConsultationsService,
    private readonly contents: PostContents,
    private readonly repository: StoriesRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.customers.register(this);
  }

  async objection(tx: Tx, { subjectId }: Delivery): Promise<Fault | 'gone' | null> {
    const { post, story } = await this.found(tx, subjectId);
    if (!post || !story || post.postedAt !== null) return { code: 'not-allowed' };
    const { state, closesAt } = await this.consultations.forPost(tx, story.consultationId);
    if (state === 'discarded') return 'gone';
    // Published is enough: a page that opens later says when.
    if (state === 'draft') return { code: 'not-open' };
    const asks = story.phase !== 'closed';
    return asks && (state === 'closed' || (closesAt !== null && closesAt <= this.clock.now()))
      ? { code: 'closed' }
      : null;
  }

  /** A draft's title, teaser and picture are those that were published; the words are the order's. */
  async settled({ subjectId, content }: Delivery): Promise<DeliveryContent> {
    const { post, story } = await this.db.transaction((tx) => this.found(tx, subjectId));
    if (!post || !story) throw new Error('a post that is not there');
    const consultation = await this.consultations.require(story.consultationId);
    const { unsettled: _unsettled, ...ordered } = content;
    // An own picture was laid by when it was ordered.
    if (ordered.picture) return { ...ordered, title: consultation.title, description: consultation.teaser };
    return { ...(await this.contents.of(consultation, post.channel, story, post.text)), text: ordered.text };
  }

  async delivered(tx: Tx, { subjectId, deliveredAt, permalink, orderedBy }: Delivery): Promise<void> {
    const { post } = await this.found(tx, subjectId);
    if (post) await this.repository.savePost(tx, { ...post, postedAt: deliveredAt, postedBy: orderedBy, permalink });
  }

  /** What would go out with the new words, for the posts that are on their way. Made before the change, since pictures take time. */
  async contentsOf(
    consultationId: string,
    input: StoryInput,
    posts: readonly Post[],
  ): Promise<Map<string, DeliveryContent>> {
    const active = await this.deliveries.latest(
      POST_SUBJECT,
      posts.map(({ id }) => id),
    );
    const changed = posts.filter(({ id, postedAt }) => active.has(id) && postedAt === null);
    if (changed.length === 0) return new Map();
    const consultation = await this.consultations.require(consultationId);
    const made = new Map<string, DeliveryContent>();
    for (const { id, channel } of changed) {
      const words = input.posts.find((post) => post.channel === channel);
      if (words) made.set(id, await this.contents.of(consultation, channel, input, words.text));
    }
    return made;
  }

  /**
   * A post on its way goes with the new words and at the new time, as a new order.
   * @throws 409 `post-is-out` when somebody is sending it, `delivery-under-way` when it was dropped
   */
  async follow(tx: Tx, actor: Actor, post: Post, content: DeliveryContent | undefined, plan: Plan): Promise<void> {
    const delivery = await this.deliveries.active(tx, POST_SUBJECT, post.id);
    if (!delivery || delivery.state === 'delivered') return;
    const planned = plan.before !== null && delivery.dueAt.getTime() === plan.before.getTime();
    if (planned && plan.after === null) return this.deliveries.withdraw(tx, delivery);
    const dueAt = planned && plan.after ? plan.after : delivery.dueAt;
    const words = content ?? delivery.content;
    if (isDeepStrictEqual(words, delivery.content) && dueAt.getTime() === delivery.dueAt.getTime()) return;
    await this.deliveries.revise(tx, actor, post.channel, delivery, { content: words, dueAt });
  }

  /** Before it is dropped, or when somebody has put it up by hand. @throws 409 `delivery-under-way` */
  async withdraw(tx: Tx, postId: string): Promise<void> {
    const delivery = await this.deliveries.active(tx, POST_SUBJECT, postId);
    if (delivery && delivery.state !== 'delivered') await this.deliveries.withdraw(tx, delivery);
  }

  /** What was sent by itself cannot be said to be not there: it is on record. @throws 409 `post-is-out` */
  async requireByHand(tx: Tx, postId: string): Promise<void> {
    const delivery = await this.deliveries.active(tx, POST_SUBJECT, postId);
    if (delivery?.state === 'delivered') throw conflict('post-is-out');
  }

  private async found(tx: Tx, postId: string): Promise<{ post: Post | null; story: Story | null }> {
    const post = await tx.getRepository(Post).findOneBy({ id: postId });
    return { post, story: post && (await this.repository.byId(tx, post.storyId)) };
  }
}

interface Plan {
  before: Date | null;
  after: Date | null;
}
