/** One route as the document describes it. Schemas are named after the contract types. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Under `/api/v1`, but for those of `root-paths.ts`. */
  path: string;
  summary: string;
  tag: string;
  /** Without: nobody needs to be signed in. */
  signedIn: boolean;
  /** A contract type, or `multipart-import`. */
  request?: string;
  query?: Record<string, 'string' | 'integer' | 'boolean'>;
  /** `list:X` is `{items: X[]}`, `file` a download, null no content. */
  response: string | null;
  status: 200 | 201 | 204 | 302;
  /** Refusals besides the ones that every route can give. */
  refusals?: number[];
}

type Rest = Partial<Pick<Operation, 'request' | 'query' | 'refusals'>>;
const make =
  (signedIn: boolean) =>
  (
    tag: string,
    method: Operation['method'],
    path: string,
    summary: string,
    status: Operation['status'],
    response: string | null,
    rest: Rest = {},
  ): Operation => ({
    method,
    path,
    summary,
    tag,
    signedIn,
    status,
    response,
    ...rest,
  });
export const open = make(false);
export const staff = make(true);
export const PAGED = { cursor: 'string', limit: 'integer' } as const;

/** One consultation. */
export const ONE = '/consultations/{id}';
