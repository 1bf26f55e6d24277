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
    for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 2 } })) {
      if (part.type === 'field') fields.set(part.fieldname, textOf(part.value));
      // Browsers send a field that has a media type of its own as a file.
      else if (part.fieldname !== 'file' && part.mimetype === 'application/json')
        fields.set(part.fieldname, (await part.toBuffer()).toString());
      else if (bytes) throw new ProblemError(400, 'malformed-request');
      else {
        bytes = await part.toBuffer();
        fileName = part.filename;
      }
    }
  } catch (error) {
    throw uploadProblem(error, tooLarge, maxBytes);
  }
  if (!bytes) throw invalidField('file', 'required');
  return { bytes, fileName, fields };
}

/** A part that says it is JSON comes parsed. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Nothing but the reading of the form happens in there: what is no limit of ours is a broken form. */
function uploadProblem(error: unknown, tooLarge: string, maxBytes: number): ProblemError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new ProblemError(413, tooLarge, { max: `${maxBytes / 1024 / 1024} MB` });
  return error instanceof ProblemError ? error : new ProblemError(400, 'malformed-request');
}
