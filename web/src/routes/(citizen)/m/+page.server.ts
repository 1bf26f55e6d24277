import { fail, redirect } from '@sveltejs/kit';
import type { PrivateLinkView } from '@forhoering/shared/contracts/comment.contract.js';
import { api, ApiProblem } from '../../../lib/api';
import { inLanguage } from '../../../lib/citizen-words';
import { postedForm, textField } from '../../../lib/text-field';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => setHeaders({ 'cache-control': 'no-store' });

/** Number and code from a receipt on paper lead to the private link. */
export const actions: Actions = {
  default: async ({ request, fetch, locals }) => {
    const form = await postedForm(request);
    const typed = { number: textField(form, 'number'), code: textField(form, 'code') };
    let link: PrivateLinkView;
    try {
      link = await api(fetch).post<PrivateLinkView>('/public/private-codes', typed);
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      return fail(refusal.problem.status === 0 ? 503 : refusal.problem.status, { typed, problem: refusal.problem });
    }
    redirect(303, inLanguage(new URL(link.privateUrl).pathname, locals.language));
  },
};
