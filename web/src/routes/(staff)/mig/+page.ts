import { allows } from '@forhoering/shared/contracts/access.contract.js';
import type { InboxPreferences } from '@forhoering/shared/contracts/inbox.contract.js';
import { api } from '../../../lib/api';
import { orErrorPage } from '../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const { session } = await parent();
  const reads = allows(session.account.roles, 'inbox.read');
  return {
    /** null: somebody without an inbox. */
    preferences: reads ? await orErrorPage(api(fetch).get<InboxPreferences>('/inbox/preferences')) : null,
  };
};
