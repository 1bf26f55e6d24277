import { IsInt, IsNotEmpty, IsOptional, IsString, IsUUID } from 'class-validator';
import type { SaveTemplateInput, UpdateTemplateInput } from '@forhoering/shared/contracts/opening.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { MaxChars, Trimmed } from '../../platform/http/validation.js';

export class SaveTemplateBody implements SaveTemplateInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.templateName) name: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.templateDescription) description?: string;
  @IsUUID() consultationId: string;
}

export class UpdateTemplateBody implements UpdateTemplateInput {
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.templateName) name?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.templateDescription) description?: string;
  @IsInt() version: number;
}
