import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { invalidField } from '../platform/http/problem-error.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { passwordProblem } from './password.rules.js';

/** Argon2id (the library's default) with the second of the parameter sets of RFC 9106: 64 MiB, 3 passes. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

@Injectable()
export class PasswordService {
  /** A hash nobody's password has: an unknown address costs the same time as a wrong password. */
  private readonly decoy = hash('no account has this password', COST);

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  async matches(stored: string | null, password: string): Promise<boolean> {
    if (password.length > LIMITS.passwordMax * 4) return false;
    const right = await verify(stored ?? (await this.decoy), password);
    return right && stored !== null;
  }

  /** @throws 422 naming the field when the password is too short, too long or easy to guess */
  async require(password: string, own: readonly string[]): Promise<void> {
    const problem = await passwordProblem(password, own);
    if (problem === null) return;
    throw invalidField('password', problem, { min: LIMITS.passwordMin, max: LIMITS.passwordMax });
  }
}
