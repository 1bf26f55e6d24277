import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { TemplateView } from '@forhoering/shared/contracts/opening.contract.js';
import { Allow, Me, type SignedIn } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { SaveTemplateBody, UpdateTemplateBody } from './templates.dto.js';
import { TemplatesService } from './templates.service.js';

@Controller('templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Allow('consultation.read')
  async list(): Promise<{ items: TemplateView[] }> {
    return { items: await this.templates.list() };
  }

  @Post()
  @Allow('template.edit')
  save(@Me() me: SignedIn, @Body() body: SaveTemplateBody): Promise<TemplateView> {
    return this.templates.save(me, body);
  }

  @Patch(':id')
  @Allow('template.edit')
  update(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: UpdateTemplateBody): Promise<TemplateView> {
    return this.templates.update(me, id, body);
  }

  @Delete(':id')
  @Allow('template.edit')
  @HttpCode(204)
  archive(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.templates.archive(me, id);
  }
}
