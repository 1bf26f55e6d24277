import { Body, Controller, Param, Put } from '@nestjs/common';
import { IsString, Matches, ValidateIf } from 'class-validator';
import type { PresenceInput, PresenceView } from '@forhoering/shared/contracts/opening.contract.js';
import { Allow, Me, type SignedIn } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { PresenceService } from './presence.service.js';

class PresenceBody implements PresenceInput {
  @ValidateIf((body: PresenceBody) => body.field !== undefined && body.field !== null)
  @IsString()
  @Matches(/^[A-Za-z]{1,30}$/)
  field?: string | null;
}

@Controller('consultations')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Put(':id/presence')
  @Allow('consultation.edit')
  beat(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: PresenceBody): Promise<PresenceView> {
    return this.presence.beat(me, id, body);
  }
}
