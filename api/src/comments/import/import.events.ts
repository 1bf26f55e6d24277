import type { Queue } from '../../platform/jobs/jobs.service.js';

export const IMPORT_REQUESTED: Queue<{ importId: string }> = {
  name: 'import-requested',
  retryLimit: 5,
  expireInSeconds: 3_600,
};
