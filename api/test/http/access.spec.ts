import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { allows, PERMISSIONS, ROLES, type Permission } from '@forhoering/shared/contracts/access.contract.js';
import { documentPath } from '../../src/openapi/document.js';
import { OPERATIONS } from '../../src/openapi/operations.js';
import { ACCESS, type Access } from '../../src/platform/http/access.js';
import { startApp, type Client, type TestApp } from '../support/app.js';

interface Route {
  method: string;
  path: string;
  access: Access | undefined;
}
const METHODS = ['get', 'post', 'put', 'delete', 'patch'];
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Every route as the running server knows it, read off the controllers. */
function routesOf(t: TestApp): Route[] {
  const reflector = t.app.get(Reflector);
  const scanner = new MetadataScanner();
  return [...t.app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ instance, metatype }) => {
      if (!instance || typeof metatype !== 'function') return [];
      const prefix: string = Reflect.getMetadata('path', metatype) ?? '';
      return scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((name) => {
        const handler = (instance as Record<string, object>)[name] ?? {};
        const method: number | undefined = Reflect.getMetadata('method', handler);
        if (method === undefined) return [];
        const own: string = Reflect.getMetadata('path', handler);
        const path = `/${[prefix, own].filter((part) => part !== '' && part !== '/').join('/')}`.replace(
          /:(\w+)/g,
          '{$1}',
        );
        return [
          {
            method: METHODS[method] ?? String(method),
            path,
            access: reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler as never, metatype]),
          },
        ];
      });
    }),
  );
}

describe('access', () => {
  let t: TestApp;
  let routes: Route[];
  const people = new Map<string, Client>();

  beforeAll(async () => {
    t = await startApp();
    routes = routesOf(t);
    // An administrator that stays, so that each role can be alone in another account.
    for (const role of ROLES) people.set(role, await t.person([role]));
  }, 60_000);
  afterAll(() => t.close());

  it('is declared on every route', () => {
    expect(routes.length).toBeGreaterThan(45);
    expect(routes.filter((route) => route.access === undefined)).toEqual([]);
  });

  it('has every route in the API document and every documented route on the server', () => {
    const served = routes.map(({ method, path }) => `${method} ${documentPath(path)}`).sort();
    const described = OPERATIONS.map(({ method, path }) => `${method} ${documentPath(path)}`).sort();
    expect(served).toEqual(described);
    for (const { method, path, access } of routes) {
      const operation = OPERATIONS.find((one) => one.method === method && one.path === path);
      expect({ path, signedIn: operation?.signedIn }).toEqual({ path, signedIn: access !== 'public' });
    }
  });

  const call = (client: Client, { method, path }: Route): ReturnType<Client['get']> => {
    const real = path.replace(/\{\w+\}/g, NOBODY);
    if (method === 'get') return client.get(real);
    if (method === 'delete') return client.delete(real);
    return client[method as 'post' | 'put' | 'patch'](real, {});
  };

  it('refuses a stranger on every route that is not public', async () => {
    for (const route of routes.filter((one) => one.access !== 'public')) {
      const answer = await call(t.as(), route);
      expect(`${route.method} ${route.path} ${answer.status}`).toBe(`${route.method} ${route.path} 401`);
    }
  });

  it('lets each role do what the table says and nothing else, on every route', async () => {
    // Signing out ends the test; events never end, and are tested with the inbox.
    const skip = ['/session', '/session/all', '/session/password', '/inbox/events'];
    for (const role of ROLES) {
      for (const route of routes.filter((one) => one.access !== 'public' && !skip.includes(one.path))) {
        const answer = await call(people.get(role)!, route);
        const allowed = allows([role], route.access as Permission);
        const said = `${role} ${route.method} ${route.path}: ${answer.status === 403 ? 'refused' : 'let in'}`;
        // Both export permissions share routes; the internal edition is tested below.
        expect(said).toBe(`${role} ${route.method} ${route.path}: ${allowed ? 'let in' : 'refused'}`);
      }
    }
  }, 60_000);

  it('gives the internal edition only to those who may have it', async () => {
    const planner = people.get('planner')!;
    const made = await planner.post('/consultations', { title: 'Udgaver' });
    const ask = (role: string): ReturnType<Client['post']> =>
      people.get(role)!.post(`/consultations/${made.body.id}/exports`, { format: 'csv', edition: 'internal' });
    expect((await ask('socialMediaManager')).status).toBe(403);
    expect((await ask('caseworker')).status).toBe(201);
  });

  it('knows no permission that nobody has', () => {
    for (const [permission, roles] of Object.entries(PERMISSIONS))
      expect(`${permission} ${roles.length > 0}`).toBe(`${permission} true`);
  });
});
