import type { StoredFile } from '../platform/files/file-store.js';

/** A finished export. */
export interface MadeFile extends StoredFile {
  commentCount: number;
}

/** Reports how far the work is; throws when the export was cancelled. */
export type Progress = (percent: number) => Promise<void>;
