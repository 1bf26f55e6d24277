import { OWN_REPLY_SEEN } from './collecting/collecting.events.js';
import { COMMENT_RECEIVED } from './comments/comments.events.js';
import { IMPORT_REQUESTED } from './comments/import/import.events.js';
import { CONSULTATION_DISCARDED } from './consultations/consultations.events.js';
import { EXPORT_REQUESTED } from './exports/exports.events.js';
import { RIGHTS_CHANGED } from './identity/identity.events.js';
import { ANSWER_MAIL, ANSWER_TO_CHANNEL } from './inbox/inbox.events.js';
import { RESULT_PUBLISHED } from './results/results.events.js';
import { QUESTION_TAGGED } from './tagging/tags.events.js';

/** Every queue, so that a job can be enqueued before any worker has started. */
export const QUEUES = [
  COMMENT_RECEIVED,
  IMPORT_REQUESTED,
  EXPORT_REQUESTED,
  ANSWER_MAIL,
  ANSWER_TO_CHANNEL,
  QUESTION_TAGGED,
  RIGHTS_CHANGED,
  RESULT_PUBLISHED,
  OWN_REPLY_SEEN,
  CONSULTATION_DISCARDED,
];
