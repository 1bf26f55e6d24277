import type { OverviewView } from '@forhoering/shared/contracts/overview.contract.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
  overview: await orErrorPage(api(fetch).get<OverviewView>(`/consultations/${params.id}/overview`)),
});
