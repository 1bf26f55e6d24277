import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadKeys } from './keys.js';

describe('server keys', () => {
  let dataDir = '';
  const load = () =>
    loadKeys({
      dataDir,
      appEnv: 'development',
      keys: { privateLink: undefined, network: undefined, channels: undefined },
    });
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
      keys: { privateLink: `k2:${long},k1:${long}`, network: `n1:${long}`, channels: `c1:${long}` },
    });
    expect(keys.privateLink.currentId).toBe('k2');
    expect(() =>
      loadKeys({
        dataDir,
        appEnv: 'production',
        keys: { privateLink: 'k1:a29ydA==', network: `n1:${long}`, channels: `c1:${long}` },
      }),
    ).toThrow(/KEY_PRIVATE_LINK/);
  });
});
