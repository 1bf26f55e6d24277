import { Injectable } from '@nestjs/common';
import type { JobHandler } from '../platform/jobs/jobs.service.js';
import { ExportRunner } from './export-runner.service.js';
import { EXPORT_REQUESTED } from './exports.events.js';

@Injectable()
export class RunExportJob implements JobHandler<{ exportId: string }> {
  readonly queue = EXPORT_REQUESTED;

  constructor(private readonly runner: ExportRunner) {}

  async handle({ exportId }: { exportId: string }, signal: AbortSignal): Promise<void> {
    await this.runner.run(exportId, signal);
  }
}
