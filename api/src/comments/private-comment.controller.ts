import { Body, Controller, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PrivateCommentView, PrivateLinkView } from '@forhoering/shared/contracts/comment.contract.js';
import { Public } from '../platform/http/access.js';
import { EditCommentBody, FollowBody, PrivateCodeBody, ShowNameBody } from './comments.dto.js';
import { PrivateCommentService } from './private-comment.service.js';
import { SubmitThrottle } from './submit-throttle.js';

/** The token in the address is what gives access; nobody signs in. */
@Controller('public')
export class PrivateCommentController {
  constructor(
    private readonly own: PrivateCommentService,
    private readonly throttle: SubmitThrottle,
  ) {}

  @Get('private-links/:token')
  @Public()
  view(@Param('token') token: string): Promise<PrivateCommentView> {
    return this.own.view(token);
  }

  @Put('private-links/:token')
  @Public()
  async edit(
    @Param('token') token: string,
    @Body() body: EditCommentBody,
    @Req() request: FastifyRequest,
  ): Promise<PrivateCommentView> {
    await this.throttle.take(request.ip);
    return this.own.edit(token, body);
  }

  @Post('private-links/:token/withdraw')
  @Public()
  @HttpCode(200)
  withdraw(@Param('token') token: string): Promise<PrivateCommentView> {
    return this.own.withdraw(token);
  }

  @Put('private-links/:token/name')
  @Public()
  showName(@Param('token') token: string, @Body() body: ShowNameBody): Promise<PrivateCommentView> {
    return this.own.showName(token, body.showName);
  }

  @Put('private-links/:token/follow')
  @Public()
  async follow(
    @Param('token') token: string,
    @Body() body: FollowBody,
    @Req() request: FastifyRequest,
  ): Promise<PrivateCommentView> {
    await this.throttle.take(request.ip);
    return this.own.follow(token, body);
  }

  @Post('private-codes')
  @Public()
  @HttpCode(200)
  async byCode(@Body() body: PrivateCodeBody, @Req() request: FastifyRequest): Promise<PrivateLinkView> {
    await this.throttle.take(request.ip, 'code');
    return { privateUrl: await this.own.byCode(body.number, body.code) };
  }
}
