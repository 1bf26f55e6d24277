import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ChangesService } from './changes/changes.service.js';
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
import { PostersService } from './sharing/posters.service.js';
import { QrCodesService } from './sharing/qr-codes.service.js';
import { ShareCardsService } from './sharing/share-cards.service.js';
import { ShortLinksService } from './sharing/short-links.service.js';
import { SharingController } from './sharing/sharing.controller.js';
import { LinkVisitsService } from './link-visits.service.js';
import { NewConsultationsService } from './new-consultations.service.js';
import { PresenceController } from './presence/presence.controller.js';
import { PresenceService } from './presence/presence.service.js';
import { SameAreaService } from './same-area.service.js';
import { StandingRegistersService } from './standing-registers.service.js';
import { TextPresetsController } from './presets/text-presets.controller.js';
import { TextPresetsService } from './presets/text-presets.service.js';
import { PreviewLinksController } from './preview/preview-links.controller.js';
import { PreviewLinksService } from './preview/preview-links.service.js';
import { TemplatesController } from './templates/templates.controller.js';
import { TemplatesRepository } from './templates/templates.repository.js';
import { TemplatesService } from './templates/templates.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [
    ConsultationsController,
    ConsultationFilesController,
    OfficialAnswersController,
    PresenceController,
    PreviewLinksController,
    SharingController,
    TemplatesController,
    TextPresetsController,
  ],
  providers: [
    ChangesService,
    ConsultationFilesRepository,
    ConsultationFilesService,
    ConsultationsRepository,
    ConsultationsService,
    LinkVisitsService,
    NewConsultationsService,
    OfficialAnswersRepository,
    OfficialAnswersService,
    PostersService,
    PresenceService,
    PreviewLinksService,
    PublicConsultationsService,
    QrCodesService,
    SameAreaService,
    ShareCardsService,
    ShortLinksService,
    StandingRegistersService,
    TemplatesRepository,
    TemplatesService,
    TextPresetsService,
  ],
  exports: [
    ConsultationFilesService,
    ConsultationsService,
    LinkVisitsService,
    NewConsultationsService,
    OfficialAnswersService,
    PublicConsultationsService,
    ShareCardsService,
    ShortLinksService,
    StandingRegistersService,
  ],
})
export class ConsultationsModule {}
