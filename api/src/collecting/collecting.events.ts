import type { Queue } from '../platform/jobs/jobs.service.js';

/** The municipality has written below one of its posts, on the network itself. Features above listen by handling the job. */
export const OWN_REPLY_SEEN: Queue<{ replyId: string }> = {
  name: 'own-reply-seen',
  retryLimit: 10,
  expireInSeconds: 120,
};
