import { RunImportJob } from './comments/import/run-import.job.js';
import { SendReceiptJob } from './comments/send-receipt.job.js';
import { RunExportJob } from './exports/run-export.job.js';
import { OpenConversationJob } from './inbox/open-conversation.job.js';
import { OwnReplySeenJob } from './inbox/own-reply-seen.job.js';
import { ReleaseOwnerJob } from './inbox/release-owner.job.js';
import { SendAnswerMailJob } from './inbox/send-answer-mail.job.js';
import { SendAnswerToChannelJob } from './inbox/send-answer-to-channel.job.js';
import { WithdrawPostsJob } from './publishing/withdraw-posts.job.js';
import { SendResultMailsJob } from './results/send-result-mails.job.js';
import { TaggedQuestionJob } from './inbox/tagged-question.job.js';

/**
 * Who does which jobs. Those in one row share a queue and are done in this order; when one of them fails all are done again,
 * so a slow mail server must not stand before what is quick.
 */
export const HANDLERS = [
  [OpenConversationJob, SendReceiptJob],
  [RunImportJob],
  [RunExportJob],
  [SendAnswerMailJob],
  [TaggedQuestionJob],
  [ReleaseOwnerJob],
  [SendResultMailsJob],
  [SendAnswerToChannelJob],
  [OwnReplySeenJob],
  [WithdrawPostsJob],
];
