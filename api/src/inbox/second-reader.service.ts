import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { SendBackInput } from '@forhoering/shared/contracts/answer-proposal.contract.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict, invalidField, notFound, ProblemError } from '../platform/http/problem-error.js';
import { AnswerProposal } from './answer-proposal.entity.js';
import { Answer } from './answer.entity.js';
import { AnswerWriter } from './answer-writer.service.js';
import type { Conversation } from './conversation.entity.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { tellAnew } from './notice-tell.js';
import { ProposalsRepository } from './proposals.repository.js';

type New = Pick<
  AnswerProposal,
  'answerId' | 'kind' | 'text' | 'promisedAt' | 'savedAnswerId' | 'contactChecked' | 'idempotencyKey'
>;

/** A second pair of eyes: on topics for which it is switched on, an answer waits for somebody else to read it. The clock runs on. */
@Injectable()
export class SecondReaderService {
  constructor(
    private readonly clock: Clock,
    private readonly conversations: ConversationsService,
    private readonly repository: ConversationsRepository,
    private readonly proposals: ProposalsRepository,
    private readonly writer: AnswerWriter,
    private readonly organisation: OrganisationService,
  ) {}

  /** Lays an answer, or other words for one, before somebody else. @returns its id */
  async propose(tx: Tx, me: SignedIn, conversation: Conversation, given: New): Promise<string> {
    const id = uuidv7();
    await tx.getRepository(AnswerProposal).insert({
      id,
      conversationId: conversation.id,
      round: conversation.round,
      ...given,
      authorId: me.accountId,
      authorName: me.name,
      createdAt: this.clock.now(),
      state: 'waiting',
      decidedBy: null,
      decidedName: null,
      decidedAt: null,
      words: null,
    });
    await this.writer.dropDraft(tx, conversation.id);
    await this.proposals.askToRead(tx, conversation, me.accountId);
    await this.conversations.record(tx, me, conversation, 'inbox.propose', { proposalId: id });
    await this.repository.announce(tx, conversation.id);
    return id;
  }

  /** Read by somebody else, and sent as its writer's. @throws 403 to its writer; 404; 409; 422 as for any answer */
  async approve(me: SignedIn, id: string): Promise<string> {
    const organisation = await this.organisation.get();
    return this.withWaiting(me, id, async (tx, proposal, conversation) => {
      requireAnother(me, proposal);
      const author = await this.authorOf(tx, proposal);
      const now = this.clock.now();
      if (proposal.promisedAt !== null && proposal.promisedAt <= now) throw invalidField('promisedOn', 'in-the-past');
      const { kind, promisedAt, idempotencyKey } = proposal;
      await this.proposals.decide(tx, proposal, 'approved', now, me, null);
      if (proposal.answerId !== null) await this.replace(tx, author, conversation, proposal);
      else {
        await this.writer.requireRoom(tx, conversation, kind);
        const savedAnswerId = proposal.savedAnswerId ?? undefined;
        const input = { text: proposal.text, contactChecked: proposal.contactChecked, savedAnswerId };
        const ready = await this.writer.prepare(tx, author, conversation, input, organisation);
        const by = { id: uuidv7(), author, kind, promisedAt, idempotencyKey, proposalId: id };
        await this.writer.send(tx, conversation, ready, by);
      }
      await this.conversations.record(tx, me, conversation, 'inbox.approve', { proposalId: id });
    });
  }

  /** Not like this: the words go back to who wrote them. @throws as `approve` */
  async sendBack(me: SignedIn, id: string, { words }: SendBackInput): Promise<string> {
    return this.withWaiting(me, id, async (tx, proposal, conversation) => {
      requireAnother(me, proposal);
      await this.proposals.decide(tx, proposal, 'sentBack', this.clock.now(), me, words);
      await this.proposals.backToDraft(tx, proposal);
      await tellAnew(tx, conversation, 'sent-back', [proposal.authorId]);
      await this.conversations.record(tx, me, conversation, 'inbox.sendBack', { proposalId: id });
      await this.repository.announce(tx, conversation.id);
    });
  }

  /** By who wrote it. @throws 403 to everybody else; 404; 409 */
  async withdraw(me: SignedIn, id: string): Promise<string> {
    return this.withWaiting(me, id, async (tx, proposal, conversation) => {
      if (proposal.authorId !== me.accountId) throw new ProblemError(403, 'not-allowed');
      await this.proposals.decide(tx, proposal, 'withdrawn', this.clock.now(), null, null);
      await this.proposals.backToDraft(tx, proposal);
      await this.conversations.record(tx, me, conversation, 'inbox.withdraw', { proposalId: id });
      await this.repository.announce(tx, conversation.id);
    });
  }

  private async replace(
    tx: Tx,
    author: SignedInAuthor,
    conversation: Conversation,
    proposal: AnswerProposal,
  ): Promise<void> {
    const answer = await tx.getRepository(Answer).findOneBy({ id: proposal.answerId ?? '' });
    if (!answer) throw notFound();
    await this.writer.replace(tx, author, conversation, answer, proposal.text);
  }

  private async authorOf(tx: Tx, { authorId, authorName }: AnswerProposal): Promise<SignedInAuthor> {
    const row = await queryOne<{ department_id: string | null }>(
      tx,
      'select department_id from account where id = $1',
      [authorId],
    );
    return { accountId: authorId, name: authorName, departmentId: row?.department_id ?? null };
  }

  /** @returns the conversation's id */
  private async withWaiting(
    me: SignedIn,
    id: string,
    work: (tx: Tx, proposal: AnswerProposal, conversation: Conversation) => Promise<void>,
  ): Promise<string> {
    const conversationId = await this.proposals.conversationOf(id);
    if (conversationId === null) throw notFound();
    await this.conversations.change(me, conversationId, null, undefined, async (tx, conversation) => {
      const proposal = await this.proposals.waiting(tx, conversationId);
      if (proposal?.id !== id) throw conflict('answer-decided');
      await work(tx, proposal, conversation);
    });
    return conversationId;
  }
}

type SignedInAuthor = Pick<SignedIn, 'accountId' | 'name' | 'departmentId'>;

/** @throws 403: nobody reads the own words for somebody else */
function requireAnother(me: SignedIn, { authorId }: AnswerProposal): void {
  if (authorId === me.accountId) throw new ProblemError(403, 'read-by-another');
}
