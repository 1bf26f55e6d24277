import type { PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import type { ResponseBadge } from '@forhoering/shared/contracts/response-times.contract.js';
import type { PublicCommentPage } from '@forhoering/shared/contracts/public-comment.contract.js';
import type { PublicResult } from '@forhoering/shared/contracts/result.contract.js';
import type { PublicTheme } from '@forhoering/shared/contracts/tag.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import { apiFilter, shownFilter } from '../../../../public-site/shown-filter';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const before = url.searchParams.get('before');
  const filter = shownFilter(url.searchParams);
  const path = `/public/consultations/${encodeURIComponent(params.slug)}`;
  const cursor = before === null ? '' : `&cursor=${encodeURIComponent(before)}`;
  const [consultation, comments, { items: themes }, badge, result] = await Promise.all([
    orErrorPage(api(fetch).get<PublicConsultationView>(path)),
    orErrorPage(api(fetch).get<PublicCommentPage>(`${path}/comments?limit=50${cursor}${apiFilter(filter)}`)),
    orErrorPage(api(fetch).get<{ items: PublicTheme[] }>(`${path}/themes`)),
    // Shown only where the municipality says so; without it the page is whole.
    api(fetch)
      .get<ResponseBadge>(`${path}/response-badge`)
      .catch(() => null),
    // There from the day the municipality has told what it did.
    api(fetch)
      .get<PublicResult>(`${path}/result`)
      .catch(() => null),
  ]);
  return {
    consultation,
    comments,
    themes,
    badge,
    hasResult: result !== null,
    filter,
    before,
    pins: consultation.placeCount,
  };
};
