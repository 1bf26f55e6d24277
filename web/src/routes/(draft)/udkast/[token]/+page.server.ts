import { redirect } from '@sveltejs/kit';
import type { PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import type { DraftPreview } from '@forhoering/shared/contracts/opening.contract.js';
import { api, ApiProblem } from '../../../../lib/api';
import { inLanguage } from '../../../../lib/citizen-words';
import { orErrorPage } from '../../../../lib/load';
import type { PageServerLoad } from './$types';

type Seen = { preview: DraftPreview; refused: null } | { preview: null; refused: 'expired' | 'revoked' };

/** The address is the key: it is told to nobody else, kept nowhere and found by no search engine. */
export const load: PageServerLoad = async ({ fetch, params, locals, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
  const organisation = await orErrorPage(api(fetch).get<PublicOrganisation>('/public/organisation'));
  const seen = await read(fetch, params.token);
  if (seen.preview?.published) {
    const { pathname } = new URL(seen.preview.consultation.publicUrl);
    redirect(302, inLanguage(pathname, locals.language));
  }
  return { ...seen, organisation, language: locals.language, path: url.pathname };
};

async function read(fetch: typeof globalThis.fetch, token: string): Promise<Seen> {
  try {
    const preview = await api(fetch).get<DraftPreview>(`/public/drafts/${encodeURIComponent(token)}`);
    return { preview, refused: null };
  } catch (refusal) {
    if (refusal instanceof ApiProblem && refusal.problem.status === 410)
      return { preview: null, refused: refusal.problem.code === 'preview-expired' ? 'expired' : 'revoked' };
    return orErrorPage(Promise.reject(refusal));
  }
}
