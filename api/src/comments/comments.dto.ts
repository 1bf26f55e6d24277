import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  CHANNELS,
  COMMENT_STATES,
  ENTRY_CHANNELS,
  SPEAKS_AS,
  type Channel,
  type CommentState,
  type EntryChannel,
  type SpeaksAs,
} from '@forhoering/shared/comments/comment-states.js';
import {
  COMMENT_ORDERS,
  type CommentOrder,
  type CommentLanguage,
  type EditCommentInput,
  type EnterCommentInput,
  type FollowInput,
  type PrivateCodeInput,
  type QuestionAnswer,
  type ShowNameInput,
  type SubmitCommentInput,
} from '@forhoering/shared/contracts/comment.contract.js';
import type { Point } from '@forhoering/shared/geo/denmark.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import type { PublicCommentFilter } from './public-filter.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { BlankIsAbsent, MaxChars, Trimmed } from '../platform/http/validation.js';

/** An empty optional field of a form means "left out". */
const filled = (field: string) =>
  ValidateIf(
    (body: Record<string, unknown>) => body[field] !== undefined && body[field] !== '' && body[field] !== null,
  );

class QuestionAnswerBody implements QuestionAnswer {
  @IsUUID() questionId: string;
  @IsArray()
  @ArrayMaxSize(LIMITS.questionOptions)
  @IsString({ each: true })
  // An option, or a place in words, which may be longer.
  @MaxChars(LIMITS.place, { each: true })
  values: string[];
}

class PointBody implements Point {
  @IsNumber() longitude: number;
  @IsNumber() latitude: number;
}

export class SubmitCommentBody implements SubmitCommentInput {
  @IsString() @MaxChars(LIMITS.commentText) text: string;
  @filled('name') @Trimmed() @IsString() @MaxChars(LIMITS.authorName) name?: string;
  @filled('email') @Trimmed() @IsEmail() @MaxChars(LIMITS.email) email?: string;
  @filled('idempotencyKey') @IsString() @MaxChars(LIMITS.idempotencyKey) idempotencyKey?: string;
  @filled('via') @IsString() @MaxChars(40) via?: string;
  @filled('website') @IsString() @MaxChars(LIMITS.permalink) website?: string;
  @filled('language') @IsIn(['da', 'en']) language?: CommentLanguage;
  @filled('speaksAs') @IsIn(SPEAKS_AS) speaksAs?: SpeaksAs;
  @filled('organisation') @Trimmed() @IsString() @MaxChars(LIMITS.organisation) organisation?: string;
  @filled('nameProtected') @IsBoolean() nameProtected?: boolean;
  @filled('place') @Trimmed() @IsString() @MaxChars(LIMITS.place) place?: string;
  @filled('point') @IsObject() @ValidateNested() @Type(() => PointBody) point?: PointBody;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.photosPerComment)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxChars(100, { each: true })
  photos?: string[];
  @filled('replyTo') @IsString() @MaxChars(40) replyTo?: string;
  @filled('proof') @IsString() @MaxChars(120) proof?: string;
  @filled('mayWait') @IsBoolean() mayWait?: boolean;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.questions)
  @ValidateNested({ each: true })
  @Type(() => QuestionAnswerBody)
  questionAnswers?: QuestionAnswerBody[];
}

export class EditCommentBody implements EditCommentInput {
  @IsString() @MaxChars(LIMITS.commentText) text: string;
  @filled('name') @Trimmed() @IsString() @MaxChars(LIMITS.authorName) name?: string;
  @IsInt() version: number;
}

export class ShowNameBody implements ShowNameInput {
  @IsBoolean() showName: boolean;
}

export class FollowBody implements FollowInput {
  @IsBoolean() answers: boolean;
  @IsBoolean() result: boolean;
  @filled('email') @Trimmed() @IsEmail() @MaxChars(LIMITS.email) email?: string;
}

export class PrivateCodeBody implements PrivateCodeInput {
  @Trimmed() @IsString() @MaxChars(40) number: string;
  @Trimmed() @IsString() @MaxChars(40) code: string;
}

export class EnterCommentBody implements EnterCommentInput {
  @IsIn(ENTRY_CHANNELS) channel: EntryChannel;
  @IsString() @MaxChars(LIMITS.staffCommentText) text: string;
  @filled('name') @Trimmed() @IsString() @MaxChars(LIMITS.authorName) name?: string;
  @filled('email') @Trimmed() @IsEmail() @MaxChars(LIMITS.email) email?: string;
  @filled('receivedAt') @IsString() @MaxChars(40) receivedAt?: string;
  @filled('permalink') @Trimmed() @IsString() @Matches(/^https?:\/\//) @MaxChars(LIMITS.permalink) permalink?: string;
  @filled('note') @Trimmed() @IsString() @MaxChars(LIMITS.reason) note?: string;
  @filled('idempotencyKey') @IsString() @MaxChars(LIMITS.idempotencyKey) idempotencyKey?: string;
}

/** `?x=true`; anything else is no. */
const IfTrue = (): PropertyDecorator =>
  applyDecorators(
    BlankIsAbsent(),
    IsOptional(),
    Transform(({ value }: { value: unknown }) => value === 'true'),
    IsBoolean(),
  );

export class CommentQuery extends PageQuery {
  @BlankIsAbsent() @IsOptional() @IsIn(COMMENT_ORDERS) order?: CommentOrder;
  @BlankIsAbsent() @IsOptional() @IsString() @MaxChars(LIMITS.searchQuery) q?: string;
  @BlankIsAbsent() @IsOptional() @Matches(/^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i) tag?: string;
  @BlankIsAbsent() @IsOptional() @IsIn(CHANNELS) channel?: Channel;
  @BlankIsAbsent() @IsOptional() @IsIn(COMMENT_STATES) state?: CommentState;
  @IfTrue() undecided?: boolean;
}

export class PublicCommentQuery extends PageQuery implements PublicCommentFilter {
  @IsOptional() @Type(() => String) declare cursor?: string;
  @BlankIsAbsent() @IsOptional() @IsString() @MaxChars(LIMITS.searchQuery) q?: string;
  @BlankIsAbsent() @IsOptional() @IsUUID() theme?: string;
  @IfTrue() placed?: boolean;
  @IfTrue() answered?: boolean;
}
