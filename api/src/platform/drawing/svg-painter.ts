import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { ProblemError } from '../http/problem-error.js';
import { log } from '../log/log.js';
import type { DrawAnswer, DrawOrder } from './draw-svg.child.js';

/** From source (tests) the child is the compiled file; from the build it lies beside this one. */
const CHILD = path.join(
  import.meta.dirname.replace(`${path.sep}src${path.sep}`, `${path.sep}dist${path.sep}`),
  'draw-svg.child.js',
);
const TIMEOUT_MS = 10_000;
/** Started by the first drawing and kept warm for the next ones: a cold start takes some 200 ms. */
const IDLE_MS = 10 * 60_000;
/** More than this many in line, and something asks for pictures faster than anybody could look at them. */
const MOST_WAITING = 200;

interface Waiting {
  resolve: (png: Buffer) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/** Draws SVG as PNG in a process of its own: some 50 ms of work that must not stand in the way of readers. */
@Injectable()
export class SvgPainter implements OnApplicationShutdown {
  private child: ChildProcess | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private idle: NodeJS.Timeout | null = null;

  /** @param svg our own drawing, with texts escaped; only the product's fonts are known. @throws 503 */
  async png(svg: string): Promise<Buffer> {
    if (this.waiting.size >= MOST_WAITING) throw new ProblemError(503, 'service-unavailable');
    const child = this.started();
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        log.warn('svg-painter-slow');
        child.kill('SIGKILL');
      }, TIMEOUT_MS);
      this.waiting.set(id, { resolve, reject, timer });
      const order: DrawOrder = { id, svg };
      child.send(order, (error) => {
        if (error) this.settle(id, { id, problem: 'not sent' });
      });
    });
  }

  onApplicationShutdown(): void {
    if (this.idle) clearTimeout(this.idle);
    this.child?.kill();
  }

  private started(): ChildProcess {
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(() => this.child?.kill(), IDLE_MS);
    this.idle.unref();
    if (this.child?.connected) return this.child;
    const child = fork(CHILD, [], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (answer: DrawAnswer) => this.settle(answer.id, answer));
    child.once('error', (error) => log.error('svg-painter', error));
    child.once('exit', () => {
      if (this.child !== child) return;
      this.child = null;
      for (const id of this.waiting.keys()) this.settle(id, { id, problem: 'ended' });
    });
    this.child = child;
    return child;
  }

  private settle(id: number, answer: DrawAnswer): void {
    const one = this.waiting.get(id);
    if (!one) return;
    this.waiting.delete(id);
    clearTimeout(one.timer);
    if ('png' in answer) return one.resolve(Buffer.from(answer.png));
    log.warn('svg-painter-failed', { problem: answer.problem.slice(0, 200) });
    one.reject(new ProblemError(503, 'service-unavailable'));
  }
}
