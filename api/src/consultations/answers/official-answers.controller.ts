import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Redirect, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type {
  OfficialAnswerView,
  PublicOfficialAnswer,
} from '@forhoering/shared/contracts/official-answer.contract.js';
import { Allow, Me, Public, type SignedIn } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { isRobot } from '../../platform/http/robots.js';
import { OfficialAnswerBody, UpdateOfficialAnswerBody } from './official-answers.dto.js';
import { OfficialAnswersService } from './official-answers.service.js';

@Controller()
export class OfficialAnswersController {
  constructor(private readonly answers: OfficialAnswersService) {}

  @Get('consultations/:id/official-answers')
  @Allow('consultation.read')
  async list(@Param('id', Id) id: string): Promise<{ items: OfficialAnswerView[] }> {
    return { items: await this.answers.list(id) };
  }

  @Post('consultations/:id/official-answers')
  @Allow('answer.official')
  add(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: OfficialAnswerBody): Promise<OfficialAnswerView> {
    return this.answers.add(me, id, body);
  }

  @Patch('official-answers/:id')
  @Allow('answer.official')
  update(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: UpdateOfficialAnswerBody,
  ): Promise<OfficialAnswerView> {
    return this.answers.update(me, id, body);
  }

  @Delete('official-answers/:id')
  @Allow('answer.official')
  @HttpCode(204)
  remove(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.answers.remove(me, id);
  }

  @Get('public/consultations/:slug/official-answers')
  @Public()
  async publicList(@Param('slug') slug: string): Promise<{ items: PublicOfficialAnswer[] }> {
    return { items: await this.answers.publicOf(slug) };
  }

  @Post('public/official-answers/:id/read')
  @Public()
  @HttpCode(204)
  async read(@Param('id', Id) id: string, @Req() request: FastifyRequest): Promise<void> {
    if (!isRobot(request.headers['user-agent'])) await this.answers.countRead(id);
  }

  @Get('public/official-answers/:id/link')
  @Public()
  @Redirect()
  async link(@Param('id', Id) id: string): Promise<{ url: string; statusCode: number }> {
    return { url: await this.answers.followLink(id), statusCode: 302 };
  }
}
