import type { UploadedPhoto } from '@forhoering/shared/contracts/file.contract.js';
import type { Problem } from '@forhoering/shared/contracts/problem.contract.js';
import { fieldWords, problemWords } from '@forhoering/shared/i18n/problems.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { api, ApiProblem } from '../lib/api';
import type { Language } from '../lib/citizen-words';

/**
 * Uploads the photos of a form, one after the other. What is uploaded is kept whatever happens to the rest: its token goes back
 * into the form.
 * @param before tokens that the form carried already
 */
export async function uploadPhotos(
  fetch: typeof globalThis.fetch,
  slug: string,
  form: FormData,
  before: string[],
  language: Language,
): Promise<{ tokens: string[]; problem?: Problem }> {
  const files = form.getAll('photo').filter((value) => value instanceof File && value.size > 0) as File[];
  const tokens = [...before];
  if (tokens.length + files.length > LIMITS.photosPerComment)
    return { tokens, problem: refusal('photo-too-many', LIMITS.photosPerComment, language) };
  if (files.some((file) => file.size > LIMITS.pictureBytes))
    return { tokens, problem: refusal('photo-too-large', LIMITS.pictureBytes / 1024 / 1024, language) };
  for (const file of files) {
    const body = new FormData();
    body.set('file', file);
    try {
      const { token } = await api(fetch).post<UploadedPhoto>(
        `/public/consultations/${encodeURIComponent(slug)}/photos`,
        body,
      );
      tokens.push(token);
    } catch (failed) {
      if (!(failed instanceof ApiProblem)) throw failed;
      return { tokens, problem: { ...failed.problem, status: failed.problem.status || 503 } };
    }
  }
  return { tokens };
}

/** Said here and not by the API: ten large files need not travel further to be refused. */
function refusal(code: string, max: number, language: Language): Problem {
  const { title, detail } = problemWords('validation', language, {});
  const message = fieldWords(code, language, { max });
  return {
    type: 'urn:forhoering:problem:validation',
    title,
    detail,
    status: 422,
    code: 'validation',
    errors: [{ field: 'photos', code, message }],
  };
}
