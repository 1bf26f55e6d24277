import type { PublicConsultationSummary } from '@forhoering/shared/contracts/consultation.contract.js';
import { api } from '../../lib/api';
import { orErrorPage } from '../../lib/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) =>
  orErrorPage(api(fetch).get<{ items: PublicConsultationSummary[] }>('/public/consultations'));
