import { Controller, Get, Module, Param } from '@nestjs/common';
import type {
  PublicConsultationSummary,
  PublicConsultationView,
} from '@forhoering/shared/contracts/consultation.contract.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Public } from '../platform/http/access.js';

@Controller('public/consultations')
export class PublicConsultationsController {
  constructor(private readonly consultations: ConsultationsService) {}

  @Get()
  @Public()
  async list(): Promise<{ items: PublicConsultationSummary[] }> {
    return { items: await this.consultations.publicList() };
  }

  @Get(':slug')
  @Public()
  bySlug(@Param('slug') slug: string): Promise<PublicConsultationView> {
    return this.consultations.publicBySlug(slug);
  }
}

@Module({ imports: [ConsultationsModule], controllers: [PublicConsultationsController] })
export class PublicSiteModule {}
