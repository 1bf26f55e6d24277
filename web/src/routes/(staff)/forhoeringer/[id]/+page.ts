import { redirect } from '@sveltejs/kit';
import type { PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import type { TextPresetView } from '@forhoering/shared/contracts/opening.contract.js';
import type { DepartmentView } from '@forhoering/shared/contracts/session.contract.js';
import type { StoryView } from '@forhoering/shared/contracts/story.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
  if ((await parent()).consultation.state === 'standing') redirect(307, `/forhoeringer/${params.id}/bidrag`);
  const [departments, presets, publicOrganisation, stories] = await Promise.all([
    orErrorPage(api(fetch).get<{ items: DepartmentView[] }>('/departments')),
    orErrorPage(api(fetch).get<{ items: TextPresetView[] }>('/text-presets')),
    orErrorPage(api(fetch).get<PublicOrganisation>('/public/organisation')),
    orErrorPage(api(fetch).get<{ items: StoryView[] }>(`/consultations/${params.id}/stories`)),
  ]);
  return { departments: departments.items, presets: presets.items, publicOrganisation, stories: stories.items };
};
