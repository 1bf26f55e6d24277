import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import type { CommentDetail, DecideCommentInput } from '@forhoering/shared/contracts/comment.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';
import { ModerationService } from './moderation.service.js';

class DecideCommentBody implements DecideCommentInput {
  @IsIn(['publish', 'hide', 'undo']) action: DecideCommentInput['action'];
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.reason) reason?: string;
  @IsOptional() @IsBoolean() withoutMarked?: boolean;
  @IsOptional() @IsInt() version?: number;
}

@Controller()
export class ModerationController {
  constructor(private readonly moderation: ModerationService) {}

  @Post('comments/:id/decision')
  @Allow('comment.decide')
  @HttpCode(200)
  decide(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: DecideCommentBody): Promise<CommentDetail> {
    return this.moderation.decide(me, id, body);
  }
}
