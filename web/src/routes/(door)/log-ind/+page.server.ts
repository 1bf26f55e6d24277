import { fail, redirect } from '@sveltejs/kit';
import { api, ApiProblem } from '../../../lib/api';
import { passCookies } from '../../../lib/pass-cookies';
import { postedForm, textField } from '../../../lib/text-field';
import type { Actions } from './$types';

/** Only a path of our own: a link must not send people on to a foreign site after signing in. */
function nextPath(url: URL): string {
  const next = url.searchParams.get('til') ?? '';
  return /^\/[a-z][\w/-]*(\?[\w=&-]*)?$/i.test(next) ? next : '/start';
}

export const actions: Actions = {
  default: async ({ request, fetch, cookies, url }) => {
    const form = await postedForm(request);
    const email = textField(form, 'email');
    try {
      await passCookies(fetch, cookies, async (own) =>
        api(own).post('/session', { email, password: textField(form, 'password') }),
      );
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      return fail(refusal.problem.status === 0 ? 503 : refusal.problem.status, { email, problem: refusal.problem });
    }
    redirect(303, nextPath(url));
  },
};
