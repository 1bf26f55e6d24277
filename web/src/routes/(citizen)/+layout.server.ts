import type { PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import { api } from '../../lib/api';
import type { LayoutServerLoad } from './$types';

/** As it was last read. A page that can be drawn is not refused because the frame around it cannot be read just now. */
let lastKnown: PublicOrganisation = {
  name: '',
  address: '',
  phone: '',
  email: '',
  accessibilityUrl: '',
  mapAttribution: null,
};

/** What a list is narrowed down by goes along when the language changes. */
function filterOf(given: URLSearchParams): string {
  const kept = [...given].filter(([name, value]) => value !== '' && FILTERS.includes(name));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
const FILTERS = ['q', 'tema', 'sted', 'besvaret', 'tilstand', 'afdeling', 'before'];

export const load: LayoutServerLoad = async ({ fetch, locals, url }) => {
  lastKnown = await api(fetch)
    .get<PublicOrganisation>('/public/organisation')
    .catch(() => lastKnown);
  return { organisation: lastKnown, language: locals.language, path: url.pathname + filterOf(url.searchParams) };
};
