import { redirect } from '@sveltejs/kit';
import { isLinkSource } from '@forhoering/shared/consultations/link-sources.js';
import type { ShortLinkView } from '@forhoering/shared/contracts/consultation.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageServerLoad } from './$types';

/** From the short link to the page. What others hang on to a link stays behind; where it was put up and the language go along. */
export const load: PageServerLoad = async ({ fetch, params, url, locals }) => {
  const { slug } = await orErrorPage(
    api(fetch).get<ShortLinkView>(`/public/short-links/${encodeURIComponent(params.code)}`),
  );
  const query = new URLSearchParams();
  const k = url.searchParams.get('k');
  if (isLinkSource(k)) query.set('k', k);
  if (locals.language === 'en') query.set('lang', 'en');
  redirect(302, `/f/${slug}${query.size > 0 ? `?${query}` : ''}`);
};
