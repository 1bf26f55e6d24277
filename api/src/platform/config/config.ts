import path from 'node:path';
import { Temporal } from 'temporal-polyfill';

export type AppEnv = 'development' | 'production' | 'test';

/** What the processes need to know, read once at the start. A class, so that Nest can hand it out by type. */
export class Config {
  appEnv: AppEnv;
  host: string;
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  dataDir: string;
  /** True when DATA_DIR was given; otherwise it may be moved to a readable place. */
  dataDirGiven: boolean;
  databaseUrl: string | undefined;
  trustProxy: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  admin: { email: string; password: string } | undefined;
  /** False also means no proof of work and no hold for spam signals: only under APP_ENV=test. */
  rateLimit: boolean;
  clockOffsetMs: number;
  /** `id:base64,id:base64` per purpose; the first is current. Made into DATA_DIR/keys when absent outside production. */
  keys: { privateLink: string | undefined; network: string | undefined; channels: string | undefined };
  /** Background map: tiles are fetched by the server, so that no reader's address and no key leaves it. */
  mapTiles: { url: string; attribution: string } | undefined;
  /** Addresses of networks' servers that stand in for the usual ones, and may be private: `bluesky` → `http://127.0.0.1:2583`. */
  channelServers: ReadonlyMap<string, readonly string[]>;
  /** The municipality's app at a network that wants one registered: `facebook` → id and secret. */
  channelApps: ReadonlyMap<string, { id: string; secret: string }>;
  /** The word by which a network knows that a webhook's address is ours. */
  channelHooks: ReadonlyMap<string, string>;
  workerHere: boolean;
  demo: boolean;
}

/** A setting that is missing or does not hold; the message names it and says what is expected. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Env = Record<string, string | undefined>;

/** @param checkout folder that relative paths start from. @throws ConfigError */
export function loadConfig(env: Env, checkout: string): Config {
  const appEnv = oneOf(env, 'APP_ENV', ['development', 'production', 'test'] as const, 'development');
  const port = portOf(env);
  const config = Object.assign(new Config(), {
    appEnv,
    port,
    host: given(env, 'HOST') ?? '127.0.0.1',
    publicUrl: publicUrlOf(env, port),
    dataDir: path.resolve(checkout, given(env, 'DATA_DIR') ?? 'data'),
    dataDirGiven: given(env, 'DATA_DIR') !== undefined,
    databaseUrl: databaseUrlOf(env),
    trustProxy: given(env, 'TRUST_PROXY') === '1',
    smtpUrl: given(env, 'SMTP_URL'),
    mailFrom: given(env, 'MAIL_FROM') ?? 'Forhøring <forhoering@localhost>',
    admin: adminOf(env),
    rateLimit: given(env, 'RATE_LIMIT') !== 'off',
    clockOffsetMs: offsetOf(env),
    keys: {
      privateLink: given(env, 'KEY_PRIVATE_LINK'),
      network: given(env, 'KEY_NETWORK'),
      channels: given(env, 'KEY_CHANNELS'),
    },
    channelServers: channelServersOf(env),
    channelApps: channelAppsOf(env),
    channelHooks: new Map(
      Object.entries({ facebook: given(env, 'CHANNEL_WEBHOOK_FACEBOOK') }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    ),
    mapTiles: mapTilesOf(env),
    workerHere: given(env, 'WORKER') !== 'off',
    demo: given(env, 'DEMO') === '1',
  });
  if (appEnv !== 'test') refuseTestSettings(env);
  if (appEnv === 'production') demand(env, ['PUBLIC_URL', 'KEY_PRIVATE_LINK', 'KEY_NETWORK', 'KEY_CHANNELS']);
  return config;
}

function given(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function demand(env: Env, names: string[]): void {
  const missing = names.filter((name) => given(env, name) === undefined);
  if (missing.length > 0)
    throw new ConfigError(
      `APP_ENV=production needs ${missing.join(', ')}. Keys: \`<id>:<32 random bytes as base64>\`.`,
    );
}

function refuseTestSettings(env: Env): void {
  for (const name of ['RATE_LIMIT', 'CLOCK_OFFSET']) {
    if (given(env, name) !== undefined)
      throw new ConfigError(`${name} is for tests and only allowed with APP_ENV=test. Remove it.`);
  }
}

function oneOf<T extends string>(env: Env, name: string, values: readonly T[], fallback: T): T {
  const value = given(env, name) ?? fallback;
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new ConfigError(`${name}=${value} is none of ${values.join(', ')}.`);
  return found;
}

function portOf(env: Env): number {
  const port = Number(given(env, 'PORT') ?? '3000');
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ConfigError(`PORT=${env['PORT']} is no port. Give a number from 1 to 65535.`);
  return port;
}

function publicUrlOf(env: Env, port: number): string {
  const value = given(env, 'PUBLIC_URL') ?? `http://localhost:${port}`;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw new ConfigError(`PUBLIC_URL=${value} is no address of a site. Give e.g. https://forhoering.kommune.dk.`);
  }
  return url.origin;
}

function databaseUrlOf(env: Env): string | undefined {
  const value = given(env, 'DATABASE_URL');
  if (value !== undefined && !/^postgres(ql)?:\/\//.test(value))
    throw new ConfigError('DATABASE_URL must begin with postgres://');
  return value;
}

function mapTilesOf(env: Env): Config['mapTiles'] {
  const url = given(env, 'MAP_TILES_URL');
  if (url === undefined) return undefined;
  if (!/^https?:\/\//.test(url) || !['{z}', '{x}', '{y}'].every((part) => url.includes(part)))
    throw new ConfigError('MAP_TILES_URL is an address with {z}, {x} and {y} in it.');
  return { url, attribution: given(env, 'MAP_TILES_ATTRIBUTION') ?? '' };
}

function channelServersOf(env: Env): Config['channelServers'] {
  const servers = new Map<string, string[]>();
  for (const pair of (given(env, 'CHANNEL_SERVERS') ?? '').split(',').filter((one) => one.trim() !== '')) {
    const [channel = '', address = ''] = pair.trim().split(/=(.*)/s);
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
      throw new ConfigError(`CHANNEL_SERVERS is <channel>=<address of a server>, several with commas; not ${pair}.`);
    servers.set(channel, [...(servers.get(channel) ?? []), url.origin]);
  }
  return servers;
}

function channelAppsOf(env: Env): Config['channelApps'] {
  const apps = new Map<string, { id: string; secret: string }>();
  for (const [channel, name] of [
    ['facebook', 'CHANNEL_APP_FACEBOOK'],
    ['threads', 'CHANNEL_APP_THREADS'],
    ['linkedin', 'CHANNEL_APP_LINKEDIN'],
    ['x', 'CHANNEL_APP_X'],
  ] as const) {
    const value = given(env, name);
    if (value === undefined) continue;
    const [id = '', secret = ''] = value.split(/:(.*)/s);
    if (id === '' || secret === '') throw new ConfigError(`${name} is <app id>:<app secret>.`);
    apps.set(channel, { id, secret });
  }
  return apps;
}

function adminOf(env: Env): Config['admin'] {
  const email = given(env, 'ADMIN_EMAIL');
  const password = env['ADMIN_PASSWORD'] === '' ? undefined : env['ADMIN_PASSWORD'];
  if ((email === undefined) !== (password === undefined))
    throw new ConfigError('ADMIN_EMAIL and ADMIN_PASSWORD belong together: give both or none.');
  return email === undefined || password === undefined ? undefined : { email, password };
}

function offsetOf(env: Env): number {
  const value = given(env, 'CLOCK_OFFSET');
  if (value === undefined) return 0;
  try {
    return Temporal.Duration.from(value).total({ unit: 'milliseconds', relativeTo: '2026-01-01' });
  } catch {
    throw new ConfigError(`CLOCK_OFFSET=${value} is no ISO 8601 duration. Give e.g. PT25H.`);
  }
}
