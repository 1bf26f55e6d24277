import { isRootPath } from '../platform/http/root-paths.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';
import { SCHEMAS } from './schemas.js';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** Shapes that exist only on the wire. */
const WIRE: Record<string, object> = {
  DepartmentInput: {
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
    additionalProperties: false,
  },
  Checklist: {
    type: 'object',
    properties: { findings: { type: 'array', items: ref('PublishFinding') } },
    required: ['findings'],
    additionalProperties: false,
  },
  Health: {
    type: 'object',
    properties: { status: { enum: ['ok', 'unavailable'] } },
    required: ['status'],
    additionalProperties: false,
  },
  FileUpload: {
    type: 'object',
    properties: {
      file: { type: 'string', format: 'binary' },
      title: { type: 'string' },
      altText: { type: 'string' },
    },
    required: ['file'],
  },
  ImportUpload: {
    type: 'object',
    properties: {
      file: { type: 'string', format: 'binary' },
      mapping: { type: 'string', description: 'ImportMapping as JSON' },
      dryRun: { type: 'boolean' },
    },
    required: ['file'],
  },
};

function responseSchema(name: string): object {
  if (name === 'object') return { type: 'object' };
  if (!name.startsWith('list:')) return ref(name);
  return {
    type: 'object',
    properties: { items: { type: 'array', items: ref(name.slice(5)) } },
    required: ['items'],
    additionalProperties: false,
  };
}

function success(operation: Operation): object {
  if (operation.response === null) return { description: 'Done' };
  if (operation.response === 'file') {
    const binary = { schema: { type: 'string', format: 'binary' } };
    return {
      description: 'The file',
      content: {
        'application/pdf': binary,
        'application/atom+xml': binary,
        'application/rss+xml': binary,
        'application/feed+json': {},
        'application/xml': binary,
        'text/plain': binary,
        'text/event-stream': binary,
        'image/svg+xml': binary,
        'image/webp': binary,
        'image/png': binary,
        'image/jpeg': binary,
        'text/csv': binary,
        'application/json': {},
      },
    };
  }
  return { description: 'OK', content: { 'application/json': { schema: responseSchema(operation.response) } } };
}

const PROBLEM = {
  description: 'A refusal as problem details (RFC 9457) with a stable `code`',
  content: { 'application/problem+json': { schema: ref('Problem') } },
};

function requestBody(request: string): object {
  if (request === 'multipart-file')
    return { required: true, content: { 'multipart/form-data': { schema: ref('FileUpload') } } };
  if (request === 'multipart-import')
    return { required: true, content: { 'multipart/form-data': { schema: ref('ImportUpload') } } };
  return { required: true, content: { 'application/json': { schema: ref(request) } } };
}

function parameters(operation: Operation): object[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(operation.query ?? {}).map(([name, type]) => ({
    name,
    in: 'query',
    schema: { type },
  }));
  return [...inPath, ...inQuery];
}

function describe(operation: Operation): object {
  const refusals = new Set([
    ...(operation.refusals ?? []),
    ...(operation.signedIn ? [401, 403] : []),
    400,
    413,
    500,
    503,
  ]);
  const isHealth = operation.path.startsWith('/health');
  const refusal = isHealth
    ? { description: 'Not ready', content: { 'application/json': { schema: ref('Health') } } }
    : PROBLEM;
  return {
    operationId: `${operation.method}${operation.path.replace(/[^\w]+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
    summary: operation.summary,
    tags: [operation.tag],
    parameters: parameters(operation),
    ...(operation.request === undefined ? {} : { requestBody: requestBody(operation.request) }),
    responses: {
      [operation.status]: success(operation),
      ...Object.fromEntries([...refusals].sort((a, b) => a - b).map((status) => [status, refusal])),
    },
    security: operation.signedIn ? [{ session: [] }] : [],
  };
}

/** Where an operation lies, as the document writes it: at the root, or under `/api/v1`. */
export const documentPath = (path: string): string => (isRootPath(path) ? path : `/api/v1${path}`);

/** The OpenAPI 3.1 document. */
export function openApiDocument(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS)
    (paths[documentPath(operation.path)] ??= {})[operation.method] = describe(operation);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Forhøring',
      version: '0.1.0',
      description:
        'Pages and programs use the same routes. Errors are problem details with a stable `code`; lists page by `cursor`.',
      license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { ...SCHEMAS, ...WIRE },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'forhoering_session' } },
    },
  };
}
