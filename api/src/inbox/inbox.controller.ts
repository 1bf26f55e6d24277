import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type {
  AnswererView,
  AnswerManyResult,
  CommentConversation,
  ConversationDetail,
  InboxDraftView,
  InboxPage,
  InboxPresence,
  InboxSummary,
} from '@forhoering/shared/contracts/inbox.contract.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { AnswerManyService } from './answer-many.service.js';
import { AnswersService } from './answers.service.js';
import { ConversationsService } from './conversations.service.js';
import { DraftsService } from './drafts.service.js';
import {
  AnswerBody,
  AnswerManyBody,
  AssignBody,
  DeliveredBody,
  DraftBody,
  EditAnswerBody,
  InboxQuery,
  NoAnswerBody,
  NoteBody,
  VersionBody,
} from './inbox.dto.js';
import { InboxPresenceService } from './inbox-presence.service.js';
import { InboxReaderService } from './inbox-reader.service.js';
import { MentionsService } from './mentions.service.js';
import { RoutingService } from './routing.service.js';

@Controller('inbox')
export class InboxController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly answers: AnswersService,
    private readonly many: AnswerManyService,
    private readonly drafts: DraftsService,
    private readonly reader: InboxReaderService,
    private readonly presence: InboxPresenceService,
    private readonly routing: RoutingService,
    private readonly mentions: MentionsService,
  ) {}

  @Get()
  @Allow('inbox.read')
  list(@Me() me: SignedIn, @Query() { view, cursor, limit, q }: InboxQuery): Promise<InboxPage> {
    return this.reader.list(me, view ?? 'due', cursor, limit, q);
  }

  @Get('summary')
  @Allow('inbox.read')
  summary(@Me() me: SignedIn): Promise<InboxSummary> {
    return this.reader.summary(me);
  }

  @Get('answerers')
  @Allow('inbox.read')
  async answerers(): Promise<{ items: AnswererView[] }> {
    return { items: await this.routing.answerers() };
  }

  @Post('answers')
  @Allow('inbox.answer')
  @HttpCode(200)
  answerMany(@Me() me: SignedIn, @Body() body: AnswerManyBody): Promise<AnswerManyResult> {
    return this.many.answer(me, body);
  }

  @Get(':id')
  @Allow('inbox.read')
  one(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ConversationDetail> {
    return this.reader.detail(me, id);
  }

  @Post(':id/assign')
  @Allow('inbox.answer')
  @HttpCode(200)
  async assign(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: AssignBody): Promise<ConversationDetail> {
    await this.conversations.assign(me, id, body);
    return this.reader.afterHandOver(me, id);
  }

  @Post(':id/take')
  @Allow('inbox.answer')
  @HttpCode(200)
  async take(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: VersionBody): Promise<ConversationDetail> {
    await this.conversations.take(me, id, body.version);
    return this.reader.detail(me, id);
  }

  @Post(':id/notes')
  @Allow('inbox.answer')
  async note(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: NoteBody): Promise<ConversationDetail> {
    await this.mentions.note(me, id, body);
    return this.reader.detail(me, id);
  }

  @Put(':id/presence')
  @Allow('inbox.read')
  here(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<InboxPresence> {
    return this.presence.beat(me, id);
  }

  @Post(':id/read')
  @Allow('inbox.read')
  @HttpCode(204)
  read(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.mentions.read(me, id);
  }

  @Post(':id/no-answer')
  @Allow('inbox.answer')
  @HttpCode(200)
  async noAnswer(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: NoAnswerBody,
  ): Promise<ConversationDetail> {
    await this.conversations.noAnswer(me, id, body);
    return this.reader.detail(me, id);
  }

  @Post(':id/wait')
  @Allow('inbox.answer')
  @HttpCode(200)
  async wait(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: VersionBody): Promise<ConversationDetail> {
    await this.conversations.wait(me, id, body.version);
    return this.reader.detail(me, id);
  }

  @Post(':id/reopen')
  @Allow('inbox.answer')
  @HttpCode(200)
  async reopen(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: VersionBody,
  ): Promise<ConversationDetail> {
    await this.conversations.reopen(me, id, body.version);
    return this.reader.detail(me, id);
  }

  @Post(':id/answers')
  @Allow('inbox.answer')
  async answer(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: AnswerBody): Promise<ConversationDetail> {
    await this.answers.answer(me, id, body);
    return this.reader.detail(me, id);
  }

  @Put(':id/draft')
  @Allow('inbox.answer')
  draft(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: DraftBody): Promise<InboxDraftView> {
    return this.drafts.keep(me, id, body);
  }

  @Delete(':id/draft')
  @Allow('inbox.answer')
  @HttpCode(204)
  dropDraft(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.drafts.drop(me, id);
  }
}

@Controller('answers')
export class AnswersController {
  constructor(
    private readonly answers: AnswersService,
    private readonly reader: InboxReaderService,
  ) {}

  @Patch(':id')
  @Allow('inbox.answer')
  async edit(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: EditAnswerBody,
  ): Promise<ConversationDetail> {
    return this.reader.detail(me, await this.answers.edit(me, id, body));
  }

  @Post(':id/delivered')
  @Allow('inbox.answer')
  @HttpCode(200)
  async delivered(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: DeliveredBody,
  ): Promise<ConversationDetail> {
    return this.reader.detail(me, await this.answers.copied(me, id, body));
  }
}

/** From a comment of the register to its conversation. */
@Controller('comments/:id/conversation')
export class CommentConversationController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly reader: InboxReaderService,
  ) {}

  @Get()
  @Allow('inbox.read')
  async of(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<CommentConversation> {
    return { conversation: await this.reader.ofComment(me, id) };
  }

  @Post()
  @Allow('inbox.answer')
  async begin(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ConversationDetail> {
    return this.reader.detail(me, await this.conversations.beginByPerson(me, id));
  }
}
