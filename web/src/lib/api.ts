import type { Problem } from '@forhoering/shared/contracts/problem.contract.js';

/** A refusal of the API, as problem details. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ApiProblem';
  }
}

/** What the network does when it is gone, in the API's own form, so that callers handle one thing. */
const OFFLINE: Problem = {
  type: 'urn:forhoering:problem:offline',
  title: 'Der er ingen forbindelse',
  status: 0,
  code: 'offline',
  detail: 'Det er ikke gemt. Prøv igen, når du har net.',
};

type Fetch = typeof fetch;

async function call<T>(fetch: Fetch, method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : body instanceof FormData
          ? { body }
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch {
    throw new ApiProblem(OFFLINE);
  }
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  throw new ApiProblem(
    isProblem(answer)
      ? answer
      : {
          ...OFFLINE,
          status: response.status,
          code: 'internal',
          title: 'Noget gik galt hos os',
          detail: 'Prøv igen om lidt.',
        },
  );
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value;
}

/** The API's routes under `/api/v1`. Refusals are thrown as `ApiProblem`. */
export function api(fetch: Fetch) {
  return {
    get: <T>(path: string) => call<T>(fetch, 'GET', path),
    post: <T>(path: string, body: unknown = {}) => call<T>(fetch, 'POST', path, body),
    put: <T>(path: string, body: unknown) => call<T>(fetch, 'PUT', path, body),
    patch: <T>(path: string, body: unknown) => call<T>(fetch, 'PATCH', path, body),
    delete: (path: string) => call<undefined>(fetch, 'DELETE', path),
  };
}
