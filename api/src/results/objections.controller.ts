import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsNotEmpty, IsString, IsUUID } from 'class-validator';
import type { ObjectionInput, Objections } from '@forhoering/shared/contracts/objection.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';
import { ObjectionsService } from './objections.service.js';

class ObjectionBody implements ObjectionInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.caseNumber) reference: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(40) receivedOn: string;
  @IsArray() @ArrayMaxSize(LIMITS.tagsPerComment) @IsUUID('all', { each: true }) tagIds: string[];
}

@Controller()
export class ObjectionsController {
  constructor(private readonly objections: ObjectionsService) {}

  @Get('consultations/:id/objections')
  @Allow('consultation.read')
  list(@Param('id', Id) id: string): Promise<Objections> {
    return this.objections.of(id);
  }

  @Post('consultations/:id/objections')
  @Allow('consultation.edit')
  add(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: ObjectionBody): Promise<Objections> {
    return this.objections.add(me, id, body);
  }

  @Delete('objections/:id')
  @Allow('consultation.edit')
  @HttpCode(204)
  remove(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.objections.remove(me, id);
  }
}
