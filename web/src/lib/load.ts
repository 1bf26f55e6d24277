import { error } from '@sveltejs/kit';
import type { Problem } from '@forhoering/shared/contracts/problem.contract.js';
import { ApiProblem } from './api';

/** Whether a refusal is ours and not the writer's, and the page around the form cannot be read either. */
export async function isAway(problem: Problem, readPage: () => Promise<unknown>): Promise<boolean> {
  if (problem.status > 0 && problem.status < 500) return false;
  return readPage().then(
    () => false,
    () => true,
  );
}

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
