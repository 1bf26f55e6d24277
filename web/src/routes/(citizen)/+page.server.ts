import { fitsFilter, isConsultationFilterState } from '@forhoering/shared/consultations/public-list.js';
import type { PublicConsultationSummary } from '@forhoering/shared/contracts/consultation.contract.js';
import { api } from '../../lib/api';
import { orErrorPage } from '../../lib/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const { items } = await orErrorPage(api(fetch).get<{ items: PublicConsultationSummary[] }>('/public/consultations'));
  const state = url.searchParams.get('tilstand');
  const filter = {
    q: url.searchParams.get('q') ?? '',
    state: isConsultationFilterState(state) ? state : null,
    department: url.searchParams.get('afdeling') ?? '',
  };
  const departments = [...new Set(items.flatMap((item) => item.departmentName ?? []))].sort((a, b) =>
    a.localeCompare(b, 'da'),
  );
  return {
    items: items.filter((item) => fitsFilter(item, filter)),
    total: items.length,
    departments,
    filter,
    filtered: filter.q !== '' || filter.state !== null || filter.department !== '',
  };
};
