import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LINK_SOURCES, type LinkSource } from '@forhoering/shared/consultations/link-sources.js';
import {
  POSTER_SIZES,
  type PosterSize,
  type ShortLinkView,
} from '@forhoering/shared/contracts/consultation.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Public } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { sendMadeFile } from '../../platform/http/send-made-file.js';
import { PostersService } from './posters.service.js';
import { QrCodesService } from './qr-codes.service.js';
import { ShareCardsService } from './share-cards.service.js';
import { ShortLinksService } from './short-links.service.js';

class QrQuery {
  @IsOptional() @IsIn(LINK_SOURCES) k?: LinkSource;
}
class QrPngQuery extends QrQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(LIMITS.qrPixelsMin) @Max(LIMITS.qrPixelsMax) size?: number;
}
class PosterQuery {
  @IsOptional() @IsIn(POSTER_SIZES) size?: PosterSize;
  @IsOptional() @IsIn(['da', 'en']) lang?: 'da' | 'en';
}

@Controller()
export class SharingController {
  constructor(
    private readonly codes: QrCodesService,
    private readonly cards: ShareCardsService,
    private readonly posters: PostersService,
    private readonly links: ShortLinksService,
  ) {}

  @Get('public/short-links/:code')
  @Public()
  shortLink(@Param('code') code: string): Promise<ShortLinkView> {
    return this.links.lookUp(code);
  }

  @Get('public/consultations/:slug/qr.svg')
  @Public()
  async qrSvg(
    @Param('slug') slug: string,
    @Query() { k }: QrQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const bytes = await this.codes.svg(slug, k);
    return sendMadeFile(request, reply, { bytes, type: 'image/svg+xml', downloadName: null });
  }

  @Get('public/consultations/:slug/qr.png')
  @Public()
  async qrPng(
    @Param('slug') slug: string,
    @Query() { k, size }: QrPngQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const bytes = await this.codes.png(slug, k, size ?? LIMITS.qrPixels);
    return sendMadeFile(request, reply, { bytes, type: 'image/png', downloadName: null });
  }

  /** At the root, beside the page: `lang` is read leniently, since links get all kinds of things hung on. */
  @Get('f/:slug/delekort.png')
  @Public()
  async card(
    @Param('slug') slug: string,
    @Query('lang') lang: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const bytes = await this.cards.card(slug, lang === 'en' ? 'en' : 'da');
    return sendMadeFile(request, reply, { bytes, type: 'image/png', downloadName: null });
  }

  @Get('consultations/:id/poster')
  @Allow('consultation.read')
  async poster(
    @Param('id', Id) id: string,
    @Query() { size, lang }: PosterQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { bytes, name } = await this.posters.poster(id, size ?? 'a4', lang ?? 'da');
    return sendMadeFile(request, reply, { bytes, type: 'application/pdf', downloadName: name }, false);
  }
}
