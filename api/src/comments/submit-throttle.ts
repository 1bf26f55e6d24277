import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../platform/config/config.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { networkOf } from './network.js';

/** Generous for a library or a school behind one address, tiresome for a script. Counted per web process. */
const POINTS = 60;
const SECONDS = 600;

@Injectable()
export class SubmitThrottle {
  private readonly limiter = new RateLimiterMemory({ points: POINTS, duration: SECONDS });

  constructor(private readonly config: Config) {}

  /** @throws 429 `rate-limited` with `retryAfterSeconds` */
  async take(address: string): Promise<void> {
    if (!this.config.rateLimit) return;
    try {
      await this.limiter.consume(networkOf(address));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new ProblemError(429, 'rate-limited', { retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000) });
    }
  }
}
