import { Injectable } from '@nestjs/common';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { CommentLanguage } from '@forhoering/shared/contracts/comment.contract.js';
import { citizenDa } from '@forhoering/shared/i18n/citizen.da.js';
import { citizenEn } from '@forhoering/shared/i18n/citizen.en.js';
import { CommentsService } from '../comments/comments.service.js';
import { Database } from '../platform/database/database.js';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { Mailer } from '../platform/mail/mailer.js';
import { AnswerArrivals } from './answer-arrivals.service.js';
import { ANSWER_MAIL } from './inbox.events.js';

interface MailRow {
  comment_id: string;
  email: string | null;
  language: CommentLanguage;
  year: number;
  consultation_number: number;
  number: number;
  title: string;
  text: string;
  signature: string;
}

/** The answer by mail, at least once; the Message-ID stays the same, so a second one is recognised as the first. */
@Injectable()
export class SendAnswerMailJob implements JobHandler<{ answerId: string }> {
  readonly queue = ANSWER_MAIL;
  readonly batch = 10;

  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly comments: CommentsService,
    private readonly arrivals: AnswerArrivals,
  ) {}

  async handle({ answerId }: { answerId: string }): Promise<void> {
    const row = await this.db.queryOne<MailRow>(
      `select m.id as comment_id, m.email, m.language, c.year, c.number as consultation_number, m.number, c.title, a.text, a.signature
       from answer a join answer_delivery d on d.answer_id = a.id and d.destination = 'mail' and d.state = 'queued'
         join comment m on m.id = a.comment_id join consultation c on c.id = m.consultation_id
       where a.id = $1 and m.state <> 'withdrawn'`,
      [answerId],
    );
    if (!row?.email) return;
    const t = row.language === 'en' ? citizenEn : citizenDa;
    const number = formatCommentNumber(row.year, row.consultation_number, row.number);
    await this.mailer.send({
      to: row.email,
      subject: t.answerMail.subject(number),
      messageId: `answer.${answerId}`,
      text: [
        t.answerMail.intro(row.title, number),
        row.text,
        row.signature,
        t.answerMail.link(this.comments.privateUrl(row.comment_id)),
      ].join('\n\n'),
    });
    await this.arrivals.mailed(answerId);
  }
}
