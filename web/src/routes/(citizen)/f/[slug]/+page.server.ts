import type { PublicCommentPage, PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const before = url.searchParams.get('before');
  const path = `/public/consultations/${encodeURIComponent(params.slug)}`;
  const [consultation, comments] = await Promise.all([
    orErrorPage(api(fetch).get<PublicConsultationView>(path)),
    orErrorPage(
      api(fetch).get<PublicCommentPage>(
        `${path}/comments?limit=50${before === null ? '' : `&cursor=${encodeURIComponent(before)}`}`,
      ),
    ),
  ]);
  return { consultation, comments, before, pins: consultation.placeCount };
};
