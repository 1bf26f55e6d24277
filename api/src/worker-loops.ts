import type { INestApplicationContext } from '@nestjs/common';
import { Collector } from './collecting/collector.service.js';
import { DeliveryRunner } from './delivery/delivery-runner.service.js';

/** What a worker does all the time, besides the jobs of the queue. Each stops with the application. */
export function startLoops(app: INestApplicationContext): void {
  app.get(DeliveryRunner).start();
  app.get(Collector).start();
}
