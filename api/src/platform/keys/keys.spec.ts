import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commentIdOf, privateLinkToken } from '../../comments/private-link.js';
import { networkOf } from '../../comments/network.js';
import { loadKeys } from './keys.js';

const ID = '01a20d54-4fc7-7629-8d2e-0a0a8358e809';

describe('server keys', () => {
  let dataDir = '';
  const load = () => loadKeys({ dataDir, appEnv: 'development', keys: { privateLink: undefined, network: undefined } });
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'forhoering-keys-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('are made once, for the owner only, and are the same the next time', () => {
    const first = load();
    expect(load().privateLink.current.equals(first.privateLink.current)).toBe(true);
    const folder = path.join(dataDir, 'keys/private-link');
    expect(readdirSync(folder)).toEqual(['k1.key']);
    expect(statSync(path.join(folder, 'k1.key')).mode & 0o777).toBe(0o600);
  });
  it('rotate: the newest makes, older ones still open', () => {
    const old = privateLinkToken(load(), ID);
    writeFileSync(path.join(dataDir, 'keys/private-link/k2.key'), Buffer.alloc(32, 7).toString('base64'), {
      mode: 0o600,
    });
    const rotated = load();
    expect(privateLinkToken(rotated, ID)).toMatch(/^k2\./);
    expect(commentIdOf(rotated, old)).toBe(ID);
  });
  it('open nothing that they did not make', () => {
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
  it('are refused when others can read them, or when damaged', () => {
    load();
    const file = path.join(dataDir, 'keys/network/k1.key');
    chmodSync(file, 0o644);
    expect(load).toThrow(/chmod 600/);
    chmodSync(file, 0o600);
    writeFileSync(file, 'kort');
    expect(load).toThrow(/damaged/);
  });
  it('come from the environment when given, and must be long enough', () => {
    const long = Buffer.alloc(32, 1).toString('base64');
    const keys = loadKeys({
      dataDir,
      appEnv: 'production',
      keys: { privateLink: `k2:${long},k1:${long}`, network: `n1:${long}` },
    });
    expect(keys.privateLink.currentId).toBe('k2');
    expect(() =>
      loadKeys({ dataDir, appEnv: 'production', keys: { privateLink: 'k1:a29ydA==', network: `n1:${long}` } }),
    ).toThrow(/KEY_PRIVATE_LINK/);
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
