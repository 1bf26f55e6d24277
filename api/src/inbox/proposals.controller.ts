import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { ConversationDetail } from '@forhoering/shared/contracts/inbox.contract.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { SendBackBody } from './inbox.dto.js';
import { InboxReaderService } from './inbox-reader.service.js';
import { SecondReaderService } from './second-reader.service.js';

/** Answers that wait for another person to read them. */
@Controller('answer-proposals/:id')
export class ProposalsController {
  constructor(
    private readonly second: SecondReaderService,
    private readonly reader: InboxReaderService,
  ) {}

  @Post('approve')
  @Allow('inbox.answer')
  @HttpCode(200)
  async approve(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ConversationDetail> {
    return this.reader.detail(me, await this.second.approve(me, id));
  }

  @Post('send-back')
  @Allow('inbox.answer')
  @HttpCode(200)
  async sendBack(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: SendBackBody,
  ): Promise<ConversationDetail> {
    return this.reader.detail(me, await this.second.sendBack(me, id, body));
  }

  @Post('withdraw')
  @Allow('inbox.answer')
  @HttpCode(200)
  async withdraw(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ConversationDetail> {
    return this.reader.detail(me, await this.second.withdraw(me, id));
  }
}
