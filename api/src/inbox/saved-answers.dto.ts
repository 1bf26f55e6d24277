import { IsBoolean, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, ValidateIf } from 'class-validator';
import type { SavedAnswerInput, UpdateSavedAnswerInput } from '@forhoering/shared/contracts/saved-answer.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { BlankIsAbsent, MaxChars, Trimmed } from '../platform/http/validation.js';

class SavedAnswerDetails {
  @IsOptional() @ValidateIf((body: SavedAnswerInput) => body.departmentId !== null) @IsUUID() departmentId?:
    string | null;
  @IsOptional() @IsUUID() ownerId?: string;
  @BlankIsAbsent() @IsOptional() @IsString() @MaxChars(40) reviewOn?: string;
  @IsOptional() @IsBoolean() contactChecked?: boolean;
}
export class SavedAnswerBody extends SavedAnswerDetails implements SavedAnswerInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.savedAnswerTitle) title: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.answer) text: string;
}
export class UpdateSavedAnswerBody extends SavedAnswerDetails implements UpdateSavedAnswerInput {
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.savedAnswerTitle) title?: string;
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.answer) text?: string;
  @IsOptional() @IsBoolean() verified?: boolean;
  @IsOptional() @IsBoolean() retired?: boolean;
  @IsInt() version: number;
}
