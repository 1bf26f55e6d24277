import type { PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import type { PublicPlace } from '@forhoering/shared/contracts/public-comment.contract.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => {
  const path = `/public/consultations/${encodeURIComponent(params.slug)}`;
  const [consultation, { items: places }] = await Promise.all([
    orErrorPage(api(fetch).get<PublicConsultationView>(path)),
    orErrorPage(api(fetch).get<{ items: PublicPlace[] }>(`${path}/places`)),
  ]);
  return { consultation, places };
};
