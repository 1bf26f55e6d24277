import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../platform/config/config.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { networkOf } from './network.js';

/** Generous for a library or a school behind one address, tiresome for a script. Counted per web process. */
const SECONDS = 600;
const POINTS = { submit: 60, photo: 90, support: 200, code: 10 };

@Injectable()
export class SubmitThrottle {
  private readonly limiters = {
    submit: new RateLimiterMemory({ points: POINTS.submit, duration: SECONDS }),
    photo: new RateLimiterMemory({ points: POINTS.photo, duration: SECONDS }),
    support: new RateLimiterMemory({ points: POINTS.support, duration: SECONDS }),
    code: new RateLimiterMemory({ points: POINTS.code, duration: SECONDS }),
  };

  constructor(private readonly config: Config) {}

  /** @throws 429 `rate-limited` with `retryAfterSeconds` */
  async take(address: string, what: keyof typeof POINTS = 'submit'): Promise<void> {
    if (!this.config.rateLimit) return;
    try {
      await this.limiters[what].consume(networkOf(address));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new ProblemError(429, what === 'code' ? 'too-many-attempts' : 'rate-limited', {
        retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000),
      });
    }
  }
}
