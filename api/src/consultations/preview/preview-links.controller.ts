import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type {
  DraftPreview,
  PreviewLinkInput,
  PreviewLinkMade,
  PreviewLinkView,
} from '@forhoering/shared/contracts/opening.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, Public, type SignedIn } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { sendStoredFile } from '../../platform/http/send-stored-file.js';
import { PreviewLinksService } from './preview-links.service.js';

class PreviewLinkBody implements PreviewLinkInput {
  @IsOptional() @IsInt() @Min(1) @Max(LIMITS.previewLinkDays) days?: number;
}

@Controller()
export class PreviewLinksController {
  constructor(private readonly links: PreviewLinksService) {}

  @Get('consultations/:id/preview-links')
  @Allow('consultation.edit')
  async list(@Param('id', Id) id: string): Promise<{ items: PreviewLinkView[] }> {
    return { items: await this.links.list(id) };
  }

  @Post('consultations/:id/preview-links')
  @Allow('consultation.edit')
  make(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: PreviewLinkBody): Promise<PreviewLinkMade> {
    return this.links.make(me, id, body.days);
  }

  @Delete('preview-links/:id')
  @Allow('consultation.edit')
  @HttpCode(204)
  revoke(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.links.revoke(me, id);
  }

  /** The token in the address is what gives access. */
  @Get('public/drafts/:token')
  @Public()
  open(@Param('token') token: string): Promise<DraftPreview> {
    return this.links.open(token);
  }

  @Get('public/drafts/:token/files/:id/:size')
  @Public()
  async file(
    @Param('token') token: string,
    @Param('id', Id) id: string,
    @Param('size') size: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendStoredFile(request, reply, await this.links.file(token, id, size), false);
  }
}
