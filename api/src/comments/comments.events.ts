import type { Queue } from '../platform/jobs/jobs.service.js';

/** `addressed`: said to the municipality by name, elsewhere. */
export interface CommentReceived {
  commentId: string;
  addressed?: boolean;
}

/** A citizen's comment was stored. Features above listen by handling the job. */
export const COMMENT_RECEIVED: Queue<CommentReceived> = {
  name: 'comment-received',
  retryLimit: 10,
  expireInSeconds: 120,
};
