import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { AnswerInput, DeliveredInput, EditAnswerInput } from '@forhoering/shared/contracts/inbox.contract.js';
import { holdingWords } from '@forhoering/shared/inbox/holding.rules.js';
import { CommentsService } from '../comments/comments.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { queryOne, type Tx } from '../platform/database/sql.js';
import type { SignedIn } from '../platform/http/access.js';
import { conflict, notFound } from '../platform/http/problem-error.js';
import { acceptAnswer, promiseOf } from './answer-input.js';
import { AnswerArrivals } from './answer-arrivals.service.js';
import { Answer } from './answer.entity.js';
import { AnswerWriter, type Ready } from './answer-writer.service.js';
import { ProposalsRepository } from './proposals.repository.js';
import { SecondReaderService } from './second-reader.service.js';
import type { Conversation } from './conversation.entity.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import { requireSees } from './inbox-access.js';
import { InboxSettingsService } from './inbox-settings.service.js';

/** An answer that was sent, or one that waits for somebody else to read it. */
interface Given {
  id: string;
  waits: boolean;
}

/** Answers: written once, kept to one of each kind by the database, and followed to where the citizen reads them. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly comments: CommentsService,
    private readonly conversations: ConversationsService,
    private readonly repository: ConversationsRepository,
    private readonly settings: InboxSettingsService,
    private readonly organisation: OrganisationService,
    private readonly arrivals: AnswerArrivals,
    private readonly writer: AnswerWriter,
    private readonly proposals: ProposalsRepository,
    private readonly second: SecondReaderService,
  ) {}

  /**
   * Answers as the municipality, or lays it before somebody else where a topic wants that. The same key again gives what is there.
   * @throws 404; 403; 409 `already-answered`, `conversation-done`, `comment-hidden`, `draft-taken`, `answer-waits`, `version-conflict`;
   * 422 for a CPR number, unchecked contact details, a day that is over, a word in braces without a value
   */
  async answer(me: SignedIn, conversationId: string, input: AnswerInput): Promise<Given> {
    const text = acceptAnswer(input.text);
    const [organisation, { closedDays }] = await Promise.all([this.organisation.get(), this.settings.clock()]);
    const promisedAt = promiseOf(input, this.clock.nowMs(), closedDays);
    let id = uuidv7();
    let waits = false;
    await this.conversations.change(me, conversationId, null, input.version, async (tx, conversation) => {
      const before = await this.sameKey(tx, me, conversationId, input);
      if (before !== null) {
        ({ id, waits } = before);
        return;
      }
      await this.writer.requireRoom(tx, conversation, input.kind);
      await this.proposals.requireNone(tx, conversationId);
      await this.requireNobodyWrites(tx, me, conversationId);
      const ready = await this.writer.prepare(tx, me, conversation, { ...input, text }, organisation);
      const { kind, idempotencyKey = null, contactChecked = false } = input;
      waits = await this.needsReader(tx, conversation, kind, ready, promisedAt);
      if (waits) {
        const { savedAnswerId, text: words } = ready;
        const proposal = {
          answerId: null,
          kind,
          text: words,
          promisedAt,
          savedAnswerId,
          contactChecked,
          idempotencyKey,
        };
        id = await this.second.propose(tx, me, conversation, proposal);
      } else {
        const by = { id, author: me, kind, promisedAt, idempotencyKey, proposalId: null };
        await this.writer.send(tx, conversation, ready, by);
      }
    });
    return { id, waits };
  }

  /** Words that were wrong: on page and link they change at once, what stood there is kept. Sent mail cannot be changed. */
  async edit(me: SignedIn, answerId: string, { text: given, contactChecked }: EditAnswerInput): Promise<string> {
    acceptAnswer(given);
    const organisation = await this.organisation.get();
    return this.withAnswer(me, answerId, async (tx, answer, conversation) => {
      const { text: said } = await this.comments.byId(answer.commentId, tx);
      const text = await this.writer.accept(tx, me, conversation, { text: given, contactChecked, said }, organisation);
      if (answer.text === text) return;
      if (!(await this.proposals.needsReader(conversation.id, tx)))
        return this.writer.replace(tx, me, conversation, answer, text);
      await this.proposals.requireNone(tx, conversation.id);
      await this.second.propose(tx, me, conversation, {
        answerId,
        kind: answer.kind,
        text,
        promisedAt: null,
        savedAnswerId: null,
        contactChecked: contactChecked === true,
        idempotencyKey: null,
      });
    });
  }

  /** A person has put the answer where it was asked, and says so. */
  async copied(me: SignedIn, answerId: string, { permalink }: DeliveredInput): Promise<string> {
    return this.withAnswer(me, answerId, async (tx, answer, conversation) => {
      const at = this.clock.now();
      const arrival = { at, by: me.accountId, permalink: permalink || null };
      if (!(await this.arrivals.deliver(tx, answerId, 'copy', arrival))) throw conflict('already-delivered');
      await this.arrivals.settle(tx, conversation, answer, at);
      await this.conversations.record(tx, me, conversation, 'inbox.delivered', { answerId, destination: 'copy' });
    });
  }

  private async withAnswer(
    me: SignedIn,
    answerId: string,
    work: (tx: Tx, answer: Answer, conversation: Conversation) => Promise<void>,
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const answer = await tx.getRepository(Answer).findOneBy({ id: answerId });
      const conversation = answer && (await this.repository.forChange(tx, answer.conversationId));
      if (!answer || !conversation) throw notFound();
      requireSees(me, conversation);
      await work(tx, answer, conversation);
      return conversation.id;
    });
  }

  /** A holding reply in its usual words has nothing in it to read twice. */
  private async needsReader(
    tx: Tx,
    { id }: Conversation,
    kind: Answer['kind'],
    { text, department }: Ready,
    promisedAt: Date | null,
  ): Promise<boolean> {
    if (kind === 'holding' && text === holdingWords(department, promisedAt?.toISOString() ?? null)) return false;
    return this.proposals.needsReader(id, tx);
  }

  private async sameKey(
    tx: Tx,
    me: SignedIn,
    conversationId: string,
    { idempotencyKey, kind }: AnswerInput,
  ): Promise<Given | null> {
    if (idempotencyKey === undefined) return null;
    return queryOne<Given>(
      tx,
      `select id, false as waits from answer where conversation_id = $1 and author_id = $2 and idempotency_key = $3 and kind = $4
       union all select id, true from answer_proposal
         where conversation_id = $1 and author_id = $2 and idempotency_key = $3 and kind = $4 and state = 'waiting' limit 1`,
      [conversationId, me.accountId, idempotencyKey, kind],
    );
  }

  /** What a colleague is writing is not thrown away: it is taken over first, or waited for. */
  private async requireNobodyWrites(tx: Tx, me: SignedIn, conversationId: string): Promise<void> {
    const theirs = await queryOne<{ account_name: string }>(
      tx,
      'select account_name from inbox_draft where conversation_id = $1 and account_id <> $2 and until > app_now()',
      [conversationId, me.accountId],
    );
    if (theirs) throw conflict('draft-taken', { by: theirs.account_name });
  }
}
