export const EXPORT_FORMATS = ['pdf', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const EXPORT_EDITIONS = ['public', 'internal'] as const;
export type ExportEdition = (typeof EXPORT_EDITIONS)[number];

export interface CreateExportInput {
  format: ExportFormat;
  edition: ExportEdition;
}

export type ExportState = 'queued' | 'running' | 'done' | 'failed' | 'refused' | 'cancelled';

export interface ExportView {
  id: string;
  consultationId: string;
  format: ExportFormat;
  edition: ExportEdition;
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
