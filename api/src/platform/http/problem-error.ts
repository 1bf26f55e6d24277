import type { FieldProblem } from '@forhoering/shared/contracts/problem.contract.js';

export type ProblemParams = Record<string, string | number | boolean>;

/** A field that does not hold; the words are added where the answer is written. */
export type FieldRefusal = Omit<FieldProblem, 'message'>;

/** A refusal with a name. The filter turns it into RFC 9457 problem details in the reader's language. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: ProblemParams = {},
    readonly errors: FieldRefusal[] = [],
  ) {
    super(code);
    this.name = 'ProblemError';
  }
}

export const notFound = (): ProblemError => new ProblemError(404, 'not-found');
export const conflict = (code: string, params: ProblemParams = {}): ProblemError => new ProblemError(409, code, params);
export const invalid = (errors: FieldRefusal[]): ProblemError => new ProblemError(422, 'validation', {}, errors);
export const invalidField = (field: string, code: string, params?: ProblemParams): ProblemError =>
  invalid([{ field, code, ...(params ? { params } : {}) }]);
