import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ConsultationFilesController } from './files/consultation-files.controller.js';
import { ConsultationFilesRepository } from './files/consultation-files.repository.js';
import { ConsultationFilesService } from './files/consultation-files.service.js';
import { ConsultationsController } from './consultations.controller.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { PostersService } from './sharing/posters.service.js';
import { QrCodesService } from './sharing/qr-codes.service.js';
import { ShareCardsService } from './sharing/share-cards.service.js';
import { ShortLinksService } from './sharing/short-links.service.js';
import { SharingController } from './sharing/sharing.controller.js';
import { LinkVisitsService } from './link-visits.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [ConsultationsController, ConsultationFilesController, SharingController],
  providers: [
    ConsultationFilesRepository,
    ConsultationFilesService,
    ConsultationsRepository,
    ConsultationsService,
    LinkVisitsService,
    PostersService,
    QrCodesService,
    ShareCardsService,
    ShortLinksService,
  ],
  exports: [ConsultationFilesService, ConsultationsService, LinkVisitsService, ShortLinksService],
})
export class ConsultationsModule {}
