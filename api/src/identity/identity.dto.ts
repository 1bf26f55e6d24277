import {
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  ValidateIf,
} from 'class-validator';
import { ROLES, type Role } from '@forhoering/shared/contracts/access.contract.js';
import type {
  ChangePasswordInput,
  CreateAccountInput,
  SignInInput,
  UpdateAccountInput,
  UseOneTimeLinkInput,
} from '@forhoering/shared/contracts/session.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';

/** What the body of POST /session looks like; Passport reads it, so this only documents and limits. */
export class SignInBody implements SignInInput {
  @IsString() @MaxChars(LIMITS.email) email: string;
  @IsString() @MaxChars(LIMITS.passwordMax * 4) password: string;
}

export class UseOneTimeLinkBody implements UseOneTimeLinkInput {
  @IsString() @MaxChars(100) token: string;
  @IsString() @MaxChars(LIMITS.passwordMax * 4) password: string;
  @IsOptional() @Trimmed() @IsEmail() @MaxChars(LIMITS.email) email?: string;
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.accountName) name?: string;
}

export class ChangePasswordBody implements ChangePasswordInput {
  @IsString() @MaxChars(LIMITS.passwordMax * 4) currentPassword: string;
  @IsString() @MaxChars(LIMITS.passwordMax * 4) password: string;
}

export class CreateAccountBody implements CreateAccountInput {
  @Trimmed() @IsEmail() @MaxChars(LIMITS.email) email: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.accountName) name: string;
  @IsArray() @ArrayUnique() @IsIn(ROLES, { each: true }) roles: Role[];
  @IsOptional() @IsUUID() departmentId?: string;
}

export class UpdateAccountBody implements UpdateAccountInput {
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.accountName) name?: string;
  @IsOptional() @IsArray() @ArrayUnique() @IsIn(ROLES, { each: true }) roles?: Role[];
  @ValidateIf((body: UpdateAccountBody) => body.departmentId !== undefined && body.departmentId !== null)
  @IsUUID()
  departmentId?: string | null;
  @IsOptional() @IsIn(['active', 'disabled']) state?: 'active' | 'disabled';
  @IsInt() version: number;
}

export class CreateDepartmentBody {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.departmentName) name: string;
}
