import type { AnswerKind } from './inbox.contract.js';

export const PROPOSAL_STATES = ['waiting', 'approved', 'sentBack', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** An answer that is read by another before it is sent. */
export interface ProposalView {
  id: string;
  /** The answer whose words it replaces; null: a new one. */
  answerId: string | null;
  kind: AnswerKind;
  text: string;
  promisedAt: string | null;
  authorId: string;
  authorName: string;
  createdAt: string;
  state: ProposalState;
  decidedByName: string | null;
  decidedAt: string | null;
  /** Why it was sent back. */
  words: string | null;
}
export interface SendBackInput {
  words: string;
}
