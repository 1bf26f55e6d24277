/** A question that many have, answered once by the municipality and pinned on the consultation's page. */
export interface OfficialAnswerInput {
  question: string;
  answer: string;
  /** "Nørreskov Kommune, Vej og Park"; left out = the municipality and the department of the one who writes. */
  signature?: string;
  /** A page where people can help themselves. */
  linkUrl?: string;
  linkLabel?: string;
}

export interface UpdateOfficialAnswerInput extends Partial<OfficialAnswerInput> {
  /** 0 is first. */
  position?: number;
}

export interface PublicOfficialAnswer {
  id: string;
  question: string;
  answer: string;
  signature: string;
  linkUrl: string | null;
  linkLabel: string | null;
  updatedAt: string;
}

export interface OfficialAnswerView extends PublicOfficialAnswer {
  /** Times it was opened, and its link followed: all readers, robots left out, nobody recognised. */
  reads: number;
  links: number;
}

export interface AnswerUseInput {
  what: 'read' | 'link';
}

/** What pressing "Enig" has come to. */
export interface SupportView {
  count: number;
  supported: boolean;
}

export interface SupportInput {
  supported: boolean;
  /** A random value that the browser keeps for this alone. */
  browser: string;
}

/** Work that a browser does before it may send, asked for only when load or signals rise. */
export interface ChallengeView {
  challenge: string;
  /** Leading zero bits of SHA-256(challenge + ":" + nonce). */
  bits: number;
}
