export const EXPORT_FORMATS = ['pdf', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const EXPORT_EDITIONS = ['public', 'internal'] as const;
export type ExportEdition = (typeof EXPORT_EDITIONS)[number];

/** `excel`: BOM, semicolons, CRLF, Danish dates, no live formulas. `machine`: RFC 4180, ISO times, texts untouched. */
export const CSV_DIALECTS = ['excel', 'machine'] as const;
export type CsvDialect = (typeof CSV_DIALECTS)[number];

export interface CreateExportInput {
  format: ExportFormat;
  edition: ExportEdition;
  /** Only for CSV; `excel` when left out. */
  dialect?: CsvDialect;
}

export type ExportState = 'queued' | 'running' | 'done' | 'failed' | 'refused' | 'cancelled';

export interface ExportView {
  id: string;
  consultationId: string;
  format: ExportFormat;
  edition: ExportEdition;
  dialect: CsvDialect;
  state: ExportState;
  /** 0–100 */
  progress: number;
  sha256: string | null;
  bytes: number | null;
  fileName: string | null;
  commentCount: number | null;
  requestedBy: string;
  requestedAt: string;
  finishedAt: string | null;
  error: { code: string; message: string } | null;
}
