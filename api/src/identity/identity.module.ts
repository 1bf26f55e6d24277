import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AccessGuard } from './access.guard.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { AccountsController } from './accounts.controller.js';
import { LocalStrategy } from './local.strategy.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { PasswordService } from './password.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Module({
  imports: [PassportModule],
  controllers: [SessionController, AccountsController],
  // Registered as the guard of every route in every module.
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccountRepository,
    AccountService,
    LocalStrategy,
    OneTimeLinkService,
    PasswordService,
    SessionService,
    SignInThrottle,
  ],
  exports: [AccountService, OneTimeLinkService, SessionService],
})
export class IdentityModule {}
