import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '@forhoering/shared/limits.js';
import { invalidField, ProblemError } from '../../platform/http/problem-error.js';
import type { ImportUpload } from './import.service.js';

/** The parts of the form in whatever order they come. @throws 413, 415, 422 */
export async function readUpload(request: FastifyRequest): Promise<ImportUpload> {
  if (!request.isMultipart()) throw new ProblemError(415, 'unsupported-media-type');
  let bytes: Buffer | null = null;
  let fileName = '';
  const fields = new Map<string, string>();
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields.set(part.fieldname, textOf(part.value));
      // Browsers send a mapping with a media type of its own as a file.
      else if (part.fieldname === 'mapping') fields.set('mapping', (await part.toBuffer()).toString());
      else if (bytes) throw new ProblemError(400, 'malformed-request');
      else {
        bytes = await part.toBuffer();
        fileName = part.filename;
      }
    }
  } catch (error) {
    throw uploadProblem(error);
  }
  if (!bytes) throw invalidField('file', 'required');
  const dryRun = ['true', '1', 'on'].includes(fields.get('dryRun') ?? '');
  return { file: Readable.from([bytes]), fileName, mapping: fields.get('mapping'), dryRun };
}

/** A part that says it is JSON comes parsed. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Nothing but the reading of the form happens in there: what is no limit of ours is a broken form. */
function uploadProblem(error: unknown): ProblemError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new ProblemError(413, 'import-too-large', { max: `${LIMITS.importBytes / 1024 / 1024} MB` });
  return error instanceof ProblemError ? error : new ProblemError(400, 'malformed-request');
}
