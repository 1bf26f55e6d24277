import { IsInt, IsNotEmpty, IsOptional, IsString, Max, Min } from 'class-validator';
import type { UpdateConsultationFileInput } from '@forhoering/shared/contracts/file.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { MaxChars, Trimmed } from '../../platform/http/validation.js';

export class UpdateConsultationFileBody implements UpdateConsultationFileInput {
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.fileTitle) title?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.altText) altText?: string;
  @IsOptional() @IsInt() @Min(0) @Max(LIMITS.filesPerConsultation) position?: number;
}
