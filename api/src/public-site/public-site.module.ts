import { Controller, Get, Module, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type {
  PublicConsultationSummary,
  PublicConsultationView,
} from '@forhoering/shared/contracts/consultation.contract.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { PublicConsultationsService } from '../consultations/public-consultations.service.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { Public } from '../platform/http/access.js';
import { OembedService } from './site-files/oembed.service.js';
import { SiteFilesController } from './site-files/site-files.controller.js';
import { SiteFilesService } from './site-files/site-files.service.js';
import { MapTilesService } from './map-tiles.service.js';

@Controller('public/consultations')
export class PublicConsultationsController {
  constructor(private readonly consultations: PublicConsultationsService) {}

  @Get()
  @Public()
  async list(): Promise<{ items: PublicConsultationSummary[] }> {
    return { items: await this.consultations.list() };
  }

  @Get(':slug')
  @Public()
  bySlug(@Param('slug') slug: string): Promise<PublicConsultationView> {
    return this.consultations.bySlug(slug);
  }
}

@Controller('public/map-tiles')
export class MapTilesController {
  constructor(private readonly tiles: MapTilesService) {}

  @Get(':z/:x/:y')
  @Public()
  async tile(
    @Param('z') z: string,
    @Param('x') x: string,
    @Param('y') y: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { bytes, type } = await this.tiles.tile(z, x, y);
    void reply.header('cache-control', 'public, max-age=604800');
    return new StreamableFile(bytes, { type, length: bytes.length });
  }
}

@Module({
  imports: [ConsultationsModule, OrganisationModule],
  controllers: [MapTilesController, PublicConsultationsController, SiteFilesController],
  providers: [MapTilesService, OembedService, SiteFilesService],
})
export class PublicSiteModule {}
