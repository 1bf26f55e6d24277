import { DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { MixedList } from 'typeorm';
import { Clock } from './clock/clock.js';
import { Config } from './config/config.js';
import { Database } from './database/database.js';
import { dataSourceOptions } from './database/data-source.js';
import { SvgPainter } from './drawing/svg-painter.js';
import { FileStore } from './files/file-store.js';
import { ProblemFilter } from './http/problem.filter.js';
import { bodyValidation, WellFormedTextPipe } from './http/validation.js';
import { Jobs } from './jobs/jobs.service.js';
import { KeyRing } from './keys/keys.js';
import { Mailer } from './mail/mailer.js';
import { Pictures } from './pictures/pictures.service.js';

/** Tools without subject matter, for every feature. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, keys: KeyRing, entities: MixedList<Function>): DynamicModule {
    const own = [Clock, Database, FileStore, Jobs, Mailer, Pictures, SvgPainter];
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ url: config.databaseUrl ?? '', entities, clockOffsetMs: config.clockOffsetMs }),
          // The supervisor has started the database; a short outage at the start is worth a few tries.
          retryAttempts: 20,
          retryDelay: 500,
        }),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: KeyRing, useValue: keys },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: WellFormedTextPipe },
        { provide: APP_PIPE, useValue: bodyValidation },
        ...own,
      ],
      exports: [Config, KeyRing, ...own],
    };
  }
}
