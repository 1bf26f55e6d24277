import type { Channel, CommentState } from '@forhoering/shared/comments/comment-states.js';
import type {
  AnswerDestination,
  AnswerKind,
  ConversationState,
  RoutingRule,
} from '@forhoering/shared/contracts/inbox.contract.js';

/** What a person does with a conversation, and from where. */
const MOVES = {
  assign: { from: ['new', 'assigned', 'waiting'] },
  wait: { from: ['new', 'assigned'] },
  resume: { from: ['waiting'] },
  noAnswer: { from: ['new', 'assigned', 'waiting'] },
  reopen: { from: ['answered', 'no_answer_needed'] },
  holding: { from: ['new', 'assigned'] },
  full: { from: ['new', 'assigned', 'waiting'] },
} as const satisfies Record<string, { from: readonly ConversationState[] }>;
export type Move = keyof typeof MOVES;

export const mayMove = (state: ConversationState, move: Move): boolean => {
  const from: readonly ConversationState[] = MOVES[move].from;
  return from.includes(state);
};

/** Owned or visibly not: there is no third. */
export const openState = (ownerId: string | null): 'new' | 'assigned' => (ownerId === null ? 'new' : 'assigned');

/**
 * Where an answer goes. The writer's private link always has it; a page only shows it below what it shows; mail goes to
 * whoever left an address; what was asked on a network that we are connected to is answered there; and what was not asked here
 * otherwise is put there by a person.
 * @param canReply the network takes an answer from us
 */
export function destinationsOf(
  comment: { channel: Channel; state: CommentState; email: string | null; followAnswers: boolean },
  canReply: boolean,
): AnswerDestination[] {
  const destinations: AnswerDestination[] = ['link'];
  if (comment.state === 'public') destinations.push('page');
  if (comment.email !== null && comment.followAnswers) destinations.push('mail');
  if (comment.channel !== 'web') destinations.push(canReply ? 'channel' : 'copy');
  return destinations;
}

/** Whether an answer delivered there has reached the citizen where the question was asked: this stops the clock. */
export function stopsClock(channel: Channel, destination: AnswerDestination): boolean {
  if (channel === 'web') return destination === 'link' || destination === 'page';
  return destination === 'copy' || destination === 'mail' || destination === 'channel';
}

/** The department whose words occur in the text: the rule with the most hits, the first of equals. */
export function departmentFor(text: string, rules: readonly RoutingRule[]): string | null {
  const words = text.toLocaleLowerCase('da').match(/[\p{L}\p{N}]+/gu) ?? [];
  let best: { departmentId: string; hits: number } | null = null;
  for (const { words: keys, departmentId } of rules) {
    const hits = words.filter((word) => keys.some((key) => word.startsWith(key.toLocaleLowerCase('da')))).length;
    if (hits > 0 && hits > (best?.hits ?? 0)) best = { departmentId, hits };
  }
  return best?.departmentId ?? null;
}

/** The audit's word for an answer of this kind. */
export const answerAction = (kind: AnswerKind): string => (kind === 'holding' ? 'inbox.hold' : 'inbox.answer');
