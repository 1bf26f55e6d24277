import { Controller, Get, Module, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from './platform/http/access.js';
import { Database } from './platform/database/database.js';

@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  /** The process runs. */
  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' | 'unavailable' }> {
    try {
      await this.db.query('select 1');
      return { status: 'ok' };
    } catch {
      void reply.status(503);
      return { status: 'unavailable' };
    }
  }
}

@Module({ controllers: [HealthController] })
export class HealthModule {}
