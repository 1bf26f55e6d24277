import type { ResponseTimes } from '@forhoering/shared/contracts/response-times.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const consultationId = url.searchParams.get('forhoering') ?? '';
  const query = consultationId === '' ? '' : `?consultationId=${encodeURIComponent(consultationId)}`;
  return { consultationId, query, times: await orErrorPage(api(fetch).get<ResponseTimes>(`/response-times${query}`)) };
};
