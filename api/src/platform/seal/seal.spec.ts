import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Key } from '../keys/keys.js';
import { seal, unseal } from './seal.js';

const k1 = randomBytes(32);
const k2 = randomBytes(40);
const ring = (current: string, all: Record<string, Buffer>): Key => ({
  currentId: current,
  current: all[current] ?? Buffer.alloc(0),
  get: (id) => all[id],
  every: Object.values(all),
});

describe('a sealed text', () => {
  it('opens with its key, also when there is a newer one, and never looks the same twice', () => {
    const sealed = seal(ring('k1', { k1 }), 'konto 1', 'hemmeligt: æøå');
    expect(sealed).not.toContain('hemmeligt');
    expect(seal(ring('k1', { k1 }), 'konto 1', 'hemmeligt: æøå')).not.toBe(sealed);
    expect(unseal(ring('k2', { k1, k2 }), 'konto 1', sealed)).toBe('hemmeligt: æøå');
    expect(unseal(ring('k2', { k2 }), 'konto 2', seal(ring('k2', { k2 }), 'konto 2', ''))).toBe('');
  });
  it('does not open when it was moved, changed, or its key is gone', () => {
    const sealed = seal(ring('k1', { k1 }), 'konto 1', 'hemmeligt');
    expect(() => unseal(ring('k1', { k1 }), 'konto 2', sealed)).toThrow();
    const [id, iv, tag] = sealed.split('.');
    expect(() => unseal(ring('k1', { k1 }), 'konto 1', [id, iv, tag, 'AAAA'].join('.'))).toThrow();
    expect(() => unseal(ring('k2', { k2 }), 'konto 1', sealed)).toThrow('k1');
    expect(() => unseal(ring('k1', { k1: randomBytes(32) }), 'konto 1', sealed)).toThrow();
  });
});
