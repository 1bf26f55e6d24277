import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { SendBackInput } from '@forhoering/shared/contracts/answer-proposal.contract.js';
import type { DepartmentHeadInput } from '@forhoering/shared/contracts/department-head.contract.js';
import {
  ANSWER_KINDS,
  INBOX_VIEWS,
  NOTICE_MAILS,
  type AnswerInput,
  type AnswerKind,
  type AnswerManyInput,
  type AssignInput,
  type DeliveredInput,
  type DutyInput,
  type EditAnswerInput,
  type InboxDraftInput,
  type InboxNoteInput,
  type InboxPreferences,
  type InboxSettingsInput,
  type InboxView,
  type NoAnswerInput,
  type NoticeMail,
  type RoutingRule,
} from '@forhoering/shared/contracts/inbox.contract.js';
import { CLOCK_POLICIES, type ClockPolicy } from '@forhoering/shared/inbox/clock.rules.js';
import type { LeaveInput } from '@forhoering/shared/contracts/leave.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { BlankIsAbsent, MaxChars, Trimmed } from '../platform/http/validation.js';

export class InboxQuery extends PageQuery {
  @BlankIsAbsent() @IsOptional() @IsIn(INBOX_VIEWS) view?: InboxView;
  /** A number or words; then the view does not matter. */
  @BlankIsAbsent() @IsOptional() @IsString() @MaxChars(LIMITS.searchQuery) q?: string;
}
export class ResponseTimesQuery {
  @BlankIsAbsent() @IsOptional() @IsUUID() consultationId?: string;
}
export class PreferencesBody implements InboxPreferences {
  @IsIn(NOTICE_MAILS) mail: NoticeMail;
}
export class VersionBody {
  @IsOptional() @IsInt() version?: number;
}
export class AssignBody extends VersionBody implements AssignInput {
  @IsOptional() @ValidateIf((body: AssignInput) => body.departmentId !== null) @IsUUID() departmentId?: string | null;
  @IsOptional() @ValidateIf((body: AssignInput) => body.userId !== null) @IsUUID() userId?: string | null;
}
export class NoteBody implements InboxNoteInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.inboxNote) text: string;
  @IsOptional() @IsArray() @ArrayMaxSize(LIMITS.mentions) @IsUUID(undefined, { each: true }) mentions?: string[];
}
export class NoAnswerBody extends VersionBody implements NoAnswerInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.reason) reason: string;
}
class AnswerWords {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.answer) text: string;
  @IsIn(ANSWER_KINDS) kind: AnswerKind;
  @BlankIsAbsent() @IsOptional() @IsString() @MaxChars(40) promisedOn?: string;
  @IsOptional() @IsBoolean() contactChecked?: boolean;
  @IsOptional() @IsUUID() savedAnswerId?: string;
  @BlankIsAbsent() @IsOptional() @IsString() @MaxChars(LIMITS.idempotencyKey) idempotencyKey?: string;
}
export class AnswerBody extends AnswerWords implements AnswerInput {
  @IsOptional() @IsInt() version?: number;
}
export class AnswerManyBody extends AnswerWords implements AnswerManyInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.answersAtOnce)
  @IsUUID(undefined, { each: true })
  conversationIds: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(LIMITS.answersAtOnce) @IsInt({ each: true }) versions?: number[];
}
export class SendBackBody implements SendBackInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.reason) words: string;
}
export class EditAnswerBody implements EditAnswerInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.answer) text: string;
  @IsOptional() @IsBoolean() contactChecked?: boolean;
}
export class DeliveredBody implements DeliveredInput {
  @BlankIsAbsent() @IsOptional() @IsString() @MaxChars(LIMITS.permalink) permalink?: string;
}
export class DraftBody implements InboxDraftInput {
  @IsString() @MaxChars(LIMITS.answer) text: string;
  @IsIn(ANSWER_KINDS) kind: AnswerKind;
  @IsOptional() @IsUUID() savedAnswerId?: string;
  @IsOptional() @IsBoolean() takeOver?: boolean;
}
class RoutingRuleBody implements RoutingRule {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(40) @IsString({ each: true }) words: string[];
  @IsUUID() departmentId: string;
}
export class DepartmentHeadBody implements DepartmentHeadInput {
  @IsUUID() departmentId: string;
  @ValidateIf((body: DepartmentHeadInput) => body.accountId !== null) @IsUUID() accountId: string | null;
}
export class DutyBody implements DutyInput {
  @IsUUID() departmentId: string;
  @IsUUID() accountId: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(40) startsOn: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(40) endsOn: string;
  @IsOptional() @IsBoolean() standIn?: boolean;
}
export class LeaveBody implements LeaveInput {
  @IsUUID() accountId: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(40) startsOn: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(40) endsOn: string;
}
export class InboxSettingsBody implements InboxSettingsInput {
  @IsOptional() @IsIn(CLOCK_POLICIES) policy?: ClockPolicy;
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) closedDays?: string[];
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.signature) signature?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RoutingRuleBody)
  rules?: RoutingRuleBody[];
  @IsOptional() @IsBoolean() showBadge?: boolean;
  @IsInt() version: number;
}
