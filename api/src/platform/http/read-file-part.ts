import type { FastifyRequest } from 'fastify';
import { invalidField, ProblemError } from './problem-error.js';

export interface FilePart {
  bytes: Buffer;
  fileName: string;
  fields: Map<string, string>;
}

/**
 * The one file of a multipart form and its other fields, in whatever order they come.
 * @param maxBytes of the file
 * @param tooLarge code of the refusal
 * @throws 400, 413, 415, 422 `required`
 */
export async function readFilePart(
  request: FastifyRequest,
  maxBytes: number,
  tooLarge = 'upload-too-large',
): Promise<FilePart> {
  if (!request.isMultipart()) throw new ProblemError(415, 'unsupported-media-type');
  let bytes: Buffer | null = null;
  let fileName = '';
  const fields = new Map<string, string>();
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 1 } })) {
      if (part.type === 'file') {
        bytes = await part.toBuffer();
        fileName = part.filename;
      } else if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
    }
  } catch (error) {
    throw uploadProblem(error, tooLarge, maxBytes);
  }
  if (!bytes) throw invalidField('file', 'required');
  return { bytes, fileName, fields };
}

function uploadProblem(error: unknown, tooLarge: string, maxBytes: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new ProblemError(413, tooLarge, { max: `${maxBytes / 1024 / 1024} MB` });
  if (code.startsWith('FST_')) return new ProblemError(400, 'malformed-request');
  return error;
}
