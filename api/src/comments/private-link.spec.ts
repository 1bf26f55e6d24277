import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadKeys } from '../platform/keys/keys.js';
import { networkOf } from './network.js';
import { commentIdOf, privateLinkToken } from './private-link.js';

const ID = '01a20d54-4fc7-7629-8d2e-0a0a8358e809';

describe('a private link', () => {
  let dataDir = '';
  const load = () =>
    loadKeys({
      dataDir,
      appEnv: 'development',
      keys: { privateLink: undefined, network: undefined, channels: undefined },
    });
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-link-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('still opens when the key has been rotated', () => {
    const old = privateLinkToken(load(), ID);
    writeFileSync(path.join(dataDir, 'keys/private-link/k2.key'), Buffer.alloc(32, 7).toString('base64'), {
      mode: 0o600,
    });
    const rotated = load();
    expect(privateLinkToken(rotated, ID)).toMatch(/^k2\./);
    expect(commentIdOf(rotated, old)).toBe(ID);
  });
  it('opens nothing that our keys did not make', () => {
    const keys = load();
    const token = privateLinkToken(keys, ID);
    for (const wrong of [
      '',
      'k1',
      'k1.',
      `k9.${token.slice(3)}`,
      `${token}A`,
      `${token}.x`,
      token.slice(0, -3),
      `k1.${'A'.repeat(43)}`,
    ])
      expect(commentIdOf(keys, wrong)).toBeNull();
  });
});

describe('a network', () => {
  it('is an IPv4 address or the /64 of an IPv6 address', () => {
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:0db8:1:2::9'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
    expect(networkOf('::1')).toBe('0:0:0:0');
  });
});
