import { Module } from '@nestjs/common';
import { AnalysisModule } from '../analysis/analysis.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ExportRunner } from './export-runner.service.js';
import { ExportsController } from './exports.controller.js';
import { ExportsRepository } from './exports.repository.js';
import { ExportsService } from './exports.service.js';
import { PdfExport } from './pdf-export.js';
import { RegisterExport } from './register-export.js';
import { ReportDataService } from './report-data.service.js';
import { RunExportJob } from './run-export.job.js';

@Module({
  imports: [AnalysisModule, ConsultationsModule, OrganisationModule],
  controllers: [ExportsController],
  providers: [
    ExportRunner,
    ExportsRepository,
    ExportsService,
    PdfExport,
    RegisterExport,
    ReportDataService,
    RunExportJob,
  ],
  exports: [RunExportJob],
})
export class ExportsModule {}
