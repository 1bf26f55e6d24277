import type { TemplateView } from '@forhoering/shared/contracts/opening.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('app:templates');
  return { templates: (await orErrorPage(api(fetch).get<{ items: TemplateView[] }>('/templates'))).items };
};
