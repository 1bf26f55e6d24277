import type { ResultView } from '@forhoering/shared/contracts/result.contract.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
  result: await orErrorPage(api(fetch).get<ResultView>(`/consultations/${params.id}/result`)),
});
