import { fail, redirect } from '@sveltejs/kit';
import type { CommentReceipt } from '@forhoering/shared/contracts/comment.contract.js';
import { parseCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { ChallengeView } from '@forhoering/shared/contracts/official-answer.contract.js';
import type { Problem } from '@forhoering/shared/contracts/problem.contract.js';
import type { PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import type { PublicCommentPage } from '@forhoering/shared/contracts/public-comment.contract.js';
import { api, ApiProblem } from '../../../../../lib/api';
import { inLanguage } from '../../../../../lib/citizen-words';
import { isAway, orErrorPage } from '../../../../../lib/load';
import { questionAnswers, typedComment, typedPoint } from '../../../../../public-site/typed-comment';
import { uploadPhotos } from '../../../../../public-site/upload-photos';
import { notSaved, postedForm, textField } from '../../../../../lib/text-field';
import type { Actions, PageServerLoad } from './$types';

const readConsultation = (fetch: typeof globalThis.fetch, slug: string): Promise<PublicConsultationView> =>
  api(fetch).get<PublicConsultationView>(`/public/consultations/${encodeURIComponent(slug)}`);

export const load: PageServerLoad = async ({ fetch, params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const consultation = await orErrorPage(readConsultation(fetch, params.slug));
  const number = parseCommentNumber(url.searchParams.get('svar') ?? '')?.number;
  if (number === undefined || !consultation.allowReplies) return { consultation, replyTo: null };
  const { items } = await orErrorPage(
    api(fetch).get<PublicCommentPage>(
      `/public/consultations/${encodeURIComponent(params.slug)}/comments?limit=1&cursor=${number + 1}`,
    ),
  );
  const target = items[0];
  const found = target !== undefined && parseCommentNumber(target.number)?.number === number;
  return { consultation, replyTo: found ? { number: target.number, text: target.text } : ('gone' as const) };
};

/** What the browser is asked to do, out of the refusal that asks for it. */
function challengeOf({ code, params }: Problem): ChallengeView | null {
  const { challenge, bits } = params ?? {};
  if (code !== 'proof-of-work-required' || typeof challenge !== 'string' || typeof bits !== 'number') return null;
  return { challenge, bits };
}

/** The channel of the shared link: it stands in the address of the page that the form was sent from. */
function linkOf(referer: string | null): string | undefined {
  return referer !== null && URL.canParse(referer) ? (new URL(referer).searchParams.get('k') ?? undefined) : undefined;
}

export const actions: Actions = {
  default: async ({ request, fetch, params, locals }) => {
    const form = await postedForm(request);
    const field = (name: string): string => textField(form, name);
    const typed = typedComment(form);
    const via = linkOf(request.headers.get('referer'));
    let receipt: CommentReceipt;
    const photos = await uploadPhotos(fetch, params.slug, form, typed.photos, locals.language);
    typed.photos = photos.tokens;
    // What is uploaded stays uploaded, also when the rest has to be sent again.
    form.delete('photoToken');
    for (const token of typed.photos) form.append('photoToken', token);
    const readPage = () => readConsultation(fetch, params.slug);
    if (photos.problem) {
      if (await isAway(photos.problem, readPage)) notSaved(form);
      return fail(photos.problem.status, { typed, problem: photos.problem, proof: null });
    }
    if (form.has('switchLanguage')) return { typed, problem: null, proof: null };
    const point = typedPoint(typed);
    try {
      const body = {
        text: typed.text,
        name: typed.name,
        email: typed.email,
        place: typed.place,
        speaksAs: typed.speaksAs,
        organisation: typed.organisation,
        nameProtected: typed.nameProtected,
        questionAnswers: questionAnswers(typed),
        photos: typed.photos,
        ...(point === undefined ? {} : { point }),
        language: locals.language,
        idempotencyKey: field('idempotencyKey'),
        proof: field('proof'),
        // No key: no script, and so nobody who could do the work. A person looks at it instead.
        mayWait: field('idempotencyKey') === '',
        replyTo: field('replyTo'),
        website: field('website'),
        ...(via === undefined ? {} : { via }),
      };
      receipt = await api(fetch).post<CommentReceipt>(
        `/public/consultations/${encodeURIComponent(params.slug)}/comments`,
        body,
      );
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      const { problem } = refusal;
      if (await isAway(problem, readPage)) notSaved(form);
      return fail(problem.status === 0 ? 503 : problem.status, { typed, problem, proof: challengeOf(problem) });
    }
    redirect(303, inLanguage(`${new URL(receipt.privateUrl).pathname}?tak`, locals.language));
  },
};
