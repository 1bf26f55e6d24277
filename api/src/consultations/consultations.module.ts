import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ConsultationFilesController } from './files/consultation-files.controller.js';
import { ConsultationFilesRepository } from './files/consultation-files.repository.js';
import { ConsultationFilesService } from './files/consultation-files.service.js';
import { ConsultationsController } from './consultations.controller.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { LinkVisitsService } from './link-visits.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [ConsultationsController, ConsultationFilesController],
  providers: [
    ConsultationFilesRepository,
    ConsultationFilesService,
    ConsultationsRepository,
    ConsultationsService,
    LinkVisitsService,
  ],
  exports: [ConsultationFilesService, ConsultationsService, LinkVisitsService],
})
export class ConsultationsModule {}
