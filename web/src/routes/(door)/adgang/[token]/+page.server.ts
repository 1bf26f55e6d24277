import { fail, redirect } from '@sveltejs/kit';
import type { OneTimeLinkView, SessionView } from '@forhoering/shared/contracts/session.contract.js';
import { api, ApiProblem } from '../../../../lib/api';
import { passCookies } from '../../../../lib/pass-cookies';
import { postedForm, textField } from '../../../../lib/text-field';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params }) => {
  try {
    return {
      link: await api(fetch).get<OneTimeLinkView>(`/one-time-links/${encodeURIComponent(params.token)}`),
      problem: null,
    };
  } catch (refusal) {
    if (refusal instanceof ApiProblem) return { link: null, problem: refusal.problem };
    throw refusal;
  }
};

export const actions: Actions = {
  default: async ({ request, fetch, cookies, params }) => {
    const form = await postedForm(request);
    const typed = { email: textField(form, 'email'), name: textField(form, 'name') };
    const purpose = form.get('purpose');
    try {
      const person = purpose === 'setup' ? typed : {};
      await passCookies(fetch, cookies, async (own) =>
        api(own).post<SessionView>('/one-time-links', {
          token: params.token,
          password: textField(form, 'password'),
          ...person,
        }),
      );
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      return fail(refusal.problem.status === 0 ? 503 : refusal.problem.status, { typed, problem: refusal.problem });
    }
    redirect(303, purpose === 'setup' ? '/kommunen?foerste' : '/start');
  },
};
