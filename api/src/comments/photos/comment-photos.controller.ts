import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { IsIn, IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommentPhotoView, DecidePhotoInput, UploadedPhoto } from '@forhoering/shared/contracts/file.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { ConsultationsService } from '../../consultations/consultations.service.js';
import { Allow, Me, Public, type SignedIn } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { readFilePart } from '../../platform/http/read-file-part.js';
import { sendStoredFile } from '../../platform/http/send-stored-file.js';
import { MaxChars, Trimmed } from '../../platform/http/validation.js';
import { SubmitThrottle } from '../submit-throttle.js';
import { CommentPhotosService } from './comment-photos.service.js';

export class DecidePhotoBody implements DecidePhotoInput {
  @IsIn(['publish', 'hide']) action: 'publish' | 'hide';
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.altText) altText?: string;
}

@Controller()
export class CommentPhotosController {
  constructor(
    private readonly photos: CommentPhotosService,
    private readonly consultations: ConsultationsService,
    private readonly throttle: SubmitThrottle,
  ) {}

  @Post('public/consultations/:slug/photos')
  @Public()
  async upload(@Param('slug') slug: string, @Req() request: FastifyRequest): Promise<UploadedPhoto> {
    await this.throttle.take(request.ip, 'photo');
    await this.consultations.requireOpen(slug);
    return this.photos.upload((await readFilePart(request, LIMITS.pictureBytes)).bytes);
  }

  @Post('photos/:id/decision')
  @Allow('comment.decide')
  @HttpCode(200)
  decide(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: DecidePhotoBody): Promise<CommentPhotoView> {
    return this.photos.decide(me, id, body);
  }

  @Get('photos/:id/:size')
  @Allow('comment.read')
  async photo(
    @Param('id', Id) id: string,
    @Param('size') size: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendStoredFile(request, reply, await this.photos.open(id, size), false);
  }

  @Get('public/photos/:id/:size')
  @Public()
  async publicPhoto(
    @Param('id', Id) id: string,
    @Param('size') size: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendStoredFile(request, reply, await this.photos.openPublic(id, size), true);
  }
}
