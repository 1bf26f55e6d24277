import { describe, expect, it } from '@jest/globals';
import { PageCache, type RenderedPage } from './page-cache.js';

function cacheAt(start = 1_000_000) {
  const clock = { now: start };
  const cache = new PageCache(() => clock.now);
  cache.hear(true);
  let drawn = 0;
  const draw = async (): Promise<RenderedPage> => {
    drawn += 1;
    return Promise.resolve({ status: 200, headers: {}, body: Buffer.from(`${drawn}`), subject: 'a', until: Infinity });
  };
  const read = async (): Promise<string> => (await cache.get('key', draw)).plain.toString();
  return { clock, cache, read, drawn: () => drawn };
}

describe('PageCache', () => {
  it('draws once for many readers, and anew after a change', async () => {
    const { cache, read, drawn } = cacheAt();
    await Promise.all([read(), read(), read()]);
    expect(drawn()).toBe(1);
    cache.drop('another');
    expect(await read()).toBe('1');
    cache.drop('a');
    expect(await read()).toBe('2');
  });

  it('shows an addition at once in quiet times, and at most four times a second in a storm', async () => {
    const { clock, cache, read } = cacheAt();
    await read();
    clock.now += 300;
    cache.age('a');
    expect(await read()).toBe('2');
    for (let i = 0; i < 10; i += 1) {
      clock.now += 20;
      cache.age('a');
      expect(await read()).toBe('2');
    }
    clock.now += 60;
    expect(await read()).toBe('3');
  });

  it('takes away at once, storm or not', async () => {
    const { clock, cache, read } = cacheAt();
    await read();
    clock.now += 10;
    cache.age('a');
    cache.drop('a');
    expect(await read()).toBe('2');
  });

  it('does not keep what was drawn across a removal, and keeps only for a moment what was drawn across an addition', async () => {
    const { clock, cache, drawn } = cacheAt();
    const across = (meanwhile: () => void) =>
      cache.get('key', async () => {
        await Promise.resolve();
        meanwhile();
        return { status: 200, headers: {}, body: Buffer.from('old'), subject: 'a', until: Infinity };
      });
    const next = async () =>
      (
        await cache.get('key', () =>
          Promise.resolve({ status: 200, headers: {}, body: Buffer.from('new'), subject: 'a', until: Infinity }),
        )
      ).plain.toString();
    await across(() => cache.drop('a'));
    expect(await next()).toBe('new');
    cache.drop('a');
    await across(() => cache.age('a'));
    expect(await next()).toBe('old');
    clock.now += 251;
    expect(await next()).toBe('new');
    expect(drawn()).toBe(0);
  });

  it('keeps nothing while it cannot hear of changes', async () => {
    const { cache, read } = cacheAt();
    cache.hear(false);
    await read();
    expect(await read()).toBe('2');
  });
});
