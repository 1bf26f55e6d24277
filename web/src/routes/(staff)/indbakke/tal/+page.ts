import type { MonthNumbers, ResponseTimes } from '@forhoering/shared/contracts/response-times.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const consultationId = url.searchParams.get('forhoering') ?? '';
  const query = consultationId === '' ? '' : `?consultationId=${encodeURIComponent(consultationId)}`;
  const [times, months] = await Promise.all([
    orErrorPage(api(fetch).get<ResponseTimes>(`/response-times${query}`)),
    orErrorPage(api(fetch).get<{ items: MonthNumbers[] }>(`/response-times/months${query}`)),
  ]);
  return { consultationId, query, times, months: months.items };
};
