import type { CalendarStory, StoryView } from '@forhoering/shared/contracts/story.contract.js';
import { api } from '../lib/api';

/** Another day, the same clock time. What else was written meanwhile stays. @throws ApiProblem */
export async function moveStory(story: CalendarStory, date: string): Promise<void> {
  const path = `/consultations/${story.consultationId}/stories`;
  const { items } = await api(fetch).get<{ items: StoryView[] }>(path);
  const now = items.find(({ id }) => id === story.id);
  if (!now) return;
  const { headline, text, pictureId, altText, version, phase } = now;
  const posts = now.posts.map(({ channel, text: words }) => ({ channel, text: words }));
  const plannedOn = `${date}${(now.plannedOn ?? story.plannedOn).slice(10)}`;
  await api(fetch).put(`${path}/${phase}`, { headline, text, pictureId, altText, version, posts, plannedOn });
}
