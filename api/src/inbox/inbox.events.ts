import type { Queue } from '../platform/jobs/jobs.service.js';

/** An answer goes to the address that the citizen left. */
export const ANSWER_MAIL: Queue<{ answerId: string }> = {
  name: 'answer-mail',
  // A mail server may be away for a day: with the longest pause of five minutes this is more than two.
  retryLimit: 700,
  expireInSeconds: 120,
};

/** An answer goes below the question, on the network where it was asked. */
export const ANSWER_TO_CHANNEL: Queue<{ answerId: string }> = {
  name: 'answer-to-channel',
  retryLimit: 20,
  expireInSeconds: 60,
};
