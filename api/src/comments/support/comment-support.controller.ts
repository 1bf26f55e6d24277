import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { IsBoolean, IsString, Matches } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import type { SupportInput, SupportView } from '@forhoering/shared/contracts/official-answer.contract.js';
import { Public } from '../../platform/http/access.js';
import { SubmitThrottle } from '../submit-throttle.js';
import { CommentSupportService } from './comment-support.service.js';

export class SupportBody implements SupportInput {
  @IsBoolean() supported: boolean;
  @IsString() @Matches(/^[\w-]{16,64}$/) browser: string;
}

@Controller()
export class CommentSupportController {
  constructor(
    private readonly support: CommentSupportService,
    private readonly throttle: SubmitThrottle,
  ) {}

  @Post('public/consultations/:slug/comments/:number/support')
  @Public()
  @HttpCode(200)
  async set(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() body: SupportBody,
    @Req() request: FastifyRequest,
  ): Promise<SupportView> {
    await this.throttle.take(request.ip, 'support');
    return this.support.set(slug, number, body, request.ip);
  }
}
