import type { ConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, params, depends }) => {
  depends('app:consultation');
  return { consultation: await orErrorPage(api(fetch).get<ConsultationView>(`/consultations/${params.id}`)) };
};
