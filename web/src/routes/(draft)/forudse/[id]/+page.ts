import type { ConsultationView, PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import type { ConsultationFileView } from '@forhoering/shared/contracts/file.contract.js';
import type { DepartmentView } from '@forhoering/shared/contracts/session.contract.js';
import { draftOf, publicOf } from '../../../../consultations/editor/draft';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageLoad } from './$types';

/** For those who are signed in: drawn in the browser, so that the editor's frame can rewrite it while somebody types. */
export const ssr = false;

export const load: PageLoad = async ({ fetch, params, url }) => {
  const [view, organisation, departments, files] = await Promise.all([
    orErrorPage(api(fetch).get<ConsultationView>(`/consultations/${params.id}`)),
    orErrorPage(api(fetch).get<PublicOrganisation>('/public/organisation')),
    orErrorPage(api(fetch).get<{ items: DepartmentView[] }>('/departments')),
    orErrorPage(api(fetch).get<{ items: ConsultationFileView[] }>(`/consultations/${params.id}/files`)),
  ]);
  const departmentName = departments.items.find(({ id }) => id === view.departmentId)?.name ?? null;
  return {
    consultation: publicOf(draftOf(view), view, organisation, { departmentName, files: files.items }),
    language: url.searchParams.get('lang') === 'en' ? ('en' as const) : ('da' as const),
  };
};
