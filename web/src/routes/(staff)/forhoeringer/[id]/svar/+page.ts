import type { OfficialAnswerView } from '@forhoering/shared/contracts/official-answer.contract.js';
import { api } from '../../../../../lib/api';
import { orErrorPage } from '../../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params }) => ({
  answers: (
    await orErrorPage(api(fetch).get<{ items: OfficialAnswerView[] }>(`/consultations/${params.id}/official-answers`))
  ).items,
});
