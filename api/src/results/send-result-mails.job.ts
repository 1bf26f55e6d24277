import { Injectable } from '@nestjs/common';
import { citizenDa } from '@forhoering/shared/i18n/citizen.da.js';
import { citizenEn } from '@forhoering/shared/i18n/citizen.en.js';
import { CommentsService } from '../comments/comments.service.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { Mailer } from '../platform/mail/mailer.js';
import { ResultsRepository, type FollowerRow } from './results.repository.js';
import { RESULT_PUBLISHED } from './results.events.js';

/**
 * One mail for each address, at least once: it is marked after it went, and a second one after a crash has the same Message-ID.
 * Ends early when the result has been taken back meanwhile.
 */
@Injectable()
export class SendResultMailsJob implements JobHandler<{ consultationId: string }> {
  readonly queue = RESULT_PUBLISHED;

  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly comments: CommentsService,
    private readonly repository: ResultsRepository,
  ) {}

  async handle({ consultationId }: { consultationId: string }): Promise<void> {
    for (;;) {
      const rows = await this.repository.toTell(consultationId);
      if (rows.length === 0) return;
      for (const row of rows) if (!(await this.tell(consultationId, row))) return;
    }
  }

  private async tell(consultationId: string, row: FollowerRow): Promise<boolean> {
    if (!(await this.repository.of(consultationId))?.publishedAt) return false;
    const t = (row.language === 'en' ? citizenEn : citizenDa).resultMail;
    await this.mailer.send({
      to: row.email,
      subject: t.subject(row.title),
      messageId: `result.${row.comment_id}`,
      text: [
        t.intro(row.title),
        `${this.config.publicUrl}/f/${row.slug}/resultat${row.language === 'en' ? '?lang=en' : ''}`,
        t.own,
        this.comments.privateUrl(row.comment_id),
      ].join('\n\n'),
    });
    await this.db.transaction((tx) => this.repository.told(tx, consultationId, row.email));
    return true;
  }
}
