import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '@forhoering/shared/limits.js';
import { readFilePart } from '../../platform/http/read-file-part.js';
import type { ImportUpload } from './import.service.js';

/** The parts of the form in whatever order they come. @throws 413, 415, 422 */
export async function readUpload(request: FastifyRequest): Promise<ImportUpload> {
  const { bytes, fileName, fields } = await readFilePart(request, LIMITS.importBytes, 'import-too-large');
  const dryRun = ['true', '1', 'on'].includes(fields.get('dryRun') ?? '');
  return { file: Readable.from([bytes]), fileName, mapping: fields.get('mapping'), dryRun };
}
