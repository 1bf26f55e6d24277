import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { DepartmentHeadView } from '@forhoering/shared/contracts/department-head.contract.js';
import type { DutyView, InboxPreferences, InboxSettings } from '@forhoering/shared/contracts/inbox.contract.js';
import type { LeaveView } from '@forhoering/shared/contracts/leave.contract.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { DutiesService } from './duties.service.js';
import { LeavesService } from './leaves.service.js';
import { DepartmentHeadsService } from './department-heads.service.js';
import { DepartmentHeadBody, DutyBody, LeaveBody, InboxSettingsBody, PreferencesBody } from './inbox.dto.js';
import { NoticeMailsService } from './notice-mails.service.js';
import { InboxSettingsService } from './inbox-settings.service.js';

@Controller('inbox-settings')
export class InboxSettingsController {
  constructor(private readonly settings: InboxSettingsService) {}

  @Get()
  @Allow('inbox.read')
  get(): Promise<InboxSettings> {
    return this.settings.get();
  }

  @Put()
  @Allow('inbox.settings')
  put(@Me() me: SignedIn, @Body() body: InboxSettingsBody): Promise<InboxSettings> {
    return this.settings.update(me, body);
  }
}

/** What the signed-in person has chosen. */
@Controller('inbox/preferences')
export class InboxPreferencesController {
  constructor(private readonly mails: NoticeMailsService) {}

  @Get()
  @Allow('inbox.read')
  async get(@Me() me: SignedIn): Promise<InboxPreferences> {
    return { mail: await this.mails.mailOf(me.accountId) };
  }

  @Put()
  @Allow('inbox.read')
  async put(@Me() me: SignedIn, @Body() { mail }: PreferencesBody): Promise<InboxPreferences> {
    await this.mails.choose(me.accountId, mail);
    return { mail };
  }
}

@Controller('department-heads')
export class DepartmentHeadsController {
  constructor(private readonly heads: DepartmentHeadsService) {}

  @Get()
  @Allow('inbox.read')
  async list(): Promise<{ items: DepartmentHeadView[] }> {
    return { items: await this.heads.list() };
  }

  @Put()
  @Allow('inbox.settings')
  async put(@Me() me: SignedIn, @Body() body: DepartmentHeadBody): Promise<{ items: DepartmentHeadView[] }> {
    await this.heads.choose(me, body);
    return this.list();
  }
}

@Controller('duties')
export class DutiesController {
  constructor(private readonly duties: DutiesService) {}

  @Get()
  @Allow('inbox.read')
  async list(): Promise<{ items: DutyView[] }> {
    return { items: await this.duties.list() };
  }

  @Post()
  @Allow('inbox.settings')
  add(@Me() me: SignedIn, @Body() body: DutyBody): Promise<DutyView> {
    return this.duties.add(me, body);
  }

  @Delete(':id')
  @Allow('inbox.settings')
  @HttpCode(204)
  remove(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.duties.remove(me, id);
  }
}

@Controller('leaves')
export class LeavesController {
  constructor(private readonly leaves: LeavesService) {}

  @Get()
  @Allow('inbox.read')
  async list(): Promise<{ items: LeaveView[] }> {
    return { items: await this.leaves.list() };
  }

  @Post()
  @Allow('leave.edit')
  add(@Me() me: SignedIn, @Body() body: LeaveBody): Promise<LeaveView> {
    return this.leaves.add(me, body);
  }

  @Delete(':id')
  @Allow('leave.edit')
  @HttpCode(204)
  remove(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.leaves.remove(me, id);
  }
}
