import { describe, expect, it } from '@jest/globals';
import { nextLook } from './collecting.rules.js';

const at = (text: string): Date => new Date(`${text}Z`);
const post = { postedAt: at('2026-11-01T08:00'), closesAt: at('2026-12-01T00:00'), deleteOn: '2030-01-01' };

describe('when a post is read again', () => {
  it.each([
    ['2026-11-01T08:00', '2026-11-01T08:03'],
    ['2026-11-03T07:59', '2026-11-03T08:02'],
    ['2026-11-03T08:00', '2026-11-03T08:20'],
    ['2026-12-30T23:59', '2026-12-31T00:19'],
    ['2026-12-31T00:00', '2027-01-01T00:00'],
    ['2030-01-01T12:00', '2030-01-02T12:00'],
  ])('at %s: %s', (now, next) => expect(nextLook(post, at(now))).toEqual(at(next)));
  it('no more once the register is deleted', () => expect(nextLook(post, at('2030-01-03T00:00'))).toBeNull());
  it('keeps on without a deadline', () =>
    expect(nextLook({ ...post, closesAt: null, deleteOn: null }, at('2028-01-01T00:00'))).toEqual(
      at('2028-01-01T00:20'),
    ));
});
