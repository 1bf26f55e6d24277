import { COMMENT_RECEIVED } from './comments/comments.events.js';
import { IMPORT_REQUESTED } from './comments/import/import.events.js';
import { EXPORT_REQUESTED } from './exports/exports.events.js';
import { ANSWER_MAIL } from './inbox/inbox.events.js';

/** Every queue, so that a job can be enqueued before any worker has started. */
export const QUEUES = [COMMENT_RECEIVED, IMPORT_REQUESTED, EXPORT_REQUESTED, ANSWER_MAIL];
