import type { PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, locals }) => ({
  consultation: await orErrorPage(
    api(fetch).get<PublicConsultationView>(`/public/consultations/${encodeURIComponent(params.slug)}`),
  ),
  language: locals.language,
});
