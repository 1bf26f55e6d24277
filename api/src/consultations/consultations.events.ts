import type { Queue } from '../platform/jobs/jobs.service.js';

/** A draft was thrown away: what others have planned for it comes to an end. */
export const CONSULTATION_DISCARDED: Queue<{ consultationId: string }> = {
  name: 'consultation-discarded',
  retryLimit: 10,
  expireInSeconds: 120,
};
