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
      if (part.type === 'file') {
        bytes = await part.toBuffer();
        fileName = part.filename;
      } else if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
    }
  } catch (error) {
    throw uploadProblem(error);
  }
  if (!bytes) throw invalidField('file', 'required');
  const dryRun = ['true', '1', 'on'].includes(fields.get('dryRun') ?? '');
  return { file: Readable.from([bytes]), fileName, mapping: fields.get('mapping'), dryRun };
}

function uploadProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new ProblemError(413, 'import-too-large', { max: `${LIMITS.importBytes / 1024 / 1024} MB` });
  if (code.startsWith('FST_')) return new ProblemError(400, 'malformed-request');
  return error;
}
