import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { OfficialAnswersController } from './answers/official-answers.controller.js';
import { OfficialAnswersRepository } from './answers/official-answers.repository.js';
import { OfficialAnswersService } from './answers/official-answers.service.js';
import { ConsultationFilesController } from './files/consultation-files.controller.js';
import { ConsultationFilesRepository } from './files/consultation-files.repository.js';
import { ConsultationFilesService } from './files/consultation-files.service.js';
import { ConsultationsController } from './consultations.controller.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { PublicConsultationsService } from './public-consultations.service.js';
import { LinkVisitsService } from './link-visits.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [ConsultationsController, ConsultationFilesController, OfficialAnswersController],
  providers: [
    ConsultationFilesRepository,
    ConsultationFilesService,
    ConsultationsRepository,
    ConsultationsService,
    LinkVisitsService,
    OfficialAnswersRepository,
    OfficialAnswersService,
    PublicConsultationsService,
  ],
  exports: [
    ConsultationFilesService,
    ConsultationsService,
    LinkVisitsService,
    OfficialAnswersService,
    PublicConsultationsService,
  ],
})
export class ConsultationsModule {}
