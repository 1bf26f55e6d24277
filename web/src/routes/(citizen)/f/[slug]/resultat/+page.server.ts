import type { PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import type { PublicResult } from '@forhoering/shared/contracts/result.contract.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => {
  const path = `/public/consultations/${encodeURIComponent(params.slug)}`;
  const [consultation, result] = await Promise.all([
    orErrorPage(api(fetch).get<PublicConsultationView>(path)),
    orErrorPage(api(fetch).get<PublicResult>(`${path}/result`)),
  ]);
  return { consultation, result };
};
