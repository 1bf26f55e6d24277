import type { ConsultationFileView, PublicFile } from '@forhoering/shared/contracts/file.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import type { ConsultationFile } from './consultation-file.entity.js';

function view(file: ConsultationFile, root: string): PublicFile {
  const at = (size: string): string => `${root}/${file.id}/${size}`;
  const { id, kind, title, altText, bytes, width, height } = file;
  const isPicture = kind === 'picture';
  return {
    id,
    kind,
    title,
    altText,
    bytes,
    width,
    height,
    url: at(isPicture ? 'large' : 'document'),
    smallUrl: isPicture ? at('small') : null,
  };
}

export const publicFile = (file: ConsultationFile): PublicFile => view(file, '/api/v1/public/files');

export const fileView = (file: ConsultationFile): ConsultationFileView => ({
  ...view(file, '/api/v1/files'),
  createdAt: file.createdAt.toISOString(),
});

/** What somebody called it, else its file name without the ending: "Helhedsplan_2026.pdf" is "Helhedsplan 2026". */
export function titleFrom(said: string, fileName: string): string {
  const name = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[_\s]+/g, ' ');
  const title = (said.trim() || name.trim() || 'Uden navn').replace(/\p{C}/gu, '');
  return [...title].slice(0, LIMITS.fileTitle).join('');
}

/** A name that every file system takes. */
export function fileName(title: string, extension: string): string {
  const safe = title.replace(/[\\/:*?"<>|\p{C}]+/gu, '-').replace(/^[.\s-]+|[.\s-]+$/g, '');
  return `${safe || 'dokument'}.${extension}`;
}
