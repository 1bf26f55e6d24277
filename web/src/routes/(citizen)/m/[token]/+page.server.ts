import type { PrivateCommentView } from '@forhoering/shared/contracts/comment.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url, setHeaders }) => {
  // The address is the secret: it is not kept by caches and not told to the next page.
  setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
  return {
    comment: await orErrorPage(
      api(fetch).get<PrivateCommentView>(`/public/private-links/${encodeURIComponent(params.token)}`),
    ),
    fresh: url.searchParams.has('tak'),
    privateUrl: url.origin + url.pathname,
  };
};
