import type { INestApplicationContext } from '@nestjs/common';
import type { ConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import type { PostChannel } from '@forhoering/shared/publishing/post-channels.js';
import {
  plannedTimes,
  proposedPost,
  proposedStory,
  type StoryPhase,
} from '@forhoering/shared/publishing/story.rules.js';
import { formatDeadline } from '@forhoering/shared/time/format-time.js';
import type { SignedIn } from '../platform/http/access.js';
import { StoriesService } from '../publishing/stories.service.js';

const CHANNELS: readonly PostChannel[] = ['facebook', 'instagram', 'bluesky', 'linkedin'];

/** The story of a phase by the usual plan; that of the opening is put up on two channels. */
export async function writeStory(
  app: INestApplicationContext,
  { planner, socialMediaManager }: Record<'planner' | 'socialMediaManager', SignedIn>,
  c: ConsultationView,
  phase: StoryPhase,
  comments: number,
): Promise<void> {
  const stories = app.get(StoriesService);
  if (c.opensAt === null || c.closesAt === null) return;
  const plan = plannedTimes(c.opensAt, c.closesAt);
  const facts = {
    title: c.title,
    teaser: c.teaser,
    question: c.questions[0]?.label ?? '',
    deadline: formatDeadline(c.closesAt, 'da'),
    comments,
  };
  const story = proposedStory(phase, facts);
  const saved = await stories.save(phase === 'opening' ? planner : socialMediaManager, c.id, phase, {
    ...story,
    pictureId: null,
    altText: '',
    plannedOn: plan[phase],
    posts: CHANNELS.map((channel) => ({ channel, text: proposedPost(channel, story, `${c.shortUrl}?k=${channel}`) })),
    version: 0,
  });
  if (phase !== 'opening') return;
  for (const channel of ['facebook', 'bluesky'] as const)
    await stories.posted(socialMediaManager, saved.id, channel, ADDRESS[channel]);
}

const ADDRESS = {
  facebook: 'https://www.facebook.com/noerreskov.example/posts/1',
  bluesky: 'https://bsky.app/profile/noerreskov.example/post/1',
};
