import type { TextPresetView } from '@forhoering/shared/contracts/opening.contract.js';
import { api } from '../../../lib/api';
import { orErrorPage } from '../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('app:presets');
  return { presets: (await orErrorPage(api(fetch).get<{ items: TextPresetView[] }>('/text-presets'))).items };
};
