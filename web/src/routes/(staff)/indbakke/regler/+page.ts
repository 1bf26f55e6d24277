import type { DepartmentHeadView } from '@forhoering/shared/contracts/department-head.contract.js';
import type { AnswererView, DutyView, InboxSettings } from '@forhoering/shared/contracts/inbox.contract.js';
import type { LeaveView } from '@forhoering/shared/contracts/leave.contract.js';
import type { DepartmentView } from '@forhoering/shared/contracts/session.contract.js';
import { api } from '../../../../lib/api';
import { orErrorPage } from '../../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, depends }) => {
  depends('app:inbox-settings');
  const get = api(fetch).get;
  const [settings, duties, departments, answerers, heads, leaves] = await orErrorPage(
    Promise.all([
      get<InboxSettings>('/inbox-settings'),
      get<{ items: DutyView[] }>('/duties'),
      get<{ items: DepartmentView[] }>('/departments'),
      get<{ items: AnswererView[] }>('/inbox/answerers'),
      get<{ items: DepartmentHeadView[] }>('/department-heads'),
      get<{ items: LeaveView[] }>('/leaves'),
    ]),
  );
  return {
    settings,
    duties: duties.items,
    departments: departments.items,
    answerers: answerers.items,
    heads: heads.items,
    leaves: leaves.items,
  };
};
