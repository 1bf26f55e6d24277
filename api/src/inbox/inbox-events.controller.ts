import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { InboxEventsService } from './inbox-events.service.js';

@Controller('inbox/events')
export class InboxEventsController {
  constructor(private readonly events: InboxEventsService) {}

  /** Server-sent events: `change` whenever a conversation has changed. */
  @Get()
  @Allow('inbox.read')
  async open(@Me() me: SignedIn, @Res() reply: FastifyReply): Promise<void> {
    this.events.admit(me);
    reply.hijack();
    const headers = Object.fromEntries(
      Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
    );
    await this.events.open(me, reply.raw, headers);
  }
}
