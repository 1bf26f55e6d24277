import { fail, redirect } from '@sveltejs/kit';
import type { SupportView } from '@forhoering/shared/contracts/official-answer.contract.js';
import { api, ApiProblem } from '../../../../../lib/api';
import { inLanguage } from '../../../../../lib/citizen-words';
import { postedForm, textField } from '../../../../../lib/text-field';
import type { Actions, PageServerLoad } from './$types';

const COOKIE = 'forhoering_enig';
const HALF_A_YEAR = 180 * 24 * 3600;

/** The page is only where the button without script leads; there is nothing to see before it is pressed. */
export const load: PageServerLoad = ({ params, locals, request, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  if (request.method === 'GET') redirect(303, inLanguage(`/f/${params.slug}`, locals.language));
  return { slug: params.slug };
};

export const actions: Actions = {
  default: async ({ request, fetch, params, cookies, url }) => {
    const form = await postedForm(request);
    const number = textField(form, 'number');
    const supported = textField(form, 'undo') === '';
    // Set only by the one who presses, for this alone.
    const browser = cookies.get(COOKIE) ?? crypto.randomUUID();
    cookies.set(COOKIE, browser, {
      path: '/f',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      maxAge: HALF_A_YEAR,
    });
    try {
      const path = `/public/consultations/${encodeURIComponent(params.slug)}/comments/${encodeURIComponent(number)}/support`;
      return { number, ...(await api(fetch).post<SupportView>(path, { supported, browser })) };
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      return fail(refusal.problem.status || 503, { number, problem: refusal.problem });
    }
  },
};
