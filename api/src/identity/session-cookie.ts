import type { FastifyReply } from 'fastify';
import type { Config } from '../platform/config/config.js';

export const SESSION_COOKIE = 'forhoering_session';

/** Lax: a link from a mail opens signed in, a form on a foreign page does not. */
function attributes(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: config.publicUrl.startsWith('https:') };
}

export function setSessionCookie(reply: FastifyReply, config: Config, token: string, expiresAt: Date): void {
  void reply.setCookie(SESSION_COOKIE, token, { ...attributes(config), expires: expiresAt });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  void reply.clearCookie(SESSION_COOKIE, attributes(config));
}
