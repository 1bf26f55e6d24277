import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/comments.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { ObjectionsController } from './objections.controller.js';
import { ObjectionsService } from './objections.service.js';
import { ResultsController } from './results.controller.js';
import { ResultsRepository } from './results.repository.js';
import { ResultsService } from './results.service.js';
import { SendResultMailsJob } from './send-result-mails.job.js';

@Module({
  imports: [CommentsModule, ConsultationsModule],
  controllers: [ObjectionsController, ResultsController],
  providers: [ObjectionsService, ResultsRepository, ResultsService, SendResultMailsJob],
  exports: [SendResultMailsJob],
})
export class ResultsModule {}
