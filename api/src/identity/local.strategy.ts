import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../platform/http/problem-error.js';
import { AccountService } from './account.service.js';

/** E-mail and password. Passport only finds the account; the session is ours. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly accounts: AccountService) {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  async validate(request: FastifyRequest, email: unknown, password: unknown): Promise<{ id: string }> {
    if (typeof email !== 'string' || typeof password !== 'string') throw new ProblemError(401, 'wrong-credentials');
    return { id: await this.accounts.authenticate(email, password, request.ip) };
  }
}

@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error;
    if (user === false || user === null || user === undefined) throw new ProblemError(401, 'wrong-credentials');
    return user;
  }
}
