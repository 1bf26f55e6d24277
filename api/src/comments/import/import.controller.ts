import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ImportView } from '@forhoering/shared/contracts/import.contract.js';
import { Allow, Me, type SignedIn } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { ImportService } from './import.service.js';
import { readUpload } from './read-upload.js';

@Controller()
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post('consultations/:id/imports')
  @Allow('import.run')
  async request(@Me() me: SignedIn, @Param('id', Id) id: string, @Req() request: FastifyRequest): Promise<ImportView> {
    return this.imports.request(me, id, await readUpload(request));
  }

  @Get('consultations/:id/imports')
  @Allow('import.run')
  async list(@Param('id', Id) id: string): Promise<{ items: ImportView[] }> {
    return { items: await this.imports.list(id) };
  }

  @Get('imports/:id')
  @Allow('import.run')
  get(@Param('id', Id) id: string): Promise<ImportView> {
    return this.imports.get(id);
  }

  @Post('imports/:id/cancel')
  @Allow('import.run')
  @HttpCode(200)
  cancel(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ImportView> {
    return this.imports.cancel(me, id);
  }

  @Post('imports/:id/undo')
  @Allow('import.run')
  @HttpCode(200)
  undo(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ImportView> {
    return this.imports.undo(me, id);
  }
}
