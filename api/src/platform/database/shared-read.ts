/**
 * One read for everybody who asks at the same time. Whoever comes while it runs waits for the next one, which all of them share:
 * nobody gets what was read before they asked, and however many ask, at most one read runs and one waits.
 */
export class SharedRead<T> {
  private running: Promise<T> | null = null;
  private next: Promise<T> | null = null;

  constructor(private readonly read: () => Promise<T>) {}

  ask(): Promise<T> {
    if (this.next) return this.next;
    if (!this.running) return this.start();
    this.next = this.running.then(
      () => this.start(),
      () => this.start(),
    );
    return this.next;
  }

  private start(): Promise<T> {
    this.next = null;
    const mine = this.read();
    this.running = mine;
    void mine
      .catch(() => undefined)
      .finally(() => {
        if (this.running === mine) this.running = null;
      });
    return mine;
  }
}
