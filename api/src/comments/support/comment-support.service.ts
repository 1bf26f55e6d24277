import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parseCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { SupportInput, SupportView } from '@forhoering/shared/contracts/official-answer.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { ConsultationsService } from '../../consultations/consultations.service.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { query, queryOne, type Tx } from '../../platform/database/sql.js';
import { notFound, ProblemError } from '../../platform/http/problem-error.js';
import { KeyRing } from '../../platform/keys/keys.js';
import { networkHash } from '../network.js';

/**
 * "Enig": once a browser, softly capped by network, shown as indicative. It says how many pressed, never how many people there are.
 * The cached page is not emptied by it: the count there is at most a minute old.
 */
@Injectable()
export class CommentSupportService {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    private readonly config: Config,
    private readonly consultations: ConsultationsService,
  ) {}

  /** Sets or takes back the support of one browser. Twice is once. @throws 404, 409 when closed, 429 `support-network-full` */
  async set(slug: string, number: string, input: SupportInput, address: string): Promise<SupportView> {
    await this.consultations.requireOpen(slug);
    const consultationId = await this.consultations.publicIdFast(slug);
    const parsed = parseCommentNumber(number);
    if (parsed === null) throw notFound();
    return this.db.transaction(async (tx) => {
      const comment = await queryOne<{ id: string }>(
        tx,
        `select id from comment where consultation_id = $1 and number = $2 and state = 'public' for update`,
        [consultationId, parsed.number],
      );
      if (!comment) throw notFound();
      const browser = createHash('sha256').update(`${comment.id}:${input.browser}`).digest();
      if (input.supported) await this.add(tx, comment.id, browser, networkHash(this.keys, address));
      else
        await query(tx, 'delete from comment_support where comment_id = $1 and browser_hash = $2', [
          comment.id,
          browser,
        ]);
      const row = await queryOne<{ support_count: number }>(
        tx,
        `update comment set support_count = (select count(*) from comment_support where comment_id = $1) where id = $1 returning support_count`,
        [comment.id],
      );
      return { count: row?.support_count ?? 0, supported: input.supported };
    });
  }

  /** Networks are only needed for the cap. */
  async wipeNetworks(): Promise<void> {
    await this.db.query(
      `update comment_support set network_hash = null where network_hash is not null and created_at < app_now() - interval '1 hour'`,
    );
  }

  private async add(tx: Tx, commentId: string, browser: Buffer, network: Buffer): Promise<void> {
    const row = await queryOne<{ from_network: number; there: boolean }>(
      tx,
      `select count(*) filter (where network_hash = $2)::int as from_network, bool_or(browser_hash = $3) as there
       from comment_support where comment_id = $1`,
      [commentId, network, browser],
    );
    if (row?.there === true) return;
    if (this.config.rateLimit && (row?.from_network ?? 0) >= LIMITS.supportPerNetwork)
      throw new ProblemError(429, 'support-network-full');
    await query(
      tx,
      `insert into comment_support (comment_id, browser_hash, network_hash, created_at) values ($1, $2, $3, app_now())
       on conflict do nothing`,
      [commentId, browser, network],
    );
  }
}
