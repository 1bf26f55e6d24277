import { Injectable } from '@nestjs/common';
import type { ProposalState, ProposalView } from '@forhoering/shared/contracts/answer-proposal.contract.js';
import { PERMISSIONS } from '@forhoering/shared/contracts/access.contract.js';
import { Database } from '../platform/database/database.js';
import { query, queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict } from '../platform/http/problem-error.js';
import { tellAnew } from './notice-tell.js';
import { AnswerProposal } from './answer-proposal.entity.js';
import type { Conversation } from './conversation.entity.js';

/** Answers that wait to be read by another, and what became of them. */
@Injectable()
export class ProposalsRepository {
  constructor(private readonly db: Database) {}

  /** Whether a comment of the conversation carries a topic whose answers are read by another. */
  async needsReader(conversationId: string, tx?: Tx): Promise<boolean> {
    const text = 'select needs_second_reader($1) as needs';
    const row = tx
      ? await queryOne<{ needs: boolean }>(tx, text, [conversationId])
      : await this.db.queryOne<{ needs: boolean }>(text, [conversationId]);
    return row?.needs === true;
  }

  async conversationOf(id: string): Promise<string | null> {
    const row = await this.db.queryOne<{ id: string }>(
      'select conversation_id as id from answer_proposal where id = $1',
      [id],
    );
    return row?.id ?? null;
  }

  waiting(tx: Tx, conversationId: string): Promise<AnswerProposal | null> {
    return tx.getRepository(AnswerProposal).findOneBy({ conversationId, state: 'waiting' });
  }

  /** @throws 409 `answer-waits` */
  async requireNone(tx: Tx, conversationId: string): Promise<void> {
    const there = await this.waiting(tx, conversationId);
    if (there) throw conflict('answer-waits', { by: there.authorName });
  }

  /** The one that waits is of no use any more: somebody ended the conversation, or answered elsewhere. */
  async drop(tx: Tx, conversationId: string, now: Date): Promise<void> {
    const proposal = await this.waiting(tx, conversationId);
    if (proposal) await this.decide(tx, proposal, 'withdrawn', now, null, null);
  }

  async decide(
    tx: Tx,
    { id, conversationId }: AnswerProposal,
    state: Exclude<ProposalState, 'waiting'>,
    now: Date,
    by: Pick<SignedIn, 'accountId' | 'name'> | null,
    words: string | null,
  ): Promise<void> {
    const decided = { state, decidedBy: by?.accountId ?? null, decidedName: by?.name ?? null, decidedAt: now, words };
    await tx.getRepository(AnswerProposal).update({ id }, decided);
    await query(tx, "delete from inbox_notice where conversation_id = $1 and kind = 'to-read' and mailed_at is null", [
      conversationId,
    ]);
  }

  /** Back into the hands of who wrote it, unless somebody is writing something else by now. */
  async backToDraft(tx: Tx, { conversationId, answerId, ...one }: AnswerProposal): Promise<void> {
    if (answerId !== null) return;
    await query(
      tx,
      `insert into inbox_draft (conversation_id, account_id, account_name, text, kind, until, saved_answer_id)
       values ($1, $2, $3, $4, $5, app_now(), $6) on conflict (conversation_id) do nothing`,
      [conversationId, one.authorId, one.authorName, one.text, one.kind, one.savedAnswerId],
    );
  }

  /** Who is asked to read: whoever has it, else the department's super users, else the social media managers; never the writer. */
  async askToRead(tx: Tx, conversation: Conversation, authorId: string): Promise<void> {
    const people = await query<{ id: string; rank: number }>(tx, READERS, [
      conversation.ownerId,
      conversation.departmentId,
      authorId,
      PERMISSIONS['inbox.answer'],
    ]);
    const first = people[0]?.rank;
    const ids = people.filter(({ rank }) => rank === first).map(({ id }) => id);
    await tellAnew(tx, conversation, 'to-read', ids);
  }

  /** What waits, and what was sent back in this round. */
  of(conversationId: string, round: number): Promise<ProposalView[]> {
    return this.db.query<ProposalView>(VIEW, [conversationId, round]);
  }
}

const INSTANT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const READERS = `select id, case when id = $1 then 0 when 'superUser' = any(roles) and department_id = $2 then 1 else 2 end as rank
  from account where state = 'active' and id <> $3 and roles && $4::text[]
    and (id = $1 or ('superUser' = any(roles) and department_id = $2) or 'socialMediaManager' = any(roles)) order by rank, id`;
const VIEW = `select id, answer_id as "answerId", kind, text, ${INSTANT('promised_at')} as "promisedAt", author_id as "authorId",
    author_name as "authorName", ${INSTANT('created_at')} as "createdAt", state, decided_name as "decidedByName",
    ${INSTANT('decided_at')} as "decidedAt", words
  from answer_proposal where conversation_id = $1 and round = $2 and state in ('waiting', 'sentBack') order by created_at`;
