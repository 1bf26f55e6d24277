import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';

/** Stands in for a map service, which no test can reach: what counts here is what we make of its answers. */
const service = http.createServer((request, response) => {
  if (request.url === '/t/3/1/2?key=hemmelig') response.writeHead(200, { 'content-type': 'image/png' }).end('flise');
  else if (request.url?.startsWith('/t/3/2/')) response.writeHead(200, { 'content-type': 'text/html' }).end('<script>');
  else if (request.url?.startsWith('/t/3/3/')) response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  else if (request.url?.startsWith('/t/3/4/'))
    response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(2_000_000));
  else response.writeHead(500).end();
});
let t: TestApp;

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  t = await startApp({
    env: { MAP_TILES_URL: `http://127.0.0.1:${port}/t/{z}/{x}/{y}?key=hemmelig`, MAP_TILES_ATTRIBUTION: '© Prøve' },
  });
});
afterAll(async () => {
  await t.close();
  service.close();
});

describe('the background map', () => {
  it('comes by way of us, with who made it, and without the key', async () => {
    const tile = await t.as().get('/public/map-tiles/3/1/2');
    expect(tile).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect(String(tile.body)).toBe('flise');
    expect((await t.as().get('/public/organisation')).body.mapAttribution).toBe('© Prøve');
  });

  it.each(['3/2/1', '3/3/1', '3/4/1', '3/5/1'])(
    'what is no picture, too large, elsewhere or broken is refused: %s',
    async (at) => {
      expect(await t.as().get(`/public/map-tiles/${at}`)).toMatchObject({
        status: 502,
        body: { code: 'map-unavailable' },
      });
    },
  );

  it.each(['3/8/0', '21/0/0', '-1/0/0', '3/a/0', '3/1/0%2f..%2f'])(
    'what is outside the world is nowhere: %s',
    async (at) => {
      expect((await t.as().get(`/public/map-tiles/${at}`)).status).toBe(404);
    },
  );
});
