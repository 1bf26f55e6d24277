import { describe, expect, it } from '@jest/globals';
import { cachedAddress } from './known-query.js';

const query = (url: string): string | undefined => cachedAddress(url)?.query;

describe('what makes a page an entry of its own', () => {
  it('is what changes it, in a fixed order, and no tracking rubbish', () => {
    expect(query('/f/x?fbclid=1&utm_source=y&k=facebook')).toBe('');
    expect(query('/f/x?sted=1&q=%20sti%20%20en&lang=en')).toBe('lang=en&q=sti+en&sted=1');
    expect(query('/f/x?tema=nej&sted=2&before=x')).toBe('');
    expect(query('/?tilstand=open&afdeling=Plan')).toBe('tilstand=open&afdeling=Plan');
    expect(query('/?tilstand=draft')).toBe('');
    expect(query('/f/x/indlejr?q=sti&lang=en')).toBe('lang=en');
  });
  it('is bounded, and filtered pages are told from the others', () => {
    expect(query(`/f/x?q=${'a'.repeat(5_000)}`)?.length).toBeLessThan(250);
    expect(query('/f/x?q=%00%0a')).toBe('');
    expect(cachedAddress('/f/x?q=a')?.filtered).toBe(true);
    expect(cachedAddress('/f/x?before=9')?.filtered).toBe(false);
  });
  it('leaves every other page alone', () => {
    for (const url of ['/log-ind', '/f/x/skriv', '/f/x/kort', '/m/abc', '/k/abc', '/f/Stort', '/f/x/'])
      expect(cachedAddress(url)).toBeNull();
  });
});
