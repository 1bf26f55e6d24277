import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { AccountView, AccountWithLink, DepartmentView } from '@forhoering/shared/contracts/session.contract.js';
import { Id } from '../platform/http/id.pipe.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { AccountService } from './account.service.js';
import { CreateAccountBody, CreateDepartmentBody, UpdateAccountBody } from './identity.dto.js';
import { OneTimeLinkService } from './one-time-link.service.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountService,
    private readonly links: OneTimeLinkService,
  ) {}

  @Get('accounts')
  @Allow('account.list')
  async list(): Promise<{ items: AccountView[] }> {
    return { items: await this.accounts.list() };
  }

  @Post('accounts')
  @Allow('account.manage')
  create(@Me() me: SignedIn, @Body() body: CreateAccountBody): Promise<AccountWithLink> {
    return this.links.invite(me, body);
  }

  @Patch('accounts/:id')
  @Allow('account.manage')
  update(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: UpdateAccountBody): Promise<AccountView> {
    return this.accounts.update(me, id, body);
  }

  @Post('accounts/:id/reset-link')
  @Allow('account.manage')
  @HttpCode(201)
  resetLink(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<AccountWithLink> {
    return this.links.reset(me, id);
  }

  @Get('departments')
  @Allow('department.read')
  async departments(): Promise<{ items: DepartmentView[] }> {
    return { items: await this.accounts.departments() };
  }

  @Post('departments')
  @Allow('department.manage')
  createDepartment(@Me() me: SignedIn, @Body() body: CreateDepartmentBody): Promise<DepartmentView> {
    return this.accounts.createDepartment(me, body.name);
  }
}
