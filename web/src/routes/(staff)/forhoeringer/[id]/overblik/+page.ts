import type { CollectSourceView } from '@forhoering/shared/contracts/collecting.contract.js';
import type { NumberSeries } from '@forhoering/shared/contracts/delivery.contract.js';
import type { OverviewView } from '@forhoering/shared/contracts/overview.contract.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
  const path = `/consultations/${params.id}`;
  const [overview, sources, numbers] = await Promise.all([
    orErrorPage(api(fetch).get<OverviewView>(`${path}/overview`)),
    orErrorPage(api(fetch).get<{ items: CollectSourceView[] }>(`${path}/collecting`)),
    orErrorPage(api(fetch).get<{ items: NumberSeries[] }>(`${path}/numbers`)),
  ]);
  return { overview, sources: sources.items, numbers: numbers.items };
};
