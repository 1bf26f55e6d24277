import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';

const KEYS = { KEY_PRIVATE_LINK: 'k1:x', KEY_NETWORK: 'k1:y', KEY_CHANNELS: 'k1:z' };

describe('the settings', () => {
  it('have defaults that work on one machine', () => {
    expect(loadConfig({}, '/x')).toMatchObject({
      appEnv: 'development',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: '/x/data',
      dataDirGiven: false,
      rateLimit: true,
      clockOffsetMs: 0,
      workerHere: true,
    });
  });
  it.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ APP_ENV: 'prod' }, 'APP_ENV'],
    [{ PUBLIC_URL: 'forhoering.dk' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://a.dk/under' }, 'PUBLIC_URL'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ ADMIN_EMAIL: 'a@b.dk' }, 'ADMIN_PASSWORD'],
    [{ RATE_LIMIT: 'off' }, 'RATE_LIMIT'],
    [{ CLOCK_OFFSET: 'PT25H' }, 'CLOCK_OFFSET'],
    [{ APP_ENV: 'production', RATE_LIMIT: 'off', PUBLIC_URL: 'https://a.dk', ...KEYS }, 'RATE_LIMIT'],
    [{ APP_ENV: 'test', CLOCK_OFFSET: '25 hours' }, 'CLOCK_OFFSET'],
    [{ CHANNEL_SERVERS: 'bluesky' }, 'CHANNEL_SERVERS'],
    [{ CHANNEL_SERVERS: 'bluesky=ftp://x' }, 'CHANNEL_SERVERS'],
    [{ CHANNEL_APP_FACEBOOK: '123' }, 'CHANNEL_APP_FACEBOOK'],
    [{ APP_ENV: 'production', ...KEYS }, 'PUBLIC_URL'],
    [{ APP_ENV: 'production', PUBLIC_URL: 'https://a.dk', KEY_NETWORK: 'k1:y' }, 'KEY_PRIVATE_LINK'],
  ])('refuse %j and name the variable', (env, name) => {
    expect(() => loadConfig(env, '/x')).toThrow(ConfigError);
    expect(() => loadConfig(env, '/x')).toThrow(name);
  });
  it('name servers of networks, and the municipality’s app', () => {
    const { channelServers, channelApps } = loadConfig(
      { CHANNEL_SERVERS: 'bluesky=http://127.0.0.1:1, mastodon=https://a.dk/', CHANNEL_APP_FACEBOOK: '12:a:b' },
      '/x',
    );
    expect([...channelServers]).toEqual([
      ['bluesky', ['http://127.0.0.1:1']],
      ['mastodon', ['https://a.dk']],
    ]);
    expect(channelApps.get('facebook')).toEqual({ id: '12', secret: 'a:b' });
  });
  it('let tests move the clock and lift the limits', () => {
    expect(loadConfig({ APP_ENV: 'test', CLOCK_OFFSET: 'PT25H', RATE_LIMIT: 'off' }, '/x')).toMatchObject({
      clockOffsetMs: 90_000_000,
      rateLimit: false,
    });
    expect(loadConfig({ APP_ENV: 'test', CLOCK_OFFSET: '-P1D' }, '/x').clockOffsetMs).toBe(-86_400_000);
  });
});
