import type { Objections } from '@forhoering/shared/contracts/objection.contract.js';
import type { ResultView } from '@forhoering/shared/contracts/result.contract.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => {
  const base = `/consultations/${params.id}`;
  const [result, objections] = await Promise.all([
    orErrorPage(api(fetch).get<ResultView>(`${base}/result`)),
    orErrorPage(api(fetch).get<Objections>(`${base}/objections`)),
  ]);
  return { result, objections };
};
