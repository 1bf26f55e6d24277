import { redirect } from '@sveltejs/kit';
import type { ConsultationSummary } from '@forhoering/shared/contracts/consultation.contract.js';
import type { OrganisationView, SessionView } from '@forhoering/shared/contracts/session.contract.js';
import { api, ApiProblem } from '../../lib/api';
import type { LayoutLoad } from './$types';

/** Staff pages are an application in the browser; the server only hands it out. */
export const ssr = false;

export const load: LayoutLoad = async ({ fetch, url, depends }) => {
  depends('app:consultations');
  try {
    const [session, consultations, organisation] = await Promise.all([
      api(fetch).get<SessionView>('/session'),
      api(fetch).get<{ items: ConsultationSummary[] }>('/consultations'),
      api(fetch).get<OrganisationView>('/organisation'),
    ]);
    return { session, consultations: consultations.items, organisation };
  } catch (refusal) {
    if (refusal instanceof ApiProblem && refusal.problem.status === 401)
      redirect(302, `/log-ind?til=${encodeURIComponent(url.pathname)}`);
    throw refusal;
  }
};
