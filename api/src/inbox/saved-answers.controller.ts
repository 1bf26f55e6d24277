import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import type { SavedAnswerView } from '@forhoering/shared/contracts/saved-answer.contract.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { SavedAnswerBody, UpdateSavedAnswerBody } from './saved-answers.dto.js';
import { SavedAnswersService } from './saved-answers.service.js';

@Controller('saved-answers')
export class SavedAnswersController {
  constructor(private readonly saved: SavedAnswersService) {}

  @Get()
  @Allow('inbox.answer')
  async list(@Me() me: SignedIn): Promise<{ items: SavedAnswerView[] }> {
    return { items: await this.saved.list(me) };
  }

  @Post()
  @Allow('savedAnswer.edit')
  create(@Me() me: SignedIn, @Body() body: SavedAnswerBody): Promise<SavedAnswerView> {
    return this.saved.create(me, body);
  }

  @Patch(':id')
  @Allow('savedAnswer.edit')
  update(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: UpdateSavedAnswerBody,
  ): Promise<SavedAnswerView> {
    return this.saved.update(me, id, body);
  }
}
