import { fail, redirect } from '@sveltejs/kit';
import type { PrivateCommentView } from '@forhoering/shared/contracts/comment.contract.js';
import type { CommentTreatment } from '@forhoering/shared/contracts/result.contract.js';
import { api, ApiProblem } from '../../../../lib/api';
import { inLanguage } from '../../../../lib/citizen-words';
import { isAway, orErrorPage } from '../../../../lib/load';
import { notSaved, postedForm, textField } from '../../../../lib/text-field';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const linkOf = (token: string): string => `/public/private-links/${encodeURIComponent(token)}`;

export const load: PageServerLoad = async ({ fetch, params, url, setHeaders }) => {
  // The address is the secret: it is not kept by caches and not told to the next page.
  setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
  const [comment, treatment] = await Promise.all([
    orErrorPage(api(fetch).get<PrivateCommentView>(linkOf(params.token))),
    // There from the day the municipality has told what it did.
    api(fetch)
      .get<CommentTreatment>(`${linkOf(params.token)}/treatment`)
      .catch(() => null),
  ]);
  return {
    comment,
    treatment,
    followed: url.searchParams.has('foelger'),
    fresh: url.searchParams.has('tak'),
    edited: url.searchParams.has('rettet'),
    privateUrl: url.origin + url.pathname,
    codeAddress: `${url.host}/m`,
  };
};

const back = ({ params, locals }: RequestEvent, mark: string): never =>
  redirect(303, inLanguage(`/m/${encodeURIComponent(params.token)}${mark}`, locals.language));

export const actions: Actions = {
  ret: async (event) => {
    const form = await postedForm(event.request);
    const typed = { text: textField(form, 'text'), name: textField(form, 'name') };
    try {
      const version = Number(textField(form, 'version'));
      await api(event.fetch).put<PrivateCommentView>(linkOf(event.params.token), { ...typed, version });
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      if (await isAway(refusal.problem, () => api(event.fetch).get(linkOf(event.params.token)))) notSaved(form);
      return fail(refusal.problem.status === 0 ? 503 : refusal.problem.status, { typed, problem: refusal.problem });
    }
    return back(event, '?rettet');
  },
  navn: async (event) => {
    const showName = textField(await postedForm(event.request), 'showName') === 'ja';
    await orErrorPage(api(event.fetch).put(`${linkOf(event.params.token)}/name`, { showName }));
    return back(event, '');
  },
  foelg: async (event) => {
    const form = await postedForm(event.request);
    const email = textField(form, 'email').trim();
    const input = {
      answers: textField(form, 'answers') === 'ja',
      result: textField(form, 'result') === 'ja',
      ...(email === '' ? {} : { email }),
    };
    try {
      await api(event.fetch).put(`${linkOf(event.params.token)}/follow`, input);
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem) || refusal.problem.errors === undefined)
        return orErrorPage(Promise.reject(refusal));
      return fail(refusal.problem.status, { followProblem: refusal.problem });
    }
    return back(event, '?foelger#foelg');
  },
  traek: async (event) => {
    await orErrorPage(api(event.fetch).post(`${linkOf(event.params.token)}/withdraw`));
    return back(event, '');
  },
};
