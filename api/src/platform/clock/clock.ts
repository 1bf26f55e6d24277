import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** The time as the product sees it. Tests move it with CLOCK_OFFSET; the database's `app_now()` moves with it. */
@Injectable()
export class Clock {
  constructor(private readonly config: Config) {}

  now(): Date {
    return new Date(this.nowMs());
  }

  nowMs(): number {
    return Date.now() + this.config.clockOffsetMs;
  }
}
