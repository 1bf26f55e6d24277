import { Injectable } from '@nestjs/common';
import { formatDateTimeSentence } from '@forhoering/shared/time/format-time.js';
import { maskForIndex } from '@forhoering/shared/screening/screen-comment.js';
import { Database } from '../platform/database/database.js';
import { Mailer } from '../platform/mail/mailer.js';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import { KeyRing } from '../platform/keys/keys.js';
import { CommentsService } from './comments.service.js';
import { printedCode } from './private-link.js';
import { citizenDa, type CitizenWords } from '@forhoering/shared/i18n/citizen.da.js';
import { citizenEn } from '@forhoering/shared/i18n/citizen.en.js';
import type { CommentFinding, CommentLanguage } from '@forhoering/shared/contracts/comment.contract.js';

interface ReceiptRow {
  email: string | null;
  language: CommentLanguage;
  text: string;
  findings: CommentFinding[];
  received_at: Date;
  year: number;
  consultation_number: number;
  number: number;
  title: string;
  organisation: string;
  contact: string;
}

/** The receipt by mail: number, copy of the text, what happens next, the private link. */
@Injectable()
export class ReceiptMailService {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly comments: CommentsService,
    private readonly keys: KeyRing,
  ) {}

  /** At least once; the Message-ID stays the same, so a second one is recognised as the first. */
  async send(commentId: string): Promise<void> {
    const row = await this.db.queryOne<ReceiptRow>(
      `select m.email, m.language, m.text, m.findings, m.received_at, c.year, c.number as consultation_number, m.number, c.title, c.contact,
         (select name from organisation) as organisation
       from comment m join consultation c on c.id = m.consultation_id where m.id = $1`,
      [commentId],
    );
    if (!row?.email) return;
    const number = formatCommentNumber(row.year, row.consultation_number, row.number);
    await this.mailer.send({
      to: row.email,
      subject: wordsOf(row.language).mail.subject(number),
      messageId: `receipt.${commentId}`,
      text: receiptText(row, number, this.comments.privateUrl(commentId), printedCode(this.keys, commentId)),
    });
  }
}

const wordsOf = (language: CommentLanguage): CitizenWords => (language === 'en' ? citizenEn : citizenDa);

/** In the language of the page that the comment was written on. */
function receiptText(row: ReceiptRow, number: string, privateUrl: string, code: string): string {
  const t = wordsOf(row.language).mail;
  return [
    t.thanks(row.title),
    '',
    t.number(number, code),
    t.received(formatDateTimeSentence(row.received_at.toISOString(), row.language)),
    '',
    t.link,
    privateUrl,
    t.risk,
    '',
    t.wrote,
    // A CPR number never goes out by mail, not even back to the one who wrote it.
    maskForIndex(row.text, row.findings),
    '',
    row.contact === '' ? '' : t.questions(row.contact),
    row.organisation,
  ].join('\n');
}
