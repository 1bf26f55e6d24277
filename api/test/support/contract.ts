import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type supertest from 'supertest';
import { openApiDocument } from '../../src/openapi/document.js';

interface Described {
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}
const document = openApiDocument('http://localhost') as {
  paths: Record<string, Record<string, Described>>;
  components: object;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: 'doc', ...document });
const validators = new Map<string, ValidateFunction>();

/** The document's template for a path: `/api/v1/comments/{id}`. Fixed parts win over parameters. */
export function templateOf(path: string): string | undefined {
  const matches = Object.keys(document.paths).filter((template) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return matches.sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

/** @throws when the answer is not one that the API document describes: path, method, status, content type or shape */
export function requireDescribed(method: string, path: string, answer: supertest.Response): void {
  const template = templateOf(path);
  const operation = template === undefined ? undefined : document.paths[template]?.[method];
  if (!template || !operation) {
    if (answer.status === 404) return;
    throw new Error(`${method} ${path} is not in the API document`);
  }
  const described = operation.responses[String(answer.status)];
  if (!described)
    throw new Error(
      `${method} ${template} answered ${answer.status}, which the API document does not name: ${answer.text}`,
    );
  const type = (answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  if (!described.content) return;
  const content = described.content[type];
  if (!content)
    throw new Error(`${method} ${template} answered ${answer.status} as ${type}, which the API document does not name`);
  if (!content.schema || !type.endsWith('json')) return;
  const pointer = `doc#/paths/${encode(template)}/${method}/responses/${answer.status}/content/${encode(type)}/schema`;
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
  validators.set(pointer, validate);
  if (!validate(answer.body))
    throw new Error(
      `${method} ${template} answered something else than described: ${ajv.errorsText(validate.errors)} in ${answer.text.slice(0, 600)}`,
    );
}

const encode = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
