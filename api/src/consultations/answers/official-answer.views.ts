import type { PublicOfficialAnswer } from '@forhoering/shared/contracts/official-answer.contract.js';
import type { OfficialAnswer } from './official-answer.entity.js';

export function publicAnswer(a: OfficialAnswer): PublicOfficialAnswer {
  return {
    id: a.id,
    question: a.question,
    answer: a.answer,
    signature: a.signature,
    linkUrl: a.linkUrl === '' ? null : a.linkUrl,
    linkLabel: a.linkLabel === '' ? null : a.linkLabel,
    updatedAt: a.updatedAt.toISOString(),
  };
}
