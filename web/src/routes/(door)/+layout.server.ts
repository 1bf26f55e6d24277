import type { PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import { api } from '../../lib/api';
import { orErrorPage } from '../../lib/load';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  return { organisation: await orErrorPage(api(fetch).get<PublicOrganisation>('/public/organisation')) };
};
