import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ConsultationsController } from './consultations.controller.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { LinkVisitsService } from './link-visits.service.js';

@Module({
  imports: [OrganisationModule],
  controllers: [ConsultationsController],
  providers: [ConsultationsRepository, ConsultationsService, LinkVisitsService],
  exports: [ConsultationsService, LinkVisitsService],
})
export class ConsultationsModule {}
