import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  QUESTION_KINDS,
  TIMELINE_STEPS,
  VISIBILITIES,
  type CloseConsultationInput,
  type ConsultationInput,
  type CreateConsultationInput,
  type QuestionInput,
  type QuestionKind,
  type TimelineEntry,
  type TimelineStep,
  type UpdateConsultationInput,
  type Visibility,
} from '@forhoering/shared/contracts/consultation.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';

class QuestionBody implements QuestionInput {
  @IsOptional() @IsUUID() id?: string;
  @IsIn(QUESTION_KINDS) kind: QuestionKind;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.questionLabel) label: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.questionOptions)
  @IsString({ each: true })
  @MaxChars(LIMITS.questionOption, { each: true })
  options?: string[];
}

class TimelineBody implements TimelineEntry {
  @IsIn(TIMELINE_STEPS) step: TimelineStep;
  @Trimmed() @IsString() @MaxChars(LIMITS.timelineWhen) when: string;
}

const given = (field: keyof ConsultationInput) =>
  ValidateIf((body: ConsultationInput) => body[field] !== undefined && body[field] !== null);

export class ConsultationBody implements ConsultationInput {
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.title) title?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.teaser) teaser?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.purpose) purpose?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.listItems)
  @IsString({ each: true })
  @MaxChars(LIMITS.listItem, { each: true })
  canInfluence?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.listItems)
  @IsString({ each: true })
  @MaxChars(LIMITS.listItem, { each: true })
  settled?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.questions)
  @ValidateNested({ each: true })
  @Type(() => QuestionBody)
  questions?: QuestionBody[];
  @given('opensAt') @IsString() @MaxChars(40) opensAt?: string | null;
  @given('closesAt') @IsString() @MaxChars(40) closesAt?: string | null;
  @given('departmentId') @IsUUID() departmentId?: string | null;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.contact) contact?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.caseNumber) caseNumber?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.legalBasis) legalBasis?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.privacyNotice) privacyNotice?: string;
  @IsOptional() @IsBoolean() allowReplies?: boolean;
  @given('area') @IsObject() area?: Record<string, unknown> | null;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(TIMELINE_STEPS.length)
  @ValidateNested({ each: true })
  @Type(() => TimelineBody)
  timeline?: TimelineBody[];
  @IsOptional() @IsIn(VISIBILITIES) visibility?: Visibility;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.reason) visibilityReason?: string;
  @given('deleteOn') @IsString() @MaxChars(40) deleteOn?: string | null;
}

export class UpdateConsultationBody extends ConsultationBody implements UpdateConsultationInput {
  @IsInt() version: number;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.reason) reason?: string;
}

export class CreateConsultationBody extends ConsultationBody implements CreateConsultationInput {
  @IsOptional() @IsString() @MaxChars(60) templateId?: string;
}

export class CloseConsultationBody implements CloseConsultationInput {
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.reason) reason?: string;
}
