import type { PublishFinding } from '@forhoering/shared/contracts/consultation.contract.js';
import type { DepartmentView } from '@forhoering/shared/contracts/session.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends }) => {
  depends('app:consultation');
  const [departments, checklist] = await Promise.all([
    orErrorPage(api(fetch).get<{ items: DepartmentView[] }>('/departments')),
    orErrorPage(api(fetch).get<{ findings: PublishFinding[] }>(`/consultations/${params.id}/checklist`)),
  ]);
  return { departments: departments.items, findings: checklist.findings };
};
