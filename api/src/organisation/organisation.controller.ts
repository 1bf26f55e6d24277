import { Body, Controller, Get, Put } from '@nestjs/common';
import { IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, ValidateIf } from 'class-validator';
import type { PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';
import type {
  HouseRules,
  OrganisationView,
  UpdateOrganisationInput,
} from '@forhoering/shared/contracts/session.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, Public, type SignedIn } from '../platform/http/access.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';
import { OrganisationService } from './organisation.service.js';

class UpdateOrganisationBody implements UpdateOrganisationInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.departmentName) name: string;
  @Trimmed() @IsString() @MaxChars(LIMITS.contact) address: string;
  @Trimmed() @IsString() @MaxChars(60) phone: string;
  @Trimmed() @IsString() @MaxChars(LIMITS.email) email: string;
  @Trimmed() @IsString() @MaxChars(LIMITS.contact) dpoContact: string;
  @Trimmed()
  @ValidateIf((body: UpdateOrganisationBody) => body.accessibilityUrl !== '')
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  accessibilityUrl: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.caseNumber) caseNumberPattern?: string;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.houseRules) houseRules?: string;
  @IsInt() version: number;
}

@Controller()
export class OrganisationController {
  constructor(private readonly organisation: OrganisationService) {}

  @Get('organisation')
  @Allow('organisation.read')
  get(): Promise<OrganisationView> {
    return this.organisation.get();
  }

  @Put('organisation')
  @Allow('organisation.edit')
  update(@Me() me: SignedIn, @Body() body: UpdateOrganisationBody): Promise<OrganisationView> {
    return this.organisation.update(me, body);
  }

  @Get('public/organisation')
  @Public()
  public(): Promise<PublicOrganisation> {
    return this.organisation.public();
  }

  @Get('public/house-rules')
  @Public()
  houseRules(): Promise<HouseRules> {
    return this.organisation.houseRules();
  }
}
