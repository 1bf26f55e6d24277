import type { Queue } from '../platform/jobs/jobs.service.js';

/** A person said with a tag that somebody waits for an answer. */
export const QUESTION_TAGGED: Queue<{ commentId: string }> = {
  name: 'question-tagged',
  retryLimit: 10,
  expireInSeconds: 60,
};
