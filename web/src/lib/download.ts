import type { Problem } from '@forhoering/shared/contracts/problem.contract.js';
import { ApiProblem } from './api';

/** Fetches a file that takes a moment to make, and saves it: a refusal can then be said on the page. @throws ApiProblem */
export async function download(path: string, name: string): Promise<void> {
  const offline = {
    type: '',
    title: 'Der er ingen forbindelse',
    status: 0,
    code: 'offline',
    detail: 'Prøv igen, når du har net.',
  };
  let answer: Response;
  try {
    answer = await fetch(`/api/v1${path}`);
  } catch {
    throw new ApiProblem(offline);
  }
  if (!answer.ok) {
    const problem: unknown = await answer.json().catch(() => null);
    const known = typeof problem === 'object' && problem !== null && 'title' in problem;
    throw new ApiProblem(
      known ? (problem as Problem) : { ...offline, title: 'Noget gik galt hos os', detail: 'Prøv igen om lidt.' },
    );
  }
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
