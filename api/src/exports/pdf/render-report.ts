import path from 'node:path';
import { renderPdf, type RenderOptions } from '../../platform/pdf/pdf-renderer.js';
import type { ReportData } from './report-data.js';

/** Beside the sources, also when this runs compiled: the compiler does not copy what is not TypeScript. */
const TEMPLATE = path.resolve(import.meta.dirname, '../../../src/exports/pdf/report.typ');

type ReportOptions = Omit<RenderOptions, 'data' | 'templateFile'> & {
  data: ReportData;
  /** Another template, for tests. */
  templateFile?: string;
};

/** The report as PDF. @throws PdfRefused, PdfUnavailable, PdfFailed */
export const renderReport = (options: ReportOptions): ReturnType<typeof renderPdf> =>
  renderPdf({ templateFile: TEMPLATE, ...options });
