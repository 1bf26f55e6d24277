import type { Queue } from '../platform/jobs/jobs.service.js';

export const EXPORT_REQUESTED: Queue<{ exportId: string }> = {
  name: 'export-requested',
  retryLimit: 5,
  expireInSeconds: 3_600,
};
