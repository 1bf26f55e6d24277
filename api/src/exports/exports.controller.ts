import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import {
  CSV_DIALECTS,
  EXPORT_EDITIONS,
  EXPORT_FORMATS,
  type CreateExportInput,
  type CsvDialect,
  type ExportEdition,
  type ExportFormat,
  type ExportView,
} from '@forhoering/shared/contracts/export.contract.js';
import { Allow, Me, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { ExportsService } from './exports.service.js';

class CreateExportBody implements CreateExportInput {
  @IsIn(EXPORT_FORMATS) format: ExportFormat;
  @IsIn(EXPORT_EDITIONS) edition: ExportEdition;
  @IsOptional() @IsIn(CSV_DIALECTS) dialect?: CsvDialect;
}

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post('consultations/:id/exports')
  @Allow('export.public')
  request(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: CreateExportBody): Promise<ExportView> {
    return this.exports.request(me, id, body);
  }

  @Get('consultations/:id/exports')
  @Allow('export.public')
  async list(@Param('id', Id) id: string): Promise<{ items: ExportView[] }> {
    return { items: await this.exports.list(id) };
  }

  @Get('exports/:id')
  @Allow('export.public')
  get(@Param('id', Id) id: string): Promise<ExportView> {
    return this.exports.get(id);
  }

  @Get('exports/:id/file')
  @Allow('export.public')
  async file(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, bytes, file, format } = await this.exports.open(me, id);
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(file, {
      type: TYPES[format] ?? 'application/octet-stream',
      disposition: `attachment; filename="${name}"`,
      length: bytes,
    });
  }

  @Post('exports/:id/cancel')
  @Allow('export.public')
  @HttpCode(200)
  cancel(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<ExportView> {
    return this.exports.cancel(me, id);
  }
}
