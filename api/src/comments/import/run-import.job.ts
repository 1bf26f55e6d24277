import { Injectable } from '@nestjs/common';
import type { JobHandler } from '../../platform/jobs/jobs.service.js';
import { IMPORT_REQUESTED } from './import.events.js';
import { ImportRunner } from './import-runner.service.js';

@Injectable()
export class RunImportJob implements JobHandler<{ importId: string }> {
  readonly queue = IMPORT_REQUESTED;

  constructor(private readonly runner: ImportRunner) {}

  async handle({ importId }: { importId: string }): Promise<void> {
    await this.runner.run(importId);
  }
}
