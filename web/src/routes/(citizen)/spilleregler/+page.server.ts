import type { HouseRules } from '@forhoering/shared/contracts/session.contract.js';
import { api } from '../../../lib/api';
import { orErrorPage } from '../../../lib/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({
  houseRules: (await orErrorPage(api(fetch).get<HouseRules>('/public/house-rules'))).text,
});
