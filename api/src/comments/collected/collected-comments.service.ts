import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { nextCommentState, type Channel } from '@forhoering/shared/comments/comment-states.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { maskForIndex, screenComment } from '@forhoering/shared/screening/screen-comment.js';
import { cleanText, cutText } from '@forhoering/shared/text/clean-text.js';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { announcePublicAddition, announcePublicChange } from '../../platform/database/public-change.js';
import { query, queryOne, type Tx } from '../../platform/database/sql.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { importKey, statesAfterEdit, statesAfterScreening } from '../comment.rules.js';
import { COMMENT_RECEIVED } from '../comments.events.js';
import { CommentsService } from '../comments.service.js';
import { PrivateCommentRepository } from '../private-comment.repository.js';

/** A comment as another network has it. */
export interface CollectedComment {
  consultationId: string;
  channel: Channel;
  /** Which profile's post it lies under. */
  source: string;
  externalId: string;
  parentExternalId: string | null;
  parentId: string | null;
  text: string;
  authorName: string;
  permalink: string | null;
  /** The network's own time. */
  at: Date;
  /** Said to the municipality by name: it waits for an answer, whatever its words. */
  addressed?: boolean;
}

/** Comments that were written elsewhere: they are screened as ours are, and follow what their writers do with them. */
@Injectable()
export class CollectedCommentsService {
  constructor(
    private readonly clock: Clock,
    private readonly comments: CommentsService,
    private readonly versions: PrivateCommentRepository,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  /** What the register knows a text by. */
  hashOf(text: string): Buffer {
    return createHash('sha256').update(collectedText(text)).digest();
  }

  /**
   * One that came in before by hand: a pasted thread, a file. What was taken back with its import is not it.
   * @returns its id
   */
  async known(tx: Tx, comment: CollectedComment): Promise<string | null> {
    const row = await queryOne<{ id: string }>(tx, KNOWN, [
      comment.consultationId,
      comment.channel,
      comment.externalId,
      this.hashOf(comment.text),
      nameOf(comment),
    ]);
    if (row) await query(tx, BETTER_KNOWN, [row.id, comment.externalId, comment.at, comment.permalink]);
    return row?.id ?? null;
  }

  /** @returns the new comment's id; null when the consultation takes none (it was never opened) */
  async collect(tx: Tx, comment: CollectedComment): Promise<string | null> {
    const said = this.screened(comment);
    const stored = await queryOne<{ id: string; state: string }>(tx, COLLECT, [
      comment.consultationId,
      uuidv7(),
      comment.channel,
      said.text,
      nameOf(comment),
      said.states.afterReview,
      said.states.atOnce,
      said.states.staffOnly,
      this.clock.now(),
      comment.at,
      comment.source,
      comment.externalId,
      comment.permalink,
      comment.parentId,
      comment.parentExternalId,
      said.flags,
      JSON.stringify(said.findings),
      said.textHash,
      importKey(comment.channel, comment.externalId, said.textHash.toString('hex')),
      said.searchText,
    ]);
    if (!stored) return null;
    await this.record(tx, comment.consultationId, stored.id, 'comment.collect', {
      channel: comment.channel,
      state: stored.state,
    });
    await this.jobs.enqueue(tx, COMMENT_RECEIVED, { commentId: stored.id, addressed: comment.addressed ?? false });
    if (stored.state === 'public') await announcePublicAddition(tx, comment.consultationId);
    return stored.id;
  }

  /** The writer has changed it where it stands. What a person decided about the old words is decided anew. */
  async edited(tx: Tx, id: string, comment: CollectedComment): Promise<void> {
    const before = await this.comments.forChange(tx, id);
    const said = this.screened(comment);
    if (before.state === 'withdrawn' || before.textHash.equals(said.textHash)) return;
    await this.versions.keepVersion(tx, before, this.clock.now());
    const states = statesAfterEdit(before.state, said.hold);
    await query(tx, EDITED, [
      id,
      said.text,
      said.searchText,
      said.textHash,
      JSON.stringify(said.findings),
      said.flags,
      states.afterReview,
      states.atOnce,
      states.staffOnly,
    ]);
    await this.record(tx, before.consultationId, id, 'comment.upstreamEdit', { from: before.state });
    await announcePublicChange(tx, before.consultationId);
  }

  /** The writer, or the network, has taken it away: out of what the public sees, and kept on record. */
  async gone(tx: Tx, id: string): Promise<void> {
    const before = await this.comments.forChange(tx, id);
    const state = nextCommentState(before.state, 'withdraw');
    if (state === null) return;
    await this.comments.setState(tx, { ...before, state, publicText: null, publicAuthor: null, publicPlace: null });
    await this.record(tx, before.consultationId, id, 'comment.upstreamGone', { from: before.state, to: state });
  }

  private screened(comment: CollectedComment) {
    const text = collectedText(comment.text);
    const { findings, flags, hold } = screenComment({
      text,
      name: nameOf(comment),
      honeypot: '',
      spamHold: this.comments.spamHold,
    });
    return {
      text,
      findings,
      flags,
      hold,
      states: statesAfterScreening(hold),
      searchText: maskForIndex(text, findings),
      textHash: createHash('sha256').update(text).digest(),
    };
  }

  private async record(tx: Tx, consultationId: string, id: string, action: string, data: object): Promise<void> {
    await this.audit.record(tx, {
      actor: null,
      action,
      subjectKind: 'comment',
      subjectId: id,
      consultationId,
      data: { ...data },
    });
  }
}

/** A picture or a sticker alone is a comment too. */
const collectedText = (text: string): string =>
  cutText(cleanText(text.toWellFormed()), LIMITS.staffCommentText) || '(uden tekst)';
const nameOf = ({ authorName }: CollectedComment): string | null =>
  cutText(cleanText(authorName.toWellFormed()), LIMITS.authorName) || null;

const KNOWN = `select id from (
    select m.id, 1 as rank, m.number from comment m where m.consultation_id = $1 and m.external_id = $3 and m.channel = $2
    union all
    select m.id, 2, m.number from comment m where m.consultation_id = $1 and m.text_hash = $4 and m.external_id is null and m.channel <> 'web'
      and m.channel = $2 and ($5::text is null or m.author_name is not distinct from $5)
  ) m where not exists (select 1 from collected_comment k where k.comment_id = m.id)
    and not exists (select 1 from comment w where w.id = m.id and w.state = 'withdrawn') order by rank, number limit 1`;

/** The network knows better than who pasted it. */
const BETTER_KNOWN = `update comment m set external_id = coalesce(m.external_id, $2), permalink = coalesce($4, m.permalink),
    upstream_at = n.at, upstream_approx = false,
    early = n.opens_at is not null and n.at < n.opens_at, late = n.closes_at is not null and n.at >= n.closes_at
  from (select b.id, c.opens_at, c.closes_at, case when b.upstream_approx or b.upstream_at is null then $3 else b.upstream_at end as at
    from comment b join consultation c on c.id = b.consultation_id where b.id = $1) n
  where m.id = n.id`;

/** A name that was shown elsewhere is nobody's choice to be shown here. */
const COLLECT = `
with target as (
  select c.*, case c.visibility when 'afterReview' then $6 when 'atOnce' then $7 else $8 end as first_state
  from consultation c where c.id = $1 and c.state in ('published', 'closed', 'standing')
)
insert into comment (id, consultation_id, number, state, channel, text, public_text, author_name, received_at, upstream_at, early, late, source,
  external_id, permalink, parent_id, parent_external_id, flags, findings, privacy_notice_id, text_hash, dedupe_key, clock_started_at, search)
select $2, t.id, nextval(('comment_number_' || replace(t.id::text, '-', ''))::regclass), t.first_state, $3, $4,
  case when t.first_state = 'public' then $4 end, $5, $9, $10,
  t.opens_at is not null and $10 < t.opens_at, t.closes_at is not null and $10 >= t.closes_at, $11,
  $12, $13, $14, $15, $16, $17, t.privacy_notice_id, $18, $19, $10, to_tsvector('danish', $20)
from target t returning id, state`;

const EDITED = `update comment m set text = $2, search = to_tsvector('danish', $3), text_hash = $4, findings = $5, flags = $6,
  state = n.state, hidden_reason = null, edited_at = app_now(), version = m.version + 1,
  public_text = case when n.state = 'public' then $2 end, public_author = case when n.state = 'public' then m.public_author end,
  public_place = null
  from (select c.id, case c.visibility when 'afterReview' then $7 when 'atOnce' then $8 else $9 end as state from consultation c) n
  where m.id = $1 and n.id = m.consultation_id`;
