import type { Channel } from '../comments/comment-states.js';

/**
 * Which column holds what. Every part is optional: what is left out is proposed from the header.
 * Values are column names, but for `channel`, which is a channel, and `source`, a name for the origin.
 */
export interface ImportMapping {
  text?: string;
  title?: string;
  author?: string;
  externalId?: string;
  /** Epoch milliseconds or seconds, ISO, or Danish `dd-mm-yyyy hh:mm`. */
  upstreamAt?: string;
  permalink?: string;
  parentExternalId?: string;
  /** How old it was when it was copied, as a network writes it ("2 d."): gives an approximate time. */
  age?: string;
  /** A row's own number in the file, and that of the row which it answers, where nothing has an id. */
  row?: string;
  parentRow?: string;
  /** When the page was copied that ages were told on; ISO, left out: when it was sent. */
  copiedAt?: string;
  channel?: Channel;
  source?: string;
  separator?: ',' | ';' | '\t' | '|';
}

export type ImportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone';

export interface ImportLineProblem {
  /** Line in the file, the header is line 1. */
  line: number;
  level: 'error' | 'warning';
  field: string | null;
  code: string;
  message: string;
}

export interface ImportView {
  id: string;
  consultationId: string;
  state: ImportState;
  dryRun: boolean;
  fileName: string;
  /** 0–100 */
  progress: number;
  /** The mapping that was used, proposals filled in. */
  mapping: ImportMapping;
  columns: string[];
  encoding: string | null;
  separator: string | null;
  /** Rows read, rows that are (or would be) new, rows already there, rows with an error. */
  total: number;
  imported: number;
  alreadyThere: number;
  failed: number;
  /** Rows of the new ones that screening holds. */
  held: number;
  /** The first 500 problems; `problemCount` says how many there are. */
  problems: ImportLineProblem[];
  problemCount: number;
  /** Why the whole file failed. */
  error: { code: string; message: string } | null;
  /** The first rows as they would stand in the register. */
  preview: Array<{
    line: number;
    text: string;
    author: string | null;
    externalId: string | null;
    upstreamAt: string | null;
  }>;
  createdAt: string;
  finishedAt: string | null;
}
