import type { Queue } from '../platform/jobs/jobs.service.js';

/** The result is there for everybody: who has asked is told. */
export const RESULT_PUBLISHED: Queue<{ consultationId: string }> = {
  name: 'result-published',
  // A mail server may be away for a day: with the longest pause of five minutes this is more than two.
  retryLimit: 700,
  expireInSeconds: 900,
};
