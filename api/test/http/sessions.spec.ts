import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client as Pg } from 'pg';
import { isCrossSite } from '../../src/web-server.js';
import { ADMIN, startApp, type TestApp } from '../support/app.js';

describe('sign-in', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp({ env: { RATE_LIMIT: '' } });
  });
  afterAll(() => t.close());

  it('sets a cookie that scripts cannot read and foreign sites cannot send', async () => {
    const answer = await t.as().post('/session', ADMIN);
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
  });

  it('says the same for a wrong password and an unknown address', async () => {
    const wrong = await t.as().post('/session', { email: ADMIN.email, password: 'forkert adgangskode' });
    const unknown = await t.as().post('/session', { email: 'ingen@eksempel.dk', password: 'forkert adgangskode' });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect((await t.as().post('/session', { email: ['x'], password: {} })).status).toBe(401);
    expect((await t.as().post('/session', {})).status).toBe(401);
  });

  it('ends one session, and all of them', async () => {
    const [one, two] = [await t.admin(), await t.admin()];
    expect((await one.delete('/session')).status).toBe(204);
    expect((await one.get('/session')).body.code).toBe('not-signed-in');
    expect((await two.get('/session')).status).toBe(200);
    const three = await t.admin();
    expect((await two.delete('/session/all')).status).toBe(204);
    expect((await three.get('/session')).status).toBe(401);
  });

  it('stores no token that opens a session', async () => {
    const admin = await t.admin();
    const db = new Pg({ connectionString: t.databaseUrl });
    await db.connect();
    const { rows } = await db.query<{ token_hash: Buffer }>('select token_hash from session');
    const token = admin.cookie?.split('=')[1] ?? '';
    expect(rows.some((row) => row.token_hash.toString('base64url') === token)).toBe(false);
    await db.end();
  });

  it('ends an idle session and an old one', async () => {
    const admin = await t.admin();
    const db = new Pg({ connectionString: t.databaseUrl });
    await db.connect();
    await db.query(`update session set last_seen_at = now() - interval '121 minutes'`);
    expect((await admin.get('/session')).status).toBe(401);
    const again = await t.admin();
    await db.query(`update session set expires_at = now() - interval '1 second'`);
    expect((await again.get('/session')).status).toBe(401);
    await db.end();
  });

  it('closes the door for a while after eight wrong passwords, for that account only', async () => {
    const admin = await t.admin();
    const made = await admin.post('/accounts', { email: 'glemsom@eksempel.dk', name: 'Glemsom', roles: ['planner'] });
    const token = String(made.body.oneTimeUrl).split('/').at(-1);
    await t.as().post('/one-time-links', { token, password: 'fire graa gaes paa torvet' });
    for (let i = 0; i < 8; i += 1)
      await t.as().post('/session', { email: 'glemsom@eksempel.dk', password: `forkert ${i}` });
    const refused = await t
      .as()
      .post('/session', { email: 'glemsom@eksempel.dk', password: 'fire graa gaes paa torvet' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await t.as().post('/session', ADMIN)).status).toBe(201);
  });

  it('takes a one-time link once, and no easy password', async () => {
    const admin = await t.admin();
    const made = await admin.post('/accounts', { email: 'ny@eksempel.dk', name: 'Ny', roles: ['caseworker'] });
    const token = String(made.body.oneTimeUrl).split('/').at(-1);
    expect((await t.as().post('/one-time-links', { token, password: 'password1234' })).body.errors[0].code).toBe(
      'password-too-common',
    );
    expect((await t.as().post('/one-time-links', { token, password: 'kort' })).body.errors[0].code).toBe(
      'password-too-short',
    );
    expect((await t.as().post('/one-time-links', { token, password: 'fire graa gaes paa torvet' })).status).toBe(201);
    expect((await t.as().post('/one-time-links', { token, password: 'fire graa gaes paa torvet' })).body.code).toBe(
      'link-used-or-expired',
    );
  });

  it('keeps the last administrator', async () => {
    const admin = await t.admin();
    const { account } = (await admin.get('/session')).body;
    const refused = await admin.patch(`/accounts/${account.id}`, { roles: ['planner'], version: account.version });
    expect(refused.body.code).toBe('last-administrator');
  });
});

describe('a write from a foreign page', () => {
  const request = (method: string, headers: Record<string, string>) => isCrossSite({ method, headers });
  it('is refused by Sec-Fetch-Site, else by Origin', () => {
    expect(request('POST', { 'sec-fetch-site': 'cross-site' })).toBe(true);
    expect(request('POST', { 'sec-fetch-site': 'same-site' })).toBe(true);
    expect(request('POST', { origin: 'https://ond.example', host: 'localhost:3000' })).toBe(true);
    expect(request('DELETE', { origin: 'null', host: 'localhost:3000' })).toBe(true);
  });
  it('is let through from our own pages and from programs', () => {
    expect(request('POST', { 'sec-fetch-site': 'same-origin' })).toBe(false);
    expect(request('POST', { origin: 'http://localhost:3000', host: 'localhost:3000' })).toBe(false);
    expect(request('POST', {})).toBe(false);
    expect(request('GET', { 'sec-fetch-site': 'cross-site' })).toBe(false);
  });
});

// Apart, since Passport keeps its strategies in one place per process.
describe('sign-in behind TLS', () => {
  it('marks the cookie Secure behind TLS', async () => {
    const tls = await startApp({ env: { PUBLIC_URL: 'https://forhoering.eksempel.dk' } });
    const answer = await tls.as().post('/session', ADMIN);
    expect(answer.headers['set-cookie']?.[0] ?? '').toMatch(/Secure/);
    await tls.close();
  });
});
