import { fail, redirect } from '@sveltejs/kit';
import type { CommentReceipt } from '@forhoering/shared/contracts/comment.contract.js';
import type { PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import { api, ApiProblem } from '../../../../../lib/api';
import { inLanguage } from '../../../../../lib/citizen-words';
import { orErrorPage } from '../../../../../lib/load';
import { questionAnswers, typedComment, typedPoint } from '../../../../../public-site/typed-comment';
import { uploadPhotos } from '../../../../../public-site/upload-photos';
import { textField } from '../../../../../lib/text-field';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return {
    consultation: await orErrorPage(
      api(fetch).get<PublicConsultationView>(`/public/consultations/${encodeURIComponent(params.slug)}`),
    ),
  };
};

/** The channel of the shared link: it stands in the address of the page that the form was sent from. */
function linkOf(referer: string | null): string | undefined {
  return referer !== null && URL.canParse(referer) ? (new URL(referer).searchParams.get('k') ?? undefined) : undefined;
}

export const actions: Actions = {
  default: async ({ request, fetch, params, locals }) => {
    const form = await request.formData();
    const field = (name: string): string => textField(form, name);
    const typed = typedComment(form);
    const via = linkOf(request.headers.get('referer'));
    let receipt: CommentReceipt;
    const photos = await uploadPhotos(fetch, params.slug, form, typed.photos, locals.language);
    typed.photos = photos.tokens;
    if (photos.problem) return fail(photos.problem.status, { typed, problem: photos.problem });
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
        website: field('website'),
        ...(via === undefined ? {} : { via }),
      };
      receipt = await api(fetch).post<CommentReceipt>(
        `/public/consultations/${encodeURIComponent(params.slug)}/comments`,
        body,
      );
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) throw refusal;
      return fail(refusal.problem.status === 0 ? 503 : refusal.problem.status, { typed, problem: refusal.problem });
    }
    redirect(303, inLanguage(`${new URL(receipt.privateUrl).pathname}?tak`, locals.language));
  },
};
