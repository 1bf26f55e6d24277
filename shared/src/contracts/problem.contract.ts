/**
 * RFC 9457 problem details. `code` is stable and meant for programs; the words are for people
 * and follow Accept-Language (Danish unless English is asked for).
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: FieldProblem[];
  /** Values a program may need, e.g. `closedAt` or `retryAfterSeconds`. */
  params?: Record<string, string | number | boolean>;
}

export interface FieldProblem {
  /** Dotted path in the request body, e.g. `questions.0.label`. */
  field: string;
  code: string;
  message: string;
  params?: Record<string, string | number | boolean>;
}
