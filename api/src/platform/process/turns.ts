/** Lets so many work at once; the others wait in line. */
export class Turns {
  private running = 0;
  private readonly queue: Array<() => void> = [];

  constructor(private readonly atOnce: number) {}

  /** Waits until one may run. @returns what ends the turn */
  async take(): Promise<() => void> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.running += 1;
    return () => {
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    };
  }
}
