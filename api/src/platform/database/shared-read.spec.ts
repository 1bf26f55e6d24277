import { describe, expect, it } from '@jest/globals';
import { SharedRead } from './shared-read.js';

/** A read that ends when it is told to. */
function world() {
  const open: Array<{ end: () => void; fail: () => void }> = [];
  let value = 0;
  const shared = new SharedRead(() => {
    const mine = value;
    return new Promise<number>((resolve, reject) => {
      open.push({ end: () => resolve(mine), fail: () => reject(new Error('gone')) });
    });
  });
  return { open, shared, change: () => (value += 1) };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a shared read', () => {
  it('is one for all who wait, and never older than the question', async () => {
    const { open, shared, change } = world();
    const first = shared.ask();
    change();
    const late = [shared.ask(), shared.ask(), shared.ask()];
    expect(open).toHaveLength(1);
    open[0]?.end();
    expect(await first).toBe(0);
    await turn();
    expect(open).toHaveLength(2);
    change();
    const later = shared.ask();
    open[1]?.end();
    expect(await Promise.all(late)).toEqual([1, 1, 1]);
    await turn();
    open[2]?.end();
    expect(await later).toBe(2);
    await turn();
    void shared.ask();
    expect(open).toHaveLength(4);
  });

  it('that fails fails for those who shared it, and not for the next', async () => {
    const { open, shared } = world();
    const first = shared.ask();
    const second = shared.ask();
    open[0]?.fail();
    await expect(first).rejects.toThrow('gone');
    await turn();
    open[1]?.end();
    expect(await second).toBe(0);
  });
});
