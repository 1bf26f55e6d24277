import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Min, ValidateNested } from 'class-validator';
import {
  RESULT_OUTCOMES,
  type CommentTreatment,
  type PublicResult,
  type ResultInput,
  type ResultOutcome,
  type ResultThemeInput,
  type ResultView,
} from '@forhoering/shared/contracts/result.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, Public, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';
import { ResultsService } from './results.service.js';

class ResultThemeBody implements ResultThemeInput {
  @IsUUID() tagId: string;
  /** null: not said yet. */
  @IsOptional() @IsIn(RESULT_OUTCOMES) outcome: ResultOutcome | null = null;
  @Trimmed() @IsString() @MaxChars(LIMITS.resultDid) did: string;
  @Trimmed() @IsString() @MaxChars(LIMITS.resultWhy) why: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(40) quote?: string;
}

class ResultBody implements ResultInput {
  @Trimmed() @IsString() @MaxChars(LIMITS.resultIntro) intro: string;
  @IsArray()
  @ArrayMaxSize(LIMITS.tagsPerConsultation)
  @ValidateNested({ each: true })
  @Type(() => ResultThemeBody)
  themes: ResultThemeBody[];
  @IsInt() @Min(0) version: number;
}

@Controller()
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get('consultations/:id/result')
  @Allow('consultation.read')
  get(@Param('id', Id) id: string): Promise<ResultView> {
    return this.results.get(id);
  }

  @Put('consultations/:id/result')
  @Allow('consultation.edit')
  save(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: ResultBody): Promise<ResultView> {
    return this.results.save(me, id, body);
  }

  @Post('consultations/:id/result/publish')
  @Allow('consultation.publish')
  @HttpCode(200)
  publish(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ResultView> {
    return this.results.publish(me, id);
  }

  @Post('consultations/:id/result/withdraw')
  @Allow('consultation.publish')
  @HttpCode(200)
  withdraw(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ResultView> {
    return this.results.withdraw(me, id);
  }

  @Get('public/consultations/:slug/result')
  @Public()
  publicOf(@Param('slug') slug: string): Promise<PublicResult> {
    return this.results.publicOf(slug);
  }

  @Get('public/private-links/:token/treatment')
  @Public()
  treatment(@Param('token') token: string): Promise<CommentTreatment> {
    return this.results.treatmentOf(token);
  }
}
