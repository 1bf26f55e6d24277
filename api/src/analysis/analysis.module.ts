import { Controller, Get, Module, Param } from '@nestjs/common';
import type { OverviewView } from '@forhoering/shared/contracts/overview.contract.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { Allow } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { OverviewService } from './overview.service.js';
import { QuestionCountsService } from './question-counts.service.js';

@Controller('consultations/:id/overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  @Allow('overview.read')
  of(@Param('id', Id) id: string): Promise<OverviewView> {
    return this.overview.of(id);
  }
}

@Module({
  imports: [ConsultationsModule],
  controllers: [OverviewController],
  providers: [OverviewService, QuestionCountsService],
  exports: [OverviewService, QuestionCountsService],
})
export class AnalysisModule {}
