import { Injectable } from '@nestjs/common';
import { FileStore } from '../platform/files/file-store.js';
import type { Export } from './export.entity.js';
import type { MadeFile, Progress } from './made-file.js';
import { renderReport } from './pdf/render-report.js';
import { ReportDataService } from './report-data.service.js';

@Injectable()
export class PdfExport {
  constructor(
    private readonly files: FileStore,
    private readonly reports: ReportDataService,
  ) {}

  async make(row: Export, progress: Progress, signal: AbortSignal): Promise<MadeFile> {
    await progress(5);
    const data = await this.reports.collect(row);
    await progress(20);
    const outFile = await this.files.scratchPath('pdf');
    await renderReport({ data, outFile, signal });
    await progress(95);
    return { ...(await this.files.adopt(outFile)), commentCount: data.total };
  }
}
