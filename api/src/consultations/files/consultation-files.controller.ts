import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ConsultationFileView, PublicFile } from '@forhoering/shared/contracts/file.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, Public, type SignedIn } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { readFilePart } from '../../platform/http/read-file-part.js';
import { sendStoredFile } from '../../platform/http/send-stored-file.js';
import { UpdateConsultationFileBody } from './consultation-files.dto.js';
import { ConsultationFilesService } from './consultation-files.service.js';

@Controller()
export class ConsultationFilesController {
  constructor(private readonly files: ConsultationFilesService) {}

  @Get('consultations/:id/files')
  @Allow('consultation.read')
  async list(@Param('id', Id) id: string): Promise<{ items: ConsultationFileView[] }> {
    return { items: await this.files.list(id) };
  }

  @Post('consultations/:id/files')
  @Allow('consultation.edit')
  async add(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ConsultationFileView> {
    return this.files.add(me, id, await readFilePart(request, LIMITS.documentBytes));
  }

  @Patch('files/:id')
  @Allow('consultation.edit')
  update(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: UpdateConsultationFileBody,
  ): Promise<ConsultationFileView> {
    return this.files.update(me, id, body);
  }

  @Delete('files/:id')
  @Allow('consultation.edit')
  @HttpCode(204)
  remove(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.files.remove(me, id);
  }

  @Get('files/:id/:size')
  @Allow('consultation.read')
  async file(
    @Param('id', Id) id: string,
    @Param('size') size: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendStoredFile(request, reply, await this.files.open(id, size), false);
  }

  @Get('public/consultations/:slug/files')
  @Public()
  async publicList(@Param('slug') slug: string): Promise<{ items: PublicFile[] }> {
    return { items: await this.files.publicOf(slug) };
  }

  @Get('public/files/:id/:size')
  @Public()
  async publicFile(
    @Param('id', Id) id: string,
    @Param('size') size: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendStoredFile(request, reply, await this.files.openPublic(id, size), true);
  }
}
