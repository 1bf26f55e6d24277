import { allows } from '@forhoering/shared/contracts/access.contract.js';
import type { CollectSourceView } from '@forhoering/shared/contracts/collecting.contract.js';
import type { CommentCounts } from '@forhoering/shared/contracts/comment.contract.js';
import type { ChannelAccountView } from '@forhoering/shared/contracts/delivery.contract.js';
import type { ConsultationFileView } from '@forhoering/shared/contracts/file.contract.js';
import type { StoryView } from '@forhoering/shared/contracts/story.contract.js';
import { STORY_PHASES, type StoryPhase } from '@forhoering/shared/publishing/story.rules.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url, parent, depends }) => {
  depends('app:collecting');
  const { session } = await parent();
  const mayRead = allows(session.account.roles, 'channel.read');
  const path = `/consultations/${params.id}`;
  const [stories, files, counts, sources, accounts] = await Promise.all([
    orErrorPage(api(fetch).get<{ items: StoryView[] }>(`${path}/stories`)),
    orErrorPage(api(fetch).get<{ items: ConsultationFileView[] }>(`${path}/files`)),
    orErrorPage(api(fetch).get<CommentCounts>(`${path}/comment-counts`)),
    orErrorPage(api(fetch).get<{ items: CollectSourceView[] }>(`${path}/collecting`)),
    mayRead ? orErrorPage(api(fetch).get<{ items: ChannelAccountView[] }>('/channel-accounts')) : { items: [] },
  ]);
  const asked = url.searchParams.get('fase');
  const phase: StoryPhase = STORY_PHASES.find((one) => one === asked) ?? 'opening';
  return {
    stories: stories.items,
    pictures: files.items.filter(({ kind }) => kind === 'picture'),
    comments: counts.total - (counts.byState.withdrawn ?? 0) - (counts.byState.hidden ?? 0),
    accounts: accounts.items,
    sources: sources.items,
    phase,
  };
};
