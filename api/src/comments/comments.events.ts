import type { Queue } from '../platform/jobs/jobs.service.js';

/** A citizen's comment was stored. Features above listen by handling the job. */
export const COMMENT_RECEIVED: Queue<{ commentId: string }> = {
  name: 'comment-received',
  retryLimit: 10,
  expireInSeconds: 120,
};
