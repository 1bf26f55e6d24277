import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ChannelReader } from '../delivery/channel-reader.service.js';
import { Public } from '../platform/http/access.js';
import { notFound, ProblemError } from '../platform/http/problem-error.js';
import { WebhookHints } from './webhook-hints.service.js';

type RawRequest = FastifyRequest & { rawBody?: Buffer };

/** Where networks tell that something happened. A hint only: what happened is asked for, and everything is asked for anyway. */
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly reader: ChannelReader,
    private readonly hints: WebhookHints,
  ) {}

  /** The network's question whether the address is ours. */
  @Get(':channel')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  challenge(@Param('channel') channel: string, @Query() query: Record<string, unknown>): string {
    const answer = this.reader.webhook(channel)?.challenge(query) ?? null;
    if (answer === null) throw notFound();
    return answer;
  }

  @Post(':channel')
  @Public()
  @HttpCode(204)
  take(@Param('channel') channel: string, @Req() request: RawRequest): void {
    const webhook = this.reader.webhook(channel);
    if (!webhook) throw notFound();
    const hints = webhook.hints(request.rawBody ?? Buffer.alloc(0), request.headers);
    this.hints.take(channel, hints);
    if (hints === null) throw new ProblemError(403, 'not-allowed');
  }
}
