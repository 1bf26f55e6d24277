import type { Queue } from '../platform/jobs/jobs.service.js';

/** An account was closed, or has other roles: what lay with it may need somebody else. */
export const RIGHTS_CHANGED: Queue<{ accountId: string }> = {
  name: 'rights-changed',
  retryLimit: 10,
  expireInSeconds: 120,
};
