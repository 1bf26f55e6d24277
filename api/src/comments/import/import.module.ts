import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../../consultations/consultations.module.js';
import { ImportController } from './import.controller.js';
import { ImportRepository } from './import.repository.js';
import { ImportRunner } from './import-runner.service.js';
import { ImportService } from './import.service.js';
import { RunImportJob } from './run-import.job.js';

@Module({
  imports: [ConsultationsModule],
  controllers: [ImportController],
  providers: [ImportRepository, ImportRunner, ImportService, RunImportJob],
  exports: [RunImportJob],
})
export class ImportModule {}
