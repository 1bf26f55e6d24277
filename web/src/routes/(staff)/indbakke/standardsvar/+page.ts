import type { AnswererView } from '@forhoering/shared/contracts/inbox.contract.js';
import type { SavedAnswerView } from '@forhoering/shared/contracts/saved-answer.contract.js';
import type { DepartmentView } from '@forhoering/shared/contracts/session.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('app:saved-answers');
  const get = api(fetch).get;
  const [answers, departments, answerers] = await orErrorPage(
    Promise.all([
      get<{ items: SavedAnswerView[] }>('/saved-answers'),
      get<{ items: DepartmentView[] }>('/departments'),
      get<{ items: AnswererView[] }>('/inbox/answerers'),
    ]),
  );
  return { answers: answers.items, departments: departments.items, answerers: answerers.items };
};
