import { error } from '@sveltejs/kit';
import { ApiProblem } from './api';

/** Turns a refusal into the page that says so. */
export async function orErrorPage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (refusal) {
    if (refusal instanceof ApiProblem)
      error(refusal.problem.status === 0 ? 503 : refusal.problem.status, {
        message: refusal.problem.title,
        code: refusal.problem.code,
      });
    throw refusal;
  }
}
