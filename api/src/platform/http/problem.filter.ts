import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@forhoering/shared/contracts/problem.contract.js';
import { problemWords, fieldWords, type Language } from '@forhoering/shared/i18n/problems.js';
import { isBadText, isUnavailable } from '../database/database-errors.js';
import { log } from '../log/log.js';
import { ProblemError } from './problem-error.js';

/** Codes for what Fastify and Nest refuse before our own code runs. */
const BY_STATUS: Record<number, string> = {
  400: 'malformed-request',
  404: 'not-found',
  405: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'rate-limited',
};

function fromFramework(error: unknown): ProblemError | null {
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === null || status >= 500) return null;
  return new ProblemError(status, BY_STATUS[status] ?? 'malformed-request');
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isUnavailable(error)) return new ProblemError(503, 'service-unavailable', { retryAfterSeconds: 5 });
  if (isBadText(error)) return new ProblemError(422, 'text-null-byte');
  return fromFramework(error) ?? new ProblemError(500, 'internal');
}

export function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'da';
}

/** The body of a refusal, in the language asked for. */
export function problemBody(problem: ProblemError, language: Language): Problem {
  const words = problemWords(problem.code, language, problem.params);
  return {
    type: `urn:forhoering:problem:${problem.code}`,
    title: words.title,
    status: problem.status,
    code: problem.code,
    detail: words.detail,
    ...(problem.errors.length > 0
      ? { errors: problem.errors.map((e) => ({ ...e, message: fieldWords(e.code, language, e.params ?? {}) })) }
      : {}),
    ...(Object.keys(problem.params).length > 0 ? { params: problem.params } : {}),
  };
}

/** Every error leaves as problem details; what nobody foresaw is logged without personal data and says only "internal". */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const problem = asProblem(error);
    if (problem.status >= 500)
      log.error('request-failed', error, { route: request.routeOptions?.url, status: problem.status });
    if (reply.sent) return;
    const retryAfter = problem.params['retryAfterSeconds'];
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problemBody(problem, languageOf(request.headers['accept-language']))));
  }
}
