import { IsInt, IsNotEmpty, IsOptional, IsString, Max, Min } from 'class-validator';
import type {
  OfficialAnswerInput,
  UpdateOfficialAnswerInput,
} from '@forhoering/shared/contracts/official-answer.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { MaxChars, Trimmed } from '../../platform/http/validation.js';

class LinkFields {
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.signature) signature?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.permalink) linkUrl?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.linkLabel) linkLabel?: string;
}

export class OfficialAnswerBody extends LinkFields implements OfficialAnswerInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.officialQuestion) question: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.officialAnswer) answer: string;
}

export class UpdateOfficialAnswerBody extends LinkFields implements UpdateOfficialAnswerInput {
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.officialQuestion) question?: string;
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.officialAnswer) answer?: string;
  @IsOptional() @IsInt() @Min(0) @Max(LIMITS.officialAnswers) position?: number;
}
