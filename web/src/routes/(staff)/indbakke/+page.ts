import type { DepartmentView } from '@forhoering/shared/contracts/session.contract.js';
import { api } from '../../../lib/api';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
  departments: (await api(fetch).get<{ items: DepartmentView[] }>('/departments')).items,
});
