import { Controller, Get, Module } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Public } from '../platform/http/access.js';
import { openApiDocument } from './document.js';

@Controller('openapi.json')
export class OpenApiController {
  constructor(private readonly config: Config) {}

  @Get()
  @Public()
  document(): object {
    return openApiDocument(this.config.publicUrl);
  }
}

@Module({ controllers: [OpenApiController] })
export class OpenApiModule {}
