import { Injectable } from '@nestjs/common';
import { formatCommentNumber } from '@forhoering/shared/comments/comment-number.js';
import type { AnswerManyInput, AnswerManyResult } from '@forhoering/shared/contracts/inbox.contract.js';
import type { SignedIn } from '../platform/http/access.js';
import { invalidField, ProblemError } from '../platform/http/problem-error.js';
import { acceptAnswer } from './answer-input.js';
import { AnswersService } from './answers.service.js';
import { ConversationsRepository } from './conversations.repository.js';

/** One text to many conversations: each is answered, or refused, by itself and by the rules of a single answer. */
@Injectable()
export class AnswerManyService {
  constructor(
    private readonly answers: AnswersService,
    private readonly repository: ConversationsRepository,
  ) {}

  /** @throws 422 when the text itself cannot go to anybody */
  async answer(me: SignedIn, { conversationIds, versions, ...input }: AnswerManyInput): Promise<AnswerManyResult> {
    acceptAnswer(input.text);
    if (versions !== undefined && versions.length !== conversationIds.length)
      throw invalidField('versions', 'not-allowed-value');
    const versionOf = new Map(conversationIds.map((id, at) => [id, versions?.[at]]));
    const results: AnswerManyResult['results'] = [];
    for (const [conversationId, version] of versionOf) {
      const row = await this.repository.one(conversationId);
      const number = row ? formatCommentNumber(row.year, row.consultation_number, row.comment_number) : '';
      try {
        const own = version === undefined ? input : { ...input, version };
        const { id, waits } = await this.answers.answer(me, conversationId, own);
        results.push({ conversationId, number, answerId: waits ? null : id, waits, refusal: null });
      } catch (refusal) {
        if (!(refusal instanceof ProblemError)) throw refusal;
        // The number of another department's conversation is nobody's business.
        const seen = refusal.status === 403 ? '' : number;
        results.push({
          conversationId,
          number: seen,
          answerId: null,
          waits: false,
          refusal: refusal.errors[0]?.code ?? refusal.code,
        });
      }
    }
    return { results };
  }
}
