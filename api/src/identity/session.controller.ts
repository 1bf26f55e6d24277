import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OneTimeLinkView, SessionView } from '@forhoering/shared/contracts/session.contract.js';
import { Config } from '../platform/config/config.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { Allow, Me, Public, type SignedIn } from '../platform/http/access.js';
import { AccountService } from './account.service.js';
import { ChangePasswordBody, SignInBody, UseOneTimeLinkBody } from './identity.dto.js';
import { LocalGuard } from './local.strategy.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly config: Config,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly links: OneTimeLinkService,
  ) {}

  @Post('session')
  @Public()
  @UseGuards(LocalGuard)
  signIn(
    @Body() _body: SignInBody,
    @Req() request: FastifyRequest & { user?: { id: string } },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (!request.user) throw new ProblemError(401, 'wrong-credentials');
    return this.open(reply, request.user.id);
  }

  @Get('session')
  @Allow('session.own')
  async current(@Me() me: SignedIn): Promise<SessionView> {
    const [account, expiresAt] = await Promise.all([
      this.accounts.view(me.accountId),
      this.sessions.expiresAt(me.sessionId),
    ]);
    return { account, expiresAt: expiresAt.toISOString() };
  }

  @Delete('session')
  @Allow('session.own')
  @HttpCode(204)
  async signOut(@Me() me: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.accounts.signOut(me, false);
    clearSessionCookie(reply, this.config);
  }

  @Delete('session/all')
  @Allow('session.own')
  @HttpCode(204)
  async signOutEverywhere(@Me() me: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.accounts.signOut(me, true);
    clearSessionCookie(reply, this.config);
  }

  @Put('session/password')
  @Allow('session.own')
  @HttpCode(204)
  async changePassword(@Me() me: SignedIn, @Body() body: ChangePasswordBody): Promise<void> {
    await this.accounts.changePassword(me, body.currentPassword, body.password);
  }

  @Get('one-time-links/:token')
  @Public()
  oneTimeLink(@Param('token') token: string): Promise<OneTimeLinkView> {
    return this.links.view(token);
  }

  @Post('one-time-links')
  @Public()
  async useOneTimeLink(
    @Body() body: UseOneTimeLinkBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.open(reply, await this.links.use(body));
  }

  private async open(reply: FastifyReply, accountId: string): Promise<SessionView> {
    const { token, expiresAt, account } = await this.accounts.signIn(accountId);
    setSessionCookie(reply, this.config, token, expiresAt);
    return { account, expiresAt: expiresAt.toISOString() };
  }
}
