import { createParamDecorator, ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Permission, Role } from '@forhoering/shared/contracts/access.contract.js';

export const ACCESS = 'access';

/** `public`: anybody, signed in or not. Otherwise the permission the roles must carry. */
export type Access = 'public' | Permission;

/** Declares that a route needs nobody to be signed in. A route without `@Public` or `@Allow` is refused. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);
export const Allow = (permission: Permission) => SetMetadata(ACCESS, permission satisfies Access);

/** The signed-in person, as the guard left it on the request. */
export interface SignedIn {
  accountId: string;
  name: string;
  departmentId: string | null;
  sessionId: string;
  email: string;
  roles: Role[];
}

export interface RequestWithActor extends FastifyRequest {
  actor?: SignedIn;
}

/** The signed-in person. Only on routes with `@Allow`, where the guard has made sure that there is one. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const actor = context.switchToHttp().getRequest<RequestWithActor>().actor;
  if (!actor) throw new Error('@Me on a route without @Allow');
  return actor;
});
