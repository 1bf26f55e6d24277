import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import type { AuditPage } from '@forhoering/shared/contracts/overview.contract.js';
import { Allow } from '../platform/http/access.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { AuditService } from './audit.service.js';

class AuditQuery extends PageQuery {
  @IsOptional() @IsUUID() consultationId?: string;
  /** `comment.hide`, or `comment.` for everything about comments. */
  @IsOptional() @IsString() @Matches(/^[a-zA-Z.-]{1,60}$/) action?: string;
}

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get('audit-events')
  @Allow('audit.read')
  list(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.audit.list(query);
  }
}
