import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { allows } from '@forhoering/shared/contracts/access.contract.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { ACCESS, type Access, type RequestWithActor } from '../platform/http/access.js';
import { SESSION_COOKIE } from './session-cookie.js';
import { SessionService } from './session.service.js';

/** Closed by default: a route that declares no access is refused, whoever asks. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) throw new ProblemError(403, 'not-allowed');
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const token = request.cookies[SESSION_COOKIE];
    const actor = token === undefined ? null : await this.sessions.find(token);
    if (!actor) throw new ProblemError(401, 'not-signed-in');
    if (!allows(actor.roles, access)) throw new ProblemError(403, 'not-allowed');
    request.actor = actor;
    return true;
  }
}
